package fr.forment.campaign;

import fr.forment.territory.ByZone;
import fr.forment.territory.Zone;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was written to the schools that have not answered: set-based, so that a round costs a few statements however
 * many schools there are.
 */
@Repository
@RequiredArgsConstructor
class Contacts {

    private static final String ZONE = ByZone.zone("m.zone", "d.code");
    private static final String LAST = "COALESCE(h.last_on, v.invited_on)";
    /**
     * What each was sent is summed up once: asked school by school, it would read the very table that a round fills,
     * the square of its size.
     */
    private static final String SILENT = """
            FROM survey v JOIN school s ON s.uai = v.school_uai JOIN departement d ON d.code = s.departement_code JOIN academie m ON m.name = d.academie
              LEFT JOIN (SELECT r.survey_id, MAX(r.sent_on) AS last_on, COUNT(*) AS letters FROM survey_reminder r JOIN survey w ON w.id = r.survey_id
                          WHERE w.campaign_id = :campaign GROUP BY r.survey_id) h ON h.survey_id = v.id
             WHERE v.campaign_id = :campaign AND v.state = 'INVITE' AND v.own_due IS NULL""";

    /**
     * Schools of one zone that were last written to on the same day: they share what the calendar says.
     *
     * @param lastLetter the invitation or the last reminder: the day it left
     */
    record Group(Zone zone, LocalDate lastLetter, int schools) {}

    private final JdbcClient jdbc;

    /**
     * The silent schools, by zone and last letter, the latest first: noted in this order, none is found a second time
     * among those that were last written to on the very day its new letter leaves. {@code only} these surveys; null:
     * all.
     */
    List<Group> silent(long campaignId, Collection<Long> only) {
        return jdbc.sql("SELECT zone, last_letter, COUNT(*) AS schools FROM (SELECT " + ZONE + " AS zone, " + LAST
                        + " AS last_letter\n" + SILENT + chosen(only)
                        + ") q GROUP BY zone, last_letter ORDER BY zone, last_letter DESC")
                .param("campaign", campaignId)
                .param("only", only == null ? List.of() : only)
                .query(Group.class)
                .list();
    }

    /** Notes a letter of this round that leaves on that day to each school of the group. */
    void note(long campaignId, Group group, Collection<Long> only, int round, LocalDate sentOn, String actor) {
        jdbc.sql("""
                INSERT INTO survey_reminder (survey_id, round, sent_on, actor, ordinal)
                SELECT v.id, CAST(:round AS INTEGER), CAST(:on AS DATE), CAST(:actor AS VARCHAR(100)),
                       1 + COALESCE(h.letters, 0)
                """ + SILENT + chosen(only) + " AND " + ZONE + " = :zone AND " + LAST + " = CAST(:last AS DATE)")
                .param("campaign", campaignId)
                .param("only", only == null ? List.of() : only)
                .param("round", round)
                .param("on", sentOn)
                .param("actor", actor, Types.VARCHAR)
                .param("zone", group.zone().name())
                .param("last", group.lastLetter())
                .update();
    }

    private static String chosen(Collection<Long> only) {
        return only == null ? "" : " AND v.id IN (:only)";
    }
}
