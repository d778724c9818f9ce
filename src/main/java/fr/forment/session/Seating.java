package fr.forment.session;

import fr.forment.hours.HoursLedger;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.territory.SchoolCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Gives and takes back places, with all that hangs on one: the person's half-hours, planned hours and history. The
 * caller holds the lock on the session and saves it. Whoever wants a place comes through here, so that no way in
 * forgets a rule.
 */
@Component
@RequiredArgsConstructor
public class Seating {

    private final EnrolmentRepository enrolments;
    private final JdbcClient jdbc;
    private final Occupations occupations;
    private final HoursLedger hours;
    private final SchoolCalendar calendar;
    private final Journal journal;
    private final ModuleLine modules;

    /** The rules were asked. Empty when no place is left. */
    public Optional<Enrolment> seat(TrainingSession session, Agent agent, String why) {
        return seat(session, agent, why, () -> waitingRow(session, agent.id()));
    }

    /** The same for somebody who is known not to wait for this session. */
    Optional<Enrolment> seatNewcomer(TrainingSession session, Agent agent, String why) {
        return seat(session, agent, why, () -> null);
    }

    private Optional<Enrolment> seat(TrainingSession session, Agent agent, String why, Supplier<Enrolment> waiting) {
        modules.redeem(session, agent.id());
        if (!session.book()) {
            return Optional.empty();
        }
        Enrolment enrolment = waiting.get();
        EnrolmentState before = enrolment == null ? null : enrolment.state();
        if (enrolment == null) {
            enrolment = Enrolment.of(session.id(), agent.id(), agent.schoolUai(), EnrolmentState.INSCRIT);
            add(enrolment);
        } else {
            enrolment.promote();
            enrolments.save(enrolment);
        }
        occupy(session, enrolment);
        journal.add(enrolment.told(before, why));
        modules.placed(session, agent.id());
        return Optional.of(enrolment);
    }

    /** One statement, which also says the number. */
    private void add(Enrolment first) {
        var number = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO enrolment (version, session_id, agent_id, active_agent_id, school_uai, state, waived)
                VALUES (0, ?, ?, ?, ?, ?, ?)""").params(Arrays.asList(first.first())).update(number, "id");
        first.numbered(Objects.requireNonNull(number.getKey()).longValue());
    }

    /** @param onlyDate see {@link ModuleLine#joined} */
    Enrolment putInLine(TrainingSession session, Agent agent, Set<Obstacle> waived, String why, boolean onlyDate) {
        Enrolment enrolment = Enrolment.of(session.id(), agent.id(), agent.schoolUai(), EnrolmentState.LISTE_ATTENTE);
        enrolment.waive(waived);
        add(enrolment);
        List<JournalEntry> noted = new ArrayList<>(List.of(enrolment.told(null, why)));
        noted.addAll(modules.joined(session, agent.id(), onlyDate));
        journal.addAll(noted);
        return enrolment;
    }

    /** Somebody leaves the session before it takes place. */
    public void unseat(TrainingSession session, Enrolment enrolment, EnrolmentState last, String why) {
        EnrolmentState before = enrolment.state();
        enrolment.end(last);
        enrolments.save(enrolment);
        if (before.holdsPlace()) {
            session.release();
            vacate(session, enrolment);
            if (last == EnrolmentState.ANNULE_ADMIN) { // nobody's own wish: what was asked for is still wanted
                modules.lost(session, enrolment.agentId(), false);
            }
        } else if (last == EnrolmentState.ANNULE_AGENT || last == EnrolmentState.ANNULE_ADMIN) {
            modules.left(session, enrolment.agentId());
        }
        journal.add(enrolment.told(before, why));
    }

    /**
     * A mark may free the place of who did not come, or take one for who came after all. False when there is none left.
     */
    public boolean mark(TrainingSession session, Enrolment enrolment, EnrolmentState mark, int minutes, String why) {
        EnrolmentState before = enrolment.state();
        if (!before.holdsPlace() && mark.holdsPlace() && !session.book()) {
            return false;
        }
        if (before.holdsPlace() && !mark.holdsPlace()) {
            session.release();
        }
        enrolment.mark(mark, minutes);
        enrolments.save(enrolment);
        journal.add(enrolment.told(before, why));
        return true;
    }

    /** The session leaves everybody's time, its trainer's too. */
    public void clear(TrainingSession session) {
        occupations.freeAll(session.id());
    }

    /**
     * The date has changed: the person is to be convoked again. The hours stay planned, perhaps in another school year.
     */
    public void expectAgain(TrainingSession session, Enrolment enrolment) {
        EnrolmentState before = enrolment.state();
        enrolment.expectAgain();
        enrolments.save(enrolment);
        occupy(session, enrolment);
        journal.add(enrolment.told(before, "Session reportée"));
    }

    /** The same for those who wait: what a motive let pass at the former date is asked again. */
    public void waitAgain(TrainingSession session) {
        enrolments.findBySessionIdOrderById(session.id()).stream()
                .filter(row -> row.state() == EnrolmentState.LISTE_ATTENTE && row.forgetDate())
                .forEach(enrolments::save);
    }

    private void occupy(TrainingSession session, Enrolment enrolment) {
        occupations.take(enrolment.agentId(), session);
        hours.plan(enrolment.agentId(), calendar.schoolYear(session.day()), session.minutes(), enrolment.hoursKey());
    }

    private void vacate(TrainingSession session, Enrolment enrolment) {
        occupations.free(enrolment.agentId(), session.id());
        hours.excuse(enrolment.agentId(), calendar.schoolYear(session.day()), enrolment.hoursKey());
    }

    private Enrolment waitingRow(TrainingSession session, long agentId) {
        return enrolments
                .active(session.id(), agentId)
                .filter(row -> row.state() == EnrolmentState.LISTE_ATTENTE)
                .orElse(null);
    }
}
