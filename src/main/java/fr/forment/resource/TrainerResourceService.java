package fr.forment.resource;

import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.AgentEvent;
import fr.forment.people.Agents;
import fr.forment.people.OutOfReach;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Weeks and absences of trainers: said, taken back, each traced in the person's history. What is said last stands from
 * its first day on; what was said before keeps the days around it. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class TrainerResourceService {

    private static final int MOST_HALF_DAYS = 400;
    private static final int LONGEST_REASON = 120;

    private final JdbcClient jdbc;
    private final TrainerResources resources;
    private final Agents agents;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * @param most half-days in a school year; null without bound
     * @return false when just that stood already
     */
    public boolean giveWeek(long agentId, LocalDate from, LocalDate until, GivenWeek given, Integer most) {
        DaySpan when = DaySpan.said(from, until, LocalDate.now(clock));
        if (most != null && (most < 0 || most > MOST_HALF_DAYS)) {
            throw new Refusal(
                    "Le nombre de demi-journées va de 0 à " + MOST_HALF_DAYS
                            + " ; laissez vide s'il n'y a pas de limite.",
                    "demiJournees");
        }
        hold(agentId);
        TrainerWeek said = new TrainerWeek(0, agentId, when, given, most);
        List<TrainerWeek> before = resources.weeksOf(agentId);
        if (before.stream().anyMatch(week -> week.says(said) && week.period().equals(when))) {
            return false;
        }
        for (TrainerWeek week : before) {
            List<DaySpan> left = week.period().without(when);
            if (!left.equals(List.of(week.period()))) {
                jdbc.sql("DELETE FROM trainer_week WHERE id = ?")
                        .param(week.id())
                        .update();
                left.forEach(period -> add(agentId, period, week.given(), week.mostHalfDays()));
            }
        }
        add(agentId, when, given, most);
        told(agentId, "Jours donnés aux formations", null, when.words() + " : " + said.words());
        changed(ResourceChanged.Kind.DAYS, agentId, when);
        return true;
    }

    public void withdrawWeek(long agentId, long weekId) {
        hold(agentId);
        TrainerWeek week = resources.weeksOf(agentId).stream()
                .filter(each -> each.id() == weekId)
                .findFirst()
                .orElseThrow(TrainerResourceService::gone);
        jdbc.sql("DELETE FROM trainer_week WHERE id = ?").param(weekId).update();
        told(agentId, "Jours donnés aux formations retirés", week.period().words() + " : " + week.words(), null);
        changed(ResourceChanged.Kind.DAYS, agentId, week.period());
    }

    /**
     * @param part of each day; null: the whole day
     * @return false when just that stood already
     */
    public boolean away(long agentId, LocalDate from, LocalDate until, DayPart part, String reason) {
        return away(agentId, from, until, part, reason, null);
    }

    /**
     * Days of somebody whose days others keep, said by the team of a circonscription: they count for its plans and
     * sessions alone.
     *
     * @return false when just that stood already
     */
    public boolean awayFor(String circonscriptionUai, long agentId, LocalDate from, LocalDate until) {
        return away(agentId, from, until, null, null, circonscriptionUai);
    }

    private boolean away(
            long agentId, LocalDate from, LocalDate until, DayPart part, String reason, String circonscriptionUai) {
        DaySpan when = DaySpan.said(from, until == null ? from : until, LocalDate.now(clock));
        String why = Names.clean(reason == null ? "" : reason);
        if (why.length() > LONGEST_REASON) {
            throw new Refusal("Le motif compte au plus " + LONGEST_REASON + " caractères : raccourcissez-le.", "motif");
        }
        hold(agentId);
        List<TrainerAbsence> known = (circonscriptionUai == null
                        ? resources.absences(List.of(agentId), when.from())
                        : resources.absences(List.of(agentId), when.from(), circonscriptionUai))
                .getOrDefault(agentId, List.of());
        if (known.stream().anyMatch(each -> each.period().equals(when) && Objects.equals(each.part(), part))) {
            return false;
        }
        jdbc.sql(
                        "INSERT INTO trainer_absence (agent_id, from_day, until_day, part, reason, circonscription_uai) VALUES (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        agentId,
                        when.from(),
                        when.until(),
                        part == null ? null : part.name(),
                        why.isEmpty() ? null : why,
                        circonscriptionUai))
                .update();
        told(
                agentId,
                circonscriptionUai == null ? "Absence annoncée" : "Absence annoncée pour une circonscription",
                null,
                new TrainerAbsence(0, agentId, when, part, null, circonscriptionUai).words());
        changed(ResourceChanged.Kind.ABSENCE, agentId, when);
        return true;
    }

    public void back(long agentId, long absenceId) {
        hold(agentId);
        TrainerAbsence absence = resources.allAbsencesOf(agentId, LocalDate.MIN).stream()
                .filter(each -> each.id() == absenceId)
                .findFirst()
                .orElseThrow(TrainerResourceService::gone);
        jdbc.sql("DELETE FROM trainer_absence WHERE id = ?").param(absenceId).update();
        told(agentId, "Absence retirée", absence.words(), null);
        changed(ResourceChanged.Kind.ABSENCE, agentId, absence.period());
    }

    /** @throws OutOfReach when the row is another person's, or never was; one just taken back is refused in words */
    @Transactional(readOnly = true)
    public void requireRow(String table, long agentId, long id) {
        if (!List.of("trainer_week", "trainer_absence", "trainer_certification").contains(table)
                || jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE id = ? AND agent_id = ?")
                                .params(id, agentId)
                                .query(Integer.class)
                                .single()
                        == 0) {
            throw new OutOfReach();
        }
    }

    private void add(long agentId, DaySpan when, GivenWeek given, Integer most) {
        jdbc.sql(
                        "INSERT INTO trainer_week (agent_id, from_day, until_day, given, most_half_days) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(agentId, when.from(), when.until(), String.join(",", given.codes()), most))
                .update();
    }

    /** One hand at a time: the next one reads what this one wrote. */
    void hold(long agentId) {
        agents.hold(agentId);
    }

    void told(long agentId, String what, String before, String after) {
        journal.add(agentId, AgentEvent.TRAINER, what, before, after);
    }

    void changed(ResourceChanged.Kind kind, long agentId, DaySpan when) {
        String circonscription =
                agents.find(agentId).map(Agent::circonscriptionUai).orElse(null);
        events.publishEvent(ResourceChanged.ofTrainer(kind, agentId, circonscription, when));
    }

    static Refusal gone() {
        return new Refusal("Cette ligne n'existe plus : quelqu'un vient peut-être de la retirer. Rechargez la page.");
    }
}
