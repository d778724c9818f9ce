package fr.forment.campaign;

import fr.forment.catalogue.Reminder;
import fr.forment.post.MassCorrespondence;
import fr.forment.territory.ByZone;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rehearses the launch of a campaign. */
@Component
@RequiredArgsConstructor
public class Rehearsals {

    private static final String VACANT = CampaignTargets.VACANT;

    /** Who would be invited: the same parts as the surveys that {@link CampaignTargets#ask} writes. */
    private static final String CASES = """
            SELECT s.uai AS case_key, CASE WHEN %s THEN 'IEN' ELSE 'DIRECTEUR' END AS role,
                   CASE WHEN %s THEN COALESCE(s.circonscription_uai, CAST(:circonscription AS VARCHAR(8))) ELSE s.uai END AS perimeter
              FROM campaign_target t JOIN school s ON s.uai = t.school_uai WHERE t.campaign_id = :campaign""".formatted(VACANT, VACANT);

    private static final String ROWS = """
            SELECT s.uai, s.name AS school, s.commune, k.short_name AS circonscription, CASE WHEN q.role = 'IEN' THEN TRUE ELSE FALSE END AS vacant,
                   COUNT(a.id) AS readers, COUNT(a.email) AS reachable, MIN(a.first_name || ' ' || a.last_name) AS name
              FROM (%s) q JOIN school s ON s.uai = q.case_key LEFT JOIN circonscription k ON k.uai = s.circonscription_uai
              LEFT JOIN account_role r ON r.role = q.role AND r.perimeter = q.perimeter
              LEFT JOIN account c ON c.id = r.account_id AND c.enabled = TRUE
              LEFT JOIN agent a ON a.id = c.agent_id AND (a.left_on IS NULL OR a.left_on > CAST(:today AS DATE))
             GROUP BY s.uai, s.name, s.commune, k.short_name, q.role%s
             ORDER BY k.short_name, s.commune, s.name, s.uai%s""";

    private final JdbcClient jdbc;
    private final MassCorrespondence correspondence;
    private final CampaignDates dates;
    private final SchoolCalendar calendar;
    private final Clock clock;

    public Rehearsal of(Campaign campaign) {
        record Size(int schools, int vacant) {}
        Map<String, Object> params = params(campaign);
        Size size = jdbc.sql("SELECT COUNT(*) AS schools, COUNT(CASE WHEN role = 'IEN' THEN 1 END) AS vacant FROM ("
                        + CASES + ") q")
                .params(params)
                .query(Size.class)
                .single();
        var reach = correspondence.reach(CASES, params);
        return new Rehearsal(
                size.schools(),
                size.vacant(),
                reach.mails(),
                reach.withoutAddress(),
                zones(campaign),
                rows(campaign, " HAVING q.role = 'IEN' OR COUNT(a.email) = 0", Rehearsal.MOST),
                rows(campaign, "", Rehearsal.MOST));
    }

    /** Every school, for an export. */
    public List<Rehearsal.Row> rows(Campaign campaign) {
        return rows(campaign, "", Integer.MAX_VALUE);
    }

    private List<Rehearsal.Row> rows(Campaign campaign, String having, int most) {
        return jdbc.sql(ROWS.formatted(CASES, having, " FETCH FIRST " + most + " ROWS ONLY"))
                .params(params(campaign))
                .query(Rehearsal.Row.class)
                .list();
    }

    private List<Rehearsal.ZonePlan> zones(Campaign campaign) {
        record Part(Zone zone, int schools) {}
        return jdbc
                .sql("SELECT zone, COUNT(*) AS schools FROM (SELECT " + ByZone.zone("m.zone", "d.code") + " AS zone\n"
                        + """
                FROM campaign_target t JOIN school s ON s.uai = t.school_uai JOIN departement d ON d.code = s.departement_code
                JOIN academie m ON m.name = d.academie WHERE t.campaign_id = ?) q GROUP BY zone ORDER BY zone""")
                .param(campaign.id())
                .query(Part.class)
                .list()
                .stream()
                .map(part -> plan(campaign, part.zone(), part.schools()))
                .toList();
    }

    private Rehearsal.ZonePlan plan(Campaign campaign, Zone zone, int schools) {
        LocalDate invited = calendar.onOrAfter(zone, campaign.opensOn());
        LocalDate first = reminder(campaign, zone, 1, invited);
        LocalDate last = reminder(campaign, zone, 2, first == null ? invited : first);
        return new Rehearsal.ZonePlan(
                zone.label(), schools, invited, first, last, campaign.deadline(), day(campaign, zone, 3));
    }

    /** Null where the school was written to less than five school days before. */
    private LocalDate reminder(Campaign campaign, Zone zone, int occurrence, LocalDate letterBefore) {
        LocalDate day = day(campaign, zone, occurrence);
        return dates.isRested(zone, letterBefore, day) ? day : null;
    }

    /** The timer counts in the zone that leads the campaign; the letter leaves on a school day of the reader's. */
    private LocalDate day(Campaign campaign, Zone zone, int occurrence) {
        return calendar.onOrAfter(
                zone, dates.on(Reminder.NEEDS_SURVEY, occurrence, campaign).toLocalDate());
    }

    private Map<String, Object> params(Campaign campaign) {
        return Map.of(
                "campaign",
                campaign.id(),
                "circonscription",
                campaign.circonscriptionUai(),
                "today",
                LocalDate.now(clock));
    }
}
