package fr.forment.campaign;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.project.Projects;
import fr.forment.project.SurveyRule;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A director never gets two surveys in the same fortnight: between the deadline of one and the opening of the next, a
 * school has fourteen days without any. Asked for campaigns of their own and, by the project, for its framing.
 */
@Component
@RequiredArgsConstructor
class CampaignOverlaps implements SurveyRule {

    private static final int DAYS_BETWEEN = 14;
    private static final String RULE = " Une direction ne reçoit jamais deux enquêtes dans la même quinzaine : ";

    /**
     * Begins with the other campaigns, which are few, and with schools that one of them asked apart, later; H2 would
     * else read every school of this one for every school of the others.
     */
    private static final String OTHERS = """
            SELECT COALESCE(c.title, p.title) AS title, c.opens_on, c.deadline, c.paused_on, COUNT(*) AS schools
              FROM campaign c JOIN campaign_target o ON o.campaign_id = c.id %1$s LEFT JOIN project p ON p.id = c.project_id
             WHERE c.state NOT IN ('BROUILLON', 'ABANDONNEE') AND (c.deadline >= CAST(:from AS DATE) OR c.paused_on IS NOT NULL) AND %2$s
             GROUP BY c.id, COALESCE(c.title, p.title), c.opens_on, c.deadline, c.paused_on
            UNION ALL
            SELECT COALESCE(c.title, p.title), o.invited_on, o.own_due, CAST(NULL AS DATE), COUNT(*)
              FROM survey o JOIN campaign c ON c.id = o.campaign_id %1$s LEFT JOIN project p ON p.id = c.project_id
             WHERE o.own_due >= CAST(:from AS DATE) AND c.state <> 'ABANDONNEE' AND %2$s
             GROUP BY c.id, COALESCE(c.title, p.title), o.invited_on, o.own_due
             ORDER BY 2, 3""";

    private static final String OF_CAMPAIGN = OTHERS.formatted(
            "JOIN campaign_target t ON t.campaign_id = :mine AND t.school_uai = o.school_uai", "c.id <> :mine");
    private static final String OF_SCHOOL = OTHERS.formatted("", "o.school_uai = :uai AND c.id <> :mine");
    private static final String OF_SCHOOLS = OTHERS.formatted("", "o.school_uai IN (:uais)");

    /**
     * Another campaign with schools in common. The deadline of one that is paused is the one it would have if it went
     * on today.
     */
    private record Other(String title, LocalDate opensOn, LocalDate deadline, LocalDate pausedOn, int schools) {

        Other withDeadline(LocalDate moved) {
            return new Other(title, opensOn, moved, pausedOn, schools);
        }

        boolean isTooNear(LocalDate opens, LocalDate closes) {
            return !opens.isAfter(deadline.plusDays(DAYS_BETWEEN))
                    && !closes.plusDays(DAYS_BETWEEN).isBefore(opensOn);
        }

        String sentence() {
            return "« " + title + " » interroge aussi "
                    + (schools == 1 ? "une de ces écoles" : schools + " de ces écoles") + ", du " + French.day(opensOn)
                    + " au " + French.day(deadline) + ".";
        }
    }

    private final JdbcClient jdbc;
    private final Projects projects;
    private final SchoolCalendar calendar;
    private final Circonscriptions circonscriptions;
    private final CampaignDates dates;
    private final Clock clock;

    /** Held until the transaction ends: two campaigns launched at once would not see each other. */
    void oneAtATime() {
        jdbc.sql("SELECT id FROM campaign_gate WHERE id = 1 FOR UPDATE")
                .query(Integer.class)
                .single();
    }

    /** @throws Refusal with which campaign and the next dates that fit */
    void check(Campaign campaign, Zone zone) {
        List<Other> others = mine(campaign);
        objection(others, zone, campaign.opensOn(), campaign.deadline()).ifPresent(problem -> {
            throw new Refusal(problem);
        });
    }

    /**
     * @throws Refusal when schools would then have another survey in the same fortnight: which one, and how far the
     *     deadline may go
     */
    void checkExtension(Campaign campaign, LocalDate newDeadline) {
        near(campaign, LocalDate.now(clock), newDeadline).ifPresent(other -> {
            LocalDate last = lastBefore(campaign, other);
            throw new Refusal(other.sentence()
                    + RULE
                    + (last.isAfter(campaign.deadline())
                            ? "l'échéance va au plus tard au " + French.day(last) + ", ou déplacez « " + other.title()
                                    + " »."
                            : "déplacez « " + other.title() + " » avant de laisser plus de temps."));
        });
    }

    /** @throws Refusal when the deadline cannot move by a single school day */
    void checkPause(Campaign campaign) {
        next(campaign)
                .filter(other -> !lastBefore(campaign, other).isAfter(campaign.deadline()))
                .ifPresent(other -> {
                    throw new Refusal(other.sentence() + RULE
                            + "une suspension, même d'un jour, ferait reculer l'échéance jusque-là. Déplacez « "
                            + other.title() + " », puis suspendez.");
                });
    }

    /**
     * The last day on which a paused campaign may go on with a deadline moved by the whole pause; empty when no other
     * survey is near.
     */
    Optional<LocalDate> resumeBy(Campaign campaign) {
        Zone zone = dates.zone(campaign);
        return next(campaign)
                .map(other -> calendar.plus(
                        zone,
                        campaign.pausedOn(),
                        Math.max(0, calendar.between(zone, campaign.deadline(), lastBefore(campaign, other)))));
    }

    /** @throws Refusal when schools would have another survey in the same fortnight: which one, and the ways out */
    void checkResumption(Campaign campaign, LocalDate newDeadline) {
        near(campaign, LocalDate.now(clock), newDeadline).ifPresent(other -> {
            LocalDate last = lastBefore(campaign, other);
            String sooner = last.isBefore(dates.earliest(dates.zone(campaign)))
                    ? ""
                    : "choisissez une échéance au plus tard le " + French.day(last) + ", ";
            String move =
                    other.opensOn().isAfter(LocalDate.now(clock)) ? "déplacez « " + other.title() + " », ou " : "";
            throw new Refusal(other.sentence() + RULE + sooner + move + "reprenez à partir du "
                    + French.day(calendar.onOrAfter(
                            dates.zone(campaign), other.deadline().plusDays(DAYS_BETWEEN + 1))) + ".");
        });
    }

    /** The last deadline that leaves schools a fortnight before the other survey. */
    private LocalDate lastBefore(Campaign campaign, Other other) {
        return calendar.plus(dates.zone(campaign), other.opensOn().minusDays(DAYS_BETWEEN), -1);
    }

    /** Which other campaign the schools also have within a fortnight; a French sentence. */
    Optional<String> neighbour(Campaign campaign) {
        return near(campaign, campaign.opensOn(), campaign.deadline()).map(Other::sentence);
    }

    /** The same of one school that is asked later, from today on; the campaign that asks it is not another one. */
    Optional<String> neighbour(String uai, Campaign mine, LocalDate due) {
        LocalDate today = LocalDate.now(clock);
        return others(OF_SCHOOL, Map.of("uai", uai, "mine", mine.id()), today, dates.zone(mine)).stream()
                .filter(other -> other.isTooNear(today, due))
                .findFirst()
                .map(Other::sentence);
    }

    /** The first day from which each may be asked, from a day until then; those that may be today are left out. */
    Map<String, LocalDate> askableFrom(Collection<String> uais, Campaign mine, LocalDate due) {
        LocalDate today = LocalDate.now(clock);
        Zone zone = dates.zone(mine);
        boolean any = !uais.isEmpty()
                && others(OF_SCHOOLS, Map.of("uais", uais), today, zone).stream()
                        .anyMatch(other -> other.isTooNear(today, due));
        Map<String, LocalDate> from = new HashMap<>();
        (any ? uais : List.<String>of()).forEach(uai -> {
            List<Other> others = others(OF_SCHOOL, Map.of("uai", uai, "mine", mine.id()), today, zone);
            if (others.stream().anyMatch(other -> other.isTooNear(today, due))) {
                from.put(uai, next(others, zone, calendar.between(zone, today, due)));
            }
        });
        return from;
    }

    private Optional<Other> near(Campaign campaign, LocalDate from, LocalDate newDeadline) {
        return mine(campaign).stream()
                .filter(other -> other.isTooNear(from, newDeadline))
                .findFirst();
    }

    /** The first that is still to open. */
    private Optional<Other> next(Campaign campaign) {
        return mine(campaign).stream()
                .filter(other -> other.opensOn().isAfter(LocalDate.now(clock)))
                .findFirst();
    }

    private List<Other> mine(Campaign campaign) {
        return others(OF_CAMPAIGN, Map.of("mine", campaign.id()), campaign.opensOn(), dates.zone(campaign));
    }

    @Override
    public Optional<String> objection(long projectId, LocalDate opensOn, LocalDate deadline) {
        Collection<String> uais = projects.schools(projectId);
        Zone zone = circonscriptions
                .find(projects.find(projectId).orElseThrow().circonscriptionUai())
                .orElseThrow()
                .zone();
        Optional<String> tooFar = dates.tooFar(Set.of(zone), deadline);
        return tooFar.isPresent()
                ? tooFar
                : uais.isEmpty()
                        ? Optional.empty()
                        : objection(others(OF_SCHOOLS, Map.of("uais", uais), opensOn, zone), zone, opensOn, deadline);
    }

    private Optional<String> objection(List<Other> others, Zone zone, LocalDate opens, LocalDate closes) {
        return others.stream()
                .filter(other -> other.isTooNear(opens, closes))
                .findFirst()
                .map(other -> {
                    int length = calendar.between(zone, opens, closes);
                    LocalDate next = next(others, zone, length);
                    return "« " + other.title() + " » interroge déjà "
                            + (other.schools() == 1 ? "une de ces écoles" : other.schools() + " de ces écoles")
                            + ", du "
                            + French.day(other.opensOn()) + " au " + French.day(other.deadline())
                            + "." + RULE + "ouvrez à partir du " + French.day(next)
                            + " (échéance le " + French.day(calendar.plus(zone, next, length))
                            + "), ou retirez ces écoles.";
                });
    }

    /** The first opening after which nothing is too near any more. */
    private LocalDate next(List<Other> others, Zone zone, int length) {
        LocalDate last = others.stream()
                .map(Other::deadline)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        while (true) {
            LocalDate opens = calendar.onOrAfter(zone, last.plusDays(DAYS_BETWEEN + 1));
            LocalDate closes = calendar.plus(zone, opens, length);
            Optional<LocalDate> hindrance = others.stream()
                    .filter(other -> other.isTooNear(opens, closes))
                    .map(Other::deadline)
                    .max(Comparator.naturalOrder());
            if (hindrance.isEmpty()) {
                return opens;
            }
            last = hindrance.get();
        }
    }

    private List<Other> others(String sql, Map<String, ?> params, LocalDate opensOn, Zone zone) {
        return jdbc
                .sql(sql)
                .params(params)
                .param("from", opensOn.minusDays(DAYS_BETWEEN))
                .query(Other.class)
                .list()
                .stream()
                .map(other -> other.pausedOn() == null
                        ? other
                        : other.withDeadline(dates.afterPause(zone, other.deadline(), other.pausedOn())))
                .toList();
    }
}
