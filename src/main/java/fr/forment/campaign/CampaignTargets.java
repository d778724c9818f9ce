package fr.forment.campaign;

import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import fr.forment.territory.ByZone;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The schools a campaign stands for, worked out from its perimeter and then fixed; and their surveys, written a chunk
 * at a time in the order of the UAI, so that a chunk costs the same however many schools there are.
 */
@Repository
@RequiredArgsConstructor
class CampaignTargets {

    /** Nobody directs the school {@code s}: its survey goes to the IEN at once. */
    static final String VACANT = """
            NOT EXISTS (SELECT 1 FROM agent p WHERE p.school_uai = s.uai AND p.function = 'DIRECTEUR'
                        AND (p.left_on IS NULL OR p.left_on > CAST(:today AS DATE)))""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Projects projects;

    /** Replaces the perimeter. */
    void define(long campaignId, Perimeter perimeter) {
        jdbc.sql("DELETE FROM campaign_perimeter WHERE campaign_id = ?")
                .param(campaignId)
                .update();
        batches.batchUpdate(
                "INSERT INTO campaign_perimeter (campaign_id, kind, ref) VALUES (?, ?, ?)",
                perimeter.refs().stream()
                        .distinct()
                        .map(ref -> new Object[] {campaignId, perimeter.kind().name(), ref})
                        .toList());
    }

    Perimeter perimeter(long campaignId) {
        record Part(String kind, String ref) {}
        List<Part> parts = jdbc.sql("SELECT kind, ref FROM campaign_perimeter WHERE campaign_id = ? ORDER BY ref")
                .param(campaignId)
                .query(Part.class)
                .list();
        return new Perimeter(
                parts.isEmpty()
                        ? Perimeter.Kind.ECOLE
                        : Perimeter.Kind.valueOf(parts.get(0).kind()),
                parts.stream().map(Part::ref).toList());
    }

    /** Works the schools out anew: open and public ones. Returns how many there are. */
    int fill(Campaign campaign) {
        Perimeter perimeter = perimeter(campaign.id());
        jdbc.sql("DELETE FROM campaign_target WHERE campaign_id = ?")
                .param(campaign.id())
                .update();
        String insert = """
                INSERT INTO campaign_target (campaign_id, school_uai, counted_in)
                SELECT CAST(? AS BIGINT), s.uai, COALESCE(s.circonscription_uai, CAST(? AS VARCHAR(8))) FROM school s
                 WHERE s.state = 'OUVERT' AND s.is_public = TRUE AND\s""";
        if (perimeter.kind() == Perimeter.Kind.CIRCONSCRIPTION) {
            return jdbc.sql(insert
                            + "s.circonscription_uai IN (SELECT ref FROM campaign_perimeter WHERE campaign_id = ?)")
                    .params(campaign.id(), campaign.circonscriptionUai(), campaign.id())
                    .update();
        }
        batches.batchUpdate(
                insert + "s.uai = ?",
                schools(perimeter)
                        .distinct()
                        .map(uai -> new Object[] {campaign.id(), campaign.circonscriptionUai(), uai})
                        .toList());
        return count(campaign.id());
    }

    /** One school more, once the others are fixed; a second time changes nothing. */
    void add(Campaign campaign, String uai) {
        jdbc.sql("""
                INSERT INTO campaign_target (campaign_id, school_uai, counted_in)
                SELECT CAST(:campaign AS BIGINT), s.uai, COALESCE(s.circonscription_uai, CAST(:leading AS VARCHAR(8))) FROM school s
                 WHERE s.uai = :uai AND NOT EXISTS (SELECT 1 FROM campaign_target t WHERE t.campaign_id = :campaign AND t.school_uai = s.uai)""")
                .param("campaign", campaign.id())
                .param("leading", campaign.circonscriptionUai())
                .param("uai", uai)
                .update();
    }

    private Stream<String> schools(Perimeter perimeter) {
        return switch (perimeter.kind()) {
            case PROJET -> perimeter.refs().stream().flatMap(id -> projects.schools(Long.parseLong(id)).stream());
            case VAGUE ->
                perimeter.refs().stream()
                        .flatMap(id -> projects.schoolsOf(Long.parseLong(id)).stream())
                        .filter(place -> !place.state().isGone())
                        .map(VagueSchool::schoolUai);
            default -> perimeter.refs().stream();
        };
    }

    int count(long campaignId) {
        return jdbc.sql("SELECT COUNT(*) FROM campaign_target WHERE campaign_id = ?")
                .param(campaignId)
                .query(Integer.class)
                .single();
    }

    Set<String> circonscriptions(long campaignId) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT counted_in FROM campaign_target WHERE campaign_id = ?")
                .param(campaignId)
                .query(String.class)
                .list());
    }

    /** A school that closes before it is asked. */
    void drop(String uai) {
        jdbc.sql("""
                UPDATE campaign_count SET expected = expected - 1 WHERE EXISTS (
                    SELECT 1 FROM campaign_target t WHERE t.campaign_id = campaign_count.campaign_id AND t.counted_in = campaign_count.circonscription_uai
                       AND t.school_uai = ? AND NOT EXISTS (SELECT 1 FROM survey v WHERE v.campaign_id = t.campaign_id AND v.school_uai = t.school_uai))""").param(uai).update();
        jdbc.sql("""
                DELETE FROM campaign_target WHERE school_uai = ? AND NOT EXISTS (SELECT 1 FROM survey v
                 WHERE v.campaign_id = campaign_target.campaign_id AND v.school_uai = campaign_target.school_uai)""").param(uai).update();
    }

    /** The next schools to ask, in the order of the UAI. */
    List<String> next(Campaign campaign, int most) {
        return jdbc.sql("""
                SELECT t.school_uai FROM campaign_target t WHERE t.campaign_id = ? AND t.school_uai > ?
                   AND NOT EXISTS (SELECT 1 FROM survey v WHERE v.campaign_id = t.campaign_id AND v.school_uai = t.school_uai)
                 ORDER BY t.campaign_id, t.school_uai FETCH FIRST %d ROWS ONLY""".formatted(most))
                .params(campaign.id(), campaign.openedUpTo())
                .query(String.class)
                .list();
    }

    /** Writes their surveys; the unique key refuses a school that has one. */
    void ask(Campaign campaign, Collection<String> uais, ByZone invitedOn, LocalDate today) {
        jdbc.sql("""
                INSERT INTO survey (version, campaign_id, school_uai, state, invited_on, due_on, backup)
                SELECT 0, CAST(:campaign AS BIGINT), s.uai, 'INVITE', %s, CAST(:deadline AS DATE), CASE WHEN %s THEN 'IEN' END
                  FROM school s JOIN departement d ON d.code = s.departement_code JOIN academie m ON m.name = d.academie
                 WHERE s.uai IN (:uais)""".formatted(invitedOn.sql(), VACANT))
                .params(invitedOn.params())
                .param("campaign", campaign.id())
                .param("deadline", campaign.deadline())
                .param("today", today)
                .param("uais", uais)
                .update();
    }
}
