package fr.forment.session;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.session.guard.DayFaults;
import fr.forment.session.guard.MomentRules;
import fr.forment.session.letters.TeamMails;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A session whose people cannot be convoked in time (its vague began late, its plan was approved late or amended), or
 * that its school or its trainer cannot hold that day, or that nobody gives, or holds in no room that is known. Nobody
 * is convoked to it before a person gives it a date, or says why it is held nevertheless.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionDateService {

    /** The first of the reasons, where it is one. */
    private static final String TOO_LATE = "Les personnes ne peuvent plus être convoquées à temps pour cette date.";

    private static final String PAST =
            "Cette date est passée sans que personne ait été convoqué : donnez-en une autre, ou annulez la session.";

    private final SessionRepository sessions;
    private final SessionChanges changes;
    private final MomentRules moments;
    private final WaitingList line;
    private final Journal journal;
    private final TeamMails teamMails;
    private final SessionDates dates;
    private final DayFaults faults;
    private final SessionProcess process;
    private final Completion completion;

    @Transactional(readOnly = true)
    public boolean isNoticeLeft(long sessionId) {
        TrainingSession session = sessions.findById(sessionId).orElseThrow();
        return dates.isNoticeLeft(session) && !(session.isUnannounced() && faults.isHeldUp(session));
    }

    /** Whether nothing keeps it from being held, or the team wants it held all the same. */
    @Transactional(readOnly = true)
    public boolean isDayPossible(long sessionId) {
        return !faults.isHeldUp(sessions.findById(sessionId).orElseThrow());
    }

    /** Only something that is to be found keeps it back, no date: what the team is asked for is that. */
    @Transactional(readOnly = true)
    public boolean isOnlyLacking(long sessionId) {
        TrainingSession session = sessions.findById(sessionId).orElseThrow();
        return isOnlyLacking(session, reasons(session));
    }

    private boolean isOnlyLacking(TrainingSession session, List<String> reasons) {
        return !reasons.isEmpty() && faults.lacks(session).containsAll(reasons);
    }

    /** To give what it lacks mends it still: what lies in its date alone is decided on, and what comes late as well. */
    @Transactional(readOnly = true)
    public boolean isCompletable(long sessionId) {
        TrainingSession session = sessions.findById(sessionId).orElseThrow();
        return isKeepable(session)
                && dates.isNoticeLeft(session)
                && !(faults.of(session).isEmpty() && faults.lacks(session).isEmpty());
    }

    /** Its date is to come still: nobody keeps a day that is past. */
    @Transactional(readOnly = true)
    public boolean isKeepable(long sessionId) {
        return isKeepable(sessions.findById(sessionId).orElseThrow());
    }

    private boolean isKeepable(TrainingSession session) {
        return session.startsAt().isAfter(dates.now(session));
    }

    /** For the choice of the form: who can be named. */
    @Transactional(readOnly = true)
    public String trainers(long sessionId) {
        return completion.trainers(sessions.findById(sessionId).orElseThrow());
    }

    /** For the choice of the form: the rooms of the circonscription. */
    @Transactional(readOnly = true)
    public String rooms(long sessionId) {
        return completion.rooms(sessions.findById(sessionId).orElseThrow());
    }

    /** Why the team is asked, in French sentences. */
    @Transactional(readOnly = true)
    public List<String> reasons(long sessionId) {
        return reasons(sessions.findById(sessionId).orElseThrow());
    }

    private List<String> reasons(TrainingSession session) {
        List<String> found = faults.of(session);
        List<String> lacks = faults.lacks(session);
        List<String> hindrances =
                found.stream().filter(fault -> !lacks.contains(fault)).toList();
        boolean accepted = session.isHeldAnyway(found) || session.isHeldAnyway(hindrances);
        List<String> open = Stream.concat(
                        withTooFew(session).stream(),
                        found.stream().filter(fault -> !accepted || !hindrances.contains(fault)))
                .toList();
        return dates.isNoticeLeft(session)
                ? open
                : Stream.concat(Stream.of(isKeepable(session) ? TOO_LATE : PAST), open.stream())
                        .toList();
    }

    /** The enrolments were looked at: there were none, or too few, and nobody said whether these are enough. */
    private Optional<String> withTooFew(TrainingSession session) {
        if (session.isUndecided() && session.booked() > 0) {
            return Optional.of("Personne n'a décidé à temps de tenir la session avec "
                    + French.count(session.booked(), "inscription") + " pour un effectif minimal de "
                    + session.minimum() + ways(session, "avec cet effectif"));
        }
        boolean planned = session.planLine() != null && !session.isForParents() && faults.isSummonsPast(session);
        return session.booked() == 0 && (planned || session.isUndecided())
                ? Optional.of("Personne n'est inscrit"
                        + (session.planLine() == null ? "" : ", et le plan prévoit cette session")
                        + ways(session, "le temps d'inscrire des personnes"))
                : Optional.empty();
    }

    /** What may be done: a day that is past is not kept. */
    private String ways(TrainingSession session, String how) {
        return " : donnez-lui une autre date, " + (isKeepable(session) ? "gardez celle-ci " + how + ", " : "")
                + "ou annulez-la.";
    }

    /**
     * While everybody can still be convoked in time, what is to be found is asked for and the session stays as it is:
     * its date stands, people come and go. Whoever made the date a question by answering late reads it in the task.
     */
    public void ask(long sessionId) {
        TrainingSession session = lock(sessionId);
        SessionState before = session.state();
        List<String> reasons = reasons(session);
        boolean lacking = isOnlyLacking(session, reasons);
        if (lacking && before == SessionState.CONFIRMEE && dates.isInTime(session)) {
            teamMails.completionAwaited(session, reasons, 0);
            return;
        }
        seekDate(session, reasons);
        if (before != SessionState.DATE_A_FIXER || !reasons.equals(List.of(TOO_LATE))) {
            teamMails.dateAwaited(session, reasons, lacking, 0);
        }
    }

    private void seekDate(TrainingSession session, List<String> reasons) {
        SessionState before = session.state();
        if (before != SessionState.DATE_A_FIXER) {
            session.askDate();
            line.withdraw(session, "une autre date est cherchée pour cette session");
            sessions.save(session);
            journal.state(
                    TrainingSession.JOURNAL,
                    session.id(),
                    before.label(),
                    session.state().label(),
                    String.join(" ", reasons));
        }
    }

    /**
     * A session just opened that would be held back as soon as somebody joined it is held back from the beginning:
     * nobody is enrolled, or written to, in between. Its process asks the team.
     *
     * @return why, in French sentences; empty, and nothing changes, where nothing holds it back
     */
    public List<String> holdBack(long sessionId) {
        TrainingSession session = lock(sessionId);
        SessionState before = session.state();
        session.askDate(); // what the summons lacks counts for a session that is sought something
        List<String> reasons = reasons(session);
        if (!reasons.isEmpty()) {
            sessions.save(session);
            journal.state(
                    TrainingSession.JOURNAL,
                    sessionId,
                    before.label(),
                    session.state().label(),
                    String.join(" ", reasons));
        }
        return reasons;
    }

    public void remind(long sessionId) {
        TrainingSession session = lock(sessionId);
        List<String> reasons = reasons(session);
        if (session.state() == SessionState.CONFIRMEE) {
            teamMails.completionAwaited(session, reasons, 1);
        } else {
            teamMails.dateAwaited(session, reasons, isOnlyLacking(session, reasons), 1);
        }
    }

    /**
     * It has lain too long: on the IEN's own desk. What was to be found in time and was not makes the date itself a
     * question, for everybody who was asked.
     */
    public void escalate(long sessionId) {
        TrainingSession session = lock(sessionId);
        boolean lapsed = session.state() == SessionState.CONFIRMEE;
        List<String> reasons = reasons(session);
        if (lapsed) {
            seekDate(session, reasons);
            process.elsewhere(sessionId);
        }
        teamMails.dateAwaited(session, reasons, isOnlyLacking(session, reasons), lapsed ? 0 : 2);
    }

    /**
     * Who keeps the date may give what the session lacks with it.
     *
     * @param answer of the fields of the form, each may be null
     * @throws Refusal when the answer is incomplete, or names a date that is too near as well
     */
    public LowDecision record(long sessionId, DateAnswer answer) {
        TrainingSession session = lock(sessionId);
        LowDecision decided = LowDecision.ofDate(answer.decision());
        if (decided == LowDecision.COMPLETER) {
            refuseLate(session, answer);
        }
        if (decided == LowDecision.COMPLETER || decided == LowDecision.MAINTENIR) {
            completion.complete(session, answer.given());
        }
        switch (decided) {
            case MAINTENIR -> keep(session, answer.motive());
            case REPORTER -> {
                changes.postponeInTime(
                        session,
                        SessionPreparationService.moment(session, answer.newDay(), answer.newTime()),
                        answer.motive());
                refuseFaults(session);
            }
            case COMPLETER -> refuseHindered(session);
            default -> changes.cancel(session, answer.motive());
        }
        return decided;
    }

    /** Nothing was given, or giving it is not enough any more: that people hear of it late is a person's to accept. */
    private void refuseLate(TrainingSession session, DateAnswer answer) {
        if (answer.given().isEmpty()) {
            throw new Refusal("Indiquez la salle ou la personne qui assure la session.", "place");
        }
        if (!isKeepable(session)) {
            throw new Refusal(PAST, "decision");
        }
        if (!dates.isNoticeLeft(session)) {
            throw new Refusal(
                    TOO_LATE
                            + " Choisissez « Garder cette date malgré tout », en indiquant ici ce qui manque, ou « Donner une autre date ».",
                    "decision");
        }
    }

    /** What it still lacks is asked for again; what hinders the date is decided on. */
    private void refuseHindered(TrainingSession session) {
        List<String> still = accepted(session);
        if (!still.isEmpty() && !session.isHeldAnyway(still)) {
            throw new Refusal(
                    String.join(" ", still)
                            + " Choisissez « Donner une autre date » ou « Garder cette date malgré tout ».",
                    "decision");
        }
    }

    private void keep(TrainingSession session, String motive) {
        moments.refuseBadMoment(session, session.startsAt());
        String why = SessionChanges.motiveOf(motive);
        refuseLacks(session);
        List<String> known = accepted(session);
        String decided = dates.isNoticeLeft(session) ? "Maintenue à cette date" : "Convoquée avec un délai réduit";
        session.waiveNotice();
        if (session.isUndecided() && session.booked() > 0) {
            session.keep();
        }
        if (!known.isEmpty()) {
            session.holdAnyway(known, why);
        }
        sessions.save(session);
        journal.state(
                TrainingSession.JOURNAL,
                session.id(),
                session.state().label(),
                known.isEmpty() ? decided : decided + ". Tenue malgré ceci : " + String.join(" ", known),
                why);
    }

    /** Nobody can want people summoned to nobody and nowhere. Before the day of the summons it may still be found. */
    private void refuseLacks(TrainingSession session) {
        List<String> lacks = faults.isSummonsPast(session) || session.state() == SessionState.CONFIRMEE
                ? faults.lacks(session)
                : List.of();
        if (!lacks.isEmpty()) {
            throw new Refusal(
                    String.join(" ", lacks)
                            + (dates.isNoticeLeft(session)
                                    ? " Choisissez « Compléter la session », et indiquez ici la salle ou la personne qui manque."
                                    : " Indiquez ici la salle ou la personne qui manque : les convocations l'attendent."),
                    "decision");
        }
    }

    /** What a person may accept: what is lacking is no matter of wanting it, it is asked for until it is there. */
    private List<String> accepted(TrainingSession session) {
        List<String> lacks = faults.lacks(session);
        return faults.of(session).stream()
                .filter(fault -> !lacks.contains(fault))
                .toList();
    }

    /** Else the same question would come back on the day of the convocations. */
    private void refuseFaults(TrainingSession session) {
        List<String> still = accepted(session);
        if (!still.isEmpty()) {
            throw new Refusal(
                    String.join(" ", still)
                            + " La personne et le lieu se changent sur la page de la session ; pour garder la date malgré tout, choisissez « Garder cette date ».",
                    "newDay");
        }
    }

    private TrainingSession lock(long sessionId) {
        return sessions.lock(sessionId).orElseThrow();
    }
}
