package fr.forment.phase;

import fr.forment.catalogue.Format;
import fr.forment.french.French;
import fr.forment.journal.Journal;
import fr.forment.plan.PlannedSession;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentState;
import fr.forment.session.Occupations;
import fr.forment.session.Seating;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.WaitingList;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.halfday.StandIns;
import fr.forment.session.told.SessionResized;
import fr.forment.session.told.Tidings;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes over into a coming session what an amendment changes in its line, each fact by itself, so that one that cannot
 * be does not hold up the others. The caller holds the locks and has given the time of the people free.
 */
@Component
@RequiredArgsConstructor
class AmendedSession {

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final Occupations occupations;
    private final Seating seating;
    private final WaitingList waiting;
    private final AmendedMoment moments;
    private final AmendedPublic people;
    private final SessionWords words;
    private final ApplicationEventPublisher events;
    private final SessionHalfDays halves;
    private final StandIns standIns;
    private final Journal journal;
    private final SessionMails mails;
    private final AmendmentMails letters;

    /** @param why what the history says */
    List<AmendedFact> follow(TrainingSession session, AmendedLine line, String why) {
        Tidings announcement = Tidings.of(session);
        LocalDateTime formerly = session.startsAt();
        List<HalfDay> halfDays = halves.of(session);
        int minutes = session.minutes();
        Long trainer = session.trainerId();
        String host = session.place();
        boolean announced = session.state() != SessionState.DATE_A_FIXER
                || session.sequence() > 0; // who never heard of it hears of no change
        List<AmendedFact> facts = new ArrayList<>();
        int places = session.capacity();
        people.leave(session, line, announced, facts);
        module(session, line, facts);
        capacity(session, line.after().capacity(), line.changes(PlannedSession::capacity), facts);
        moments.follow(session, line, facts);
        place(session, line, facts);
        boolean moved = !formerly.equals(session.startsAt()) || minutes != session.minutes();
        if (announced && !moved && letters.concernPeople(facts)) {
            session.renew();
        }
        sessions.save(session);
        if (line.changesMoment() || line.changesTrainer()) {
            occupyAgain(session, moved, announced, formerly);
        }
        if (moved) {
            if (session.isOnSeveralDays()) {
                standIns.settle(session, halfDays, halves.of(session));
            } else {
                standIns.keep(session, halfDays);
            }
        }
        if (announced) {
            List<Enrolment> expected = enrolments.expected(session.id());
            letters.people(session, expected, facts, moved, line.after().planId());
            letters.hosts(session, expected, host, formerly, facts, line.after().planId());
            letters.trainers(
                    session, trainer, announcement, facts, moved, line.after().planId());
        }
        waiting.serve(session);
        people.join(session, line, announced);
        if (announced && moved) {
            waiting.move(session, announcement, why);
        }
        sessions.save(session);
        if (places != session.capacity()) {
            events.publishEvent(new SessionResized(session.id()));
        }
        note(session, facts, why);
        return facts;
    }

    /** Of a session that has begun, or will not take place, nothing changes. */
    List<AmendedFact> refuse(TrainingSession session, AmendedLine line, String why) {
        String no = "cette session est commencée, terminée ou annulée.";
        PlannedSession wanted = line.after();
        List<AmendedFact> facts = new ArrayList<>();
        refuse(
                facts,
                line.changes(PlannedSession::moduleCode),
                "Module",
                session.moduleCode(),
                wanted.moduleCode(),
                no);
        refuse(
                facts,
                line.changes(PlannedSession::format),
                "Modalité",
                session.format().label(),
                wanted.format().label(),
                no);
        refuse(
                facts,
                line.changesMoment(),
                AmendedFact.DATE,
                words.moment(session.startsAt(), session.minutes()),
                words.moment(AmendedLine.start(wanted), wanted.minutes()),
                no);
        refuse(
                facts,
                line.changes(PlannedSession::place),
                AmendedFact.PLACE,
                words.place(session),
                words.place(wanted.place()),
                no);
        refuse(
                facts,
                line.changesTrainer(),
                AmendedFact.TRAINER,
                words.trainer(session),
                words.trainer(wanted.trainerAgentId(), wanted.trainerKind()),
                no);
        refuse(
                facts,
                line.changes(PlannedSession::capacity),
                AmendedFact.PLACES,
                String.valueOf(session.capacity()),
                String.valueOf(wanted.capacity()),
                no);
        refuse(facts, line.changesPublic(), "Public", people.told(line.before()), people.told(wanted), no);
        note(session, facts, why);
        return facts;
    }

    private static void refuse(
            List<AmendedFact> facts, boolean changed, String name, String before, String after, String no) {
        if (changed && !before.equals(after)) {
            facts.add(new AmendedFact(name, before, after, no));
        }
    }

    private void note(TrainingSession session, List<AmendedFact> facts, String why) {
        facts.forEach(fact -> journal.state(
                TrainingSession.JOURNAL,
                session.id(),
                fact.was(),
                fact.is(),
                fact.isTaken() ? why : why + " : " + fact.no()));
    }

    private void module(TrainingSession session, AmendedLine line, List<AmendedFact> facts) {
        PlannedSession after = line.after();
        if (line.changes(PlannedSession::moduleCode)
                || line.changes(PlannedSession::format)
                || line.changes(PlannedSession::trainerKind)) {
            String title = words.title(session);
            String format = session.format().label();
            session.teach(after.moduleCode(), after.format(), after.trainerKind());
            note(facts, "Module", title, words.title(session));
            note(facts, "Modalité", format, session.format().label());
        }
    }

    private void capacity(TrainingSession session, int wanted, boolean changed, List<AmendedFact> facts) {
        if (!changed || wanted == session.capacity()) {
            return;
        }
        String before = String.valueOf(session.capacity());
        boolean possible = wanted >= session.booked();
        if (possible) {
            session.resize(wanted);
        }
        facts.add(new AmendedFact(
                AmendedFact.PLACES,
                before,
                String.valueOf(wanted),
                possible
                        ? null
                        : French.count(session.booked(), "personne est inscrite", "personnes sont inscrites") + "."));
    }

    /** The plan's own sessions do not meet in a room; others may. */
    private void place(TrainingSession session, AmendedLine line, List<AmendedFact> facts) {
        String wanted = line.after().place();
        boolean joined = wanted.equals(Format.DISTANCE.label()) && MeetingPlace.isLink(session.place());
        if (!line.changes(PlannedSession::place) || joined || wanted.equals(session.place())) {
            return; // whoever is at a distance already keeps the address
        }
        String before = words.place(session);
        boolean taken = words.isSchool(wanted)
                && halves.of(session).stream()
                        .anyMatch(half ->
                                sessions.othersIn(wanted, half.startsAt(), half.endsAt(), session.projectId()) > 0);
        if (!taken) {
            session.moveTo(wanted);
        }
        facts.add(new AmendedFact(
                AmendedFact.PLACE,
                before,
                words.place(wanted),
                taken ? "une autre session a lieu dans cette école à ce moment-là." : null));
    }

    private void occupyAgain(TrainingSession session, boolean moved, boolean announced, LocalDateTime formerly) {
        if (session.trainerId() != null) {
            occupations.take(session.trainerId(), session);
        }
        if (moved) {
            seating.waitAgain(session);
        }
        List<Enrolment> seated = enrolments.expected(session.id());
        Set<Long> busy =
                occupations.busy(seated.stream().map(Enrolment::agentId).toList(), session);
        for (Enrolment row : seated) {
            if (busy.contains(row.agentId())) {
                seating.unseat(
                        session, row, EnrolmentState.ANNULE_ADMIN, "Participe à une autre session à ce moment-là");
                if (announced) {
                    mails.unseated(
                            session,
                            row,
                            formerly,
                            "la session a lieu à un moment où vous participez déjà à une autre session");
                }
            } else if (moved) {
                seating.expectAgain(session, row);
            } else {
                occupations.take(row.agentId(), session);
            }
        }
    }

    private static void note(List<AmendedFact> facts, String name, String before, String after) {
        if (!Objects.equals(before, after)) {
            facts.add(new AmendedFact(name, before, after, null));
        }
    }
}
