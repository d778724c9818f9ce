package fr.forment.overview.web;

import fr.forment.release.ReleaseState;
import fr.forment.release.SchoolNews;
import fr.forment.session.SessionState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the supplier of an ENT asks first: what became of the versions that were announced, what is awaited of him, and
 * which of his sessions met with something. Four statements, however much there is.
 */
@Component
@RequiredArgsConstructor
class SupplierView {

    private static final int MOST = 5;
    private static final int DAYS_BACK = 30;

    private final JdbcClient jdbc;
    private final SchoolNews news;

    /** @param toReview materials that it made stale and that nobody has read again */
    record Announced(long id, String label, LocalDate serviceOn, String state, int toReview) {}

    /**
     * A session of the supplier.
     *
     * @param mine the reader gives it himself, and may open it
     */
    record Troubled(long id, String title, LocalDateTime startsAt, SessionState state, boolean mine, boolean nobody) {

        /** In French. */
        public String what() {
            return switch (state) {
                case ANNULEE -> "session annulée";
                case NON_REALISEE -> "session non réalisée";
                case DATE_A_FIXER -> "nouvelle date à fixer par l'équipe";
                default -> nobody ? "personne à désigner pour l'assurer" : state.label();
            };
        }

        /** Something is still to be done. */
        public boolean isOpen() {
            return state.isToCome();
        }
    }

    /** @param toPrepare equipment booked with the supplier that is not ready */
    record Supplied(List<Announced> versions, int toPrepare, List<Troubled> sessions) {

        public List<Troubled> awaited() {
            return sessions.stream().filter(Troubled::isOpen).toList();
        }

        public List<Troubled> incidents() {
            return sessions.stream().filter(each -> !each.isOpen()).toList();
        }
    }

    /** Null for who supplies no circonscription. @param me null where the account is no person's */
    Supplied of(Collection<String> places, Long me, LocalDateTime now, TitlesOnce titles) {
        return places.isEmpty()
                ? null
                : new Supplied(versions(places), toPrepare(places), sessions(places, me, now, titles));
    }

    private List<Announced> versions(Collection<String> places) {
        record Row(long id, String label, LocalDate serviceOn, ReleaseState state, int toReview) {}
        List<Row> rows = jdbc.sql("""
                SELECT r.id, r.label, r.service_on, r.state,
                       (SELECT COUNT(*) FROM training_material m WHERE m.stale_release = r.id AND m.state = 'PERIME') AS to_review
                  FROM ent_release r WHERE r.circonscription_uai IN (:places)
                 ORDER BY r.service_on DESC, r.id DESC FETCH FIRST %d ROWS ONLY""".formatted(MOST))
                .param("places", places)
                .query(Row.class)
                .list();
        Map<Long, SchoolNews.Told> told = news.of(rows.stream().collect(Collectors.toMap(Row::id, Row::state)));
        return rows.stream()
                .map(row -> new Announced(
                        row.id(),
                        row.label(),
                        row.serviceOn(),
                        told.get(row.id()).state(),
                        row.toReview()))
                .toList();
    }

    private int toPrepare(Collection<String> places) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM equipment_booking b JOIN training_session s ON s.id = b.session_id JOIN equipment_item i ON i.id = b.item_id
                 WHERE s.circonscription_uai IN (:places) AND i.provider = 'FOURNISSEUR' AND b.state = 'RESERVE'
                   AND b.booked_for = s.starts_at AND b.booked_mark = s.dates_mark
                   AND s.state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE')""").param("places", places).query(Integer.class).single();
    }

    private List<Troubled> sessions(Collection<String> places, Long me, LocalDateTime now, TitlesOnce titles) {
        record Row(long id, String module, LocalDateTime startsAt, SessionState state, Long trainerId) {}
        List<Row> rows = jdbc.sql("""
                SELECT s.id, s.module_code AS module, s.starts_at, s.state, s.trainer_id FROM training_session s
                 WHERE s.circonscription_uai IN (:places) AND s.trainer_kind = 'FOURNISSEUR'
                   AND (s.state = 'DATE_A_FIXER' OR s.state IN ('ANNULEE', 'NON_REALISEE') AND s.starts_at >= :since
                        OR s.trainer_id IS NULL AND s.state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE')
                           AND NOT EXISTS (SELECT 1 FROM half_day h WHERE h.session_id = s.id AND h.trainer_id IS NOT NULL))
                 ORDER BY s.starts_at DESC, s.id FETCH FIRST %d ROWS ONLY""".formatted(2 * MOST))
                .param("places", places)
                .param("since", now.minusDays(DAYS_BACK))
                .query(Row.class)
                .list();
        return rows.stream()
                .map(row -> new Troubled(
                        row.id(),
                        titles.of(row.module()),
                        row.startsAt(),
                        row.state(),
                        me != null && me.equals(row.trainerId()),
                        row.trainerId() == null))
                .toList();
    }
}
