package fr.forment.waiting;

import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import fr.forment.territory.PlaceClocks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who waits for what and what was proposed, many at once. */
@Component
@RequiredArgsConstructor
public class WaitingLines {

    /** Of one module in one circonscription. @param free places nobody has and nobody is asked about */
    public record Count(
            String circonscriptionUai,
            String moduleCode,
            long waiting,
            long toAnswer,
            long sessions,
            long free,
            long offered) {}

    private static final String TO_COME =
            "for_parents = FALSE AND state IN ('PLANIFIEE', 'DATE_A_FIXER', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE')";
    private static final String COUNTS = """
            FROM (
                SELECT circonscription_uai, module_code, SUM(CASE WHEN state = 'ATTEND' THEN 1 ELSE 0 END) AS waiting,
                       SUM(CASE WHEN state = 'A_ETUDIER' THEN 1 ELSE 0 END) AS to_answer, 0 AS sessions, 0 AS free, 0 AS offered
                FROM place_request WHERE circonscription_uai IN (:uais) AND active_agent_id IS NOT NULL GROUP BY circonscription_uai, module_code
                UNION ALL
                SELECT circonscription_uai, module_code, 0, 0, COUNT(*), SUM(CASE WHEN state = 'DATE_A_FIXER' THEN 0 ELSE capacity - booked - offered END), SUM(offered)
                FROM training_session WHERE circonscription_uai IN (:uais) AND""" + " " + TO_COME + " GROUP BY circonscription_uai, module_code) counted ";

    private final PlaceRequestRepository requests;
    private final PlaceOfferRepository offers;
    private final PassedOver passed;
    private final SessionRepository sessions;
    private final PlannedAhead planned;
    private final KeptNews news;
    private final PlaceClocks clocks;
    private final Clock clock;
    private final JdbcClient jdbc;

    /** Lines with somebody in it, or with a free place; those where somebody waits first. */
    public List<Count> counts(Collection<String> uais, int from, int size) {
        return uais.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "SELECT circonscription_uai, module_code, SUM(waiting) AS waiting, SUM(to_answer) AS to_answer, SUM(sessions) AS sessions, "
                                        + "SUM(free) AS free, SUM(offered) AS offered " + COUNTS
                                        + "GROUP BY circonscription_uai, module_code HAVING SUM(waiting) + SUM(to_answer) + SUM(free) > 0 "
                                        + "ORDER BY SUM(waiting) + SUM(to_answer) DESC, circonscription_uai, module_code LIMIT :size OFFSET :from")
                        .param("uais", uais)
                        .param("from", from)
                        .param("size", size)
                        .query(Count.class)
                        .list();
    }

    public int count(Collection<String> uais) {
        return uais.isEmpty()
                ? 0
                : jdbc.sql(
                                "SELECT COUNT(*) FROM (SELECT circonscription_uai " + COUNTS
                                        + "GROUP BY circonscription_uai, module_code HAVING SUM(waiting) + SUM(to_answer) + SUM(free) > 0) lines")
                        .param("uais", uais)
                        .query(Integer.class)
                        .single();
    }

    /** Who asked for a place in it and has none yet. */
    public int waiting(String circonscriptionUai, String moduleCode) {
        return jdbc.sql("SELECT COUNT(*) FROM place_request WHERE circonscription_uai = ? AND module_code = ?"
                        + " AND active_agent_id IS NOT NULL AND state IN ('ATTEND', 'A_ETUDIER')")
                .params(circonscriptionUai, moduleCode)
                .query(Integer.class)
                .single();
    }

    /** Everybody active in it, first come first, with what happened to each. */
    public Explanations.Line line(String circonscriptionUai, String moduleCode) {
        return with(
                toCome(List.of(circonscriptionUai), List.of(moduleCode)),
                requests.activeIn(circonscriptionUai, moduleCode));
    }

    /** The active requests of these people, with the sessions of their modules. */
    public Explanations.Line ofPeople(Collection<Long> agentIds) {
        List<PlaceRequest> active = agentIds.isEmpty() ? List.of() : requests.activeOf(agentIds);
        return with(
                toCome(
                        active.stream()
                                .map(PlaceRequest::circonscriptionUai)
                                .distinct()
                                .toList(),
                        active.stream().map(PlaceRequest::moduleCode).distinct().toList()),
                active);
    }

    private Explanations.Line with(List<TrainingSession> some, List<PlaceRequest> active) {
        List<Long> ids = active.stream().map(PlaceRequest::id).toList();
        return new Explanations.Line(
                some,
                active,
                ids.isEmpty() ? List.of() : offers.findByRequestIdInOrderById(ids),
                passed.of(ids),
                Stream.concat(
                                some.stream().map(TrainingSession::circonscriptionUai),
                                active.stream().map(PlaceRequest::circonscriptionUai))
                        .distinct()
                        .collect(Collectors.toMap(uai -> uai, clocks::of)),
                ahead(some, active),
                active.isEmpty() ? news.of(List.of(), List.of()) : news.of(places(some), modules(some)),
                clock.instant());
    }

    private static List<String> places(List<TrainingSession> some) {
        return some.stream().map(TrainingSession::circonscriptionUai).distinct().toList();
    }

    private static List<String> modules(List<TrainingSession> some) {
        return some.stream().map(TrainingSession::moduleCode).distinct().toList();
    }

    /** Asked only where somebody waits and no session is open: what a plan holds for later. */
    private Map<PlannedAhead.Key, LocalDate> ahead(List<TrainingSession> some, List<PlaceRequest> active) {
        List<PlaceRequest> without = active.stream()
                .filter(request -> some.stream()
                        .noneMatch(session -> session.moduleCode().equals(request.moduleCode())
                                && session.circonscriptionUai().equals(request.circonscriptionUai())))
                .toList();
        return planned.next(
                without.stream()
                        .map(PlaceRequest::circonscriptionUai)
                        .distinct()
                        .toList(),
                without.stream().map(PlaceRequest::moduleCode).distinct().toList(),
                LocalDate.now(clock));
    }

    private List<TrainingSession> toCome(List<String> uais, List<String> modules) {
        return uais.isEmpty() ? List.of() : sessions.toCome(uais, modules);
    }

    /** How many people wait before each of these. */
    public Map<Long, Integer> ranks(Collection<PlaceRequest> some) {
        record Rank(long id, int before) {}
        List<Long> ids = some.stream().map(PlaceRequest::id).toList();
        return ids.isEmpty()
                ? Map.of()
                : jdbc.sql("""
                        SELECT r.id, COUNT(o.id) AS before FROM place_request r LEFT JOIN place_request o
                        ON o.circonscription_uai = r.circonscription_uai AND o.module_code = r.module_code AND o.state = 'ATTEND' AND o.id < r.id
                        WHERE r.id IN (:ids) GROUP BY r.id""").param("ids", ids).query(Rank.class).list().stream()
                        .collect(Collectors.toMap(Rank::id, Rank::before));
    }

    public Optional<PlaceRequest> find(long requestId) {
        return requests.findById(requestId);
    }

    /** Newest first, those that ended included. */
    public List<PlaceRequest> ofAgent(long agentId) {
        return requests.findByAgentIdOrderByIdDesc(agentId);
    }
}
