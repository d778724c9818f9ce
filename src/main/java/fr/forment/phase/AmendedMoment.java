package fr.forment.phase;

import fr.forment.french.Refusal;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.SessionChanges;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The hours of a session and who trains in it, together: a trainer who is taken at the new hours may be replaced by the
 * same amendment.
 */
@Component
@RequiredArgsConstructor
class AmendedMoment {

    /** A line of a plan has one date: whoever followed it would lose the others. */
    private static final String SEVERAL =
            "cette session a lieu à plusieurs dates, qui restent : fixez-les à la main sur sa page (« Dates et demi-journées »).";

    private final SessionChanges changes;
    private final EnrolmentRepository enrolments;
    private final SessionWords words;
    private final SessionDates dates;

    /** Nobody's time is taken here yet, not even that of the present trainer. */
    void follow(TrainingSession session, AmendedLine line, List<AmendedFact> facts) {
        if (!line.changesMoment() && !line.changesTrainer()) {
            return;
        }
        LocalDateTime start = line.changes(AmendedLine::start) ? AmendedLine.start(line.after()) : session.startsAt();
        int minutes = line.changesMoment() ? line.after().minutes() : session.minutes();
        Long trainer = line.changesTrainer() ? line.after().trainerAgentId() : session.trainerId();
        String was = words.moment(session.startsAt(), session.minutes());
        String is = words.moment(start, minutes);
        String no = null;
        if (!is.equals(was)) {
            no = session.isOnSeveralDays() ? SEVERAL : badMoment(session, start, minutes);
        }
        LocalDateTime kept = no == null ? start : session.startsAt();
        int keptMinutes = no == null ? minutes : session.minutes();
        String noTrainer = badTrainer(session, trainer, kept, keptMinutes);
        if (noTrainer != null && Objects.equals(trainer, session.trainerId()) && no == null && !is.equals(was)) {
            no = noTrainer;
            kept = session.startsAt();
            keptMinutes = session.minutes();
            noTrainer = badTrainer(session, trainer, kept, keptMinutes);
        }
        if (!is.equals(was)) {
            facts.add(new AmendedFact(AmendedFact.DATE, was, is, no));
        }
        Long named = noTrainer == null
                ? trainer
                : badTrainer(session, session.trainerId(), kept, keptMinutes) == null ? session.trainerId() : null;
        noteTrainer(session, trainer, named, noTrainer, facts);
        if (no == null && !is.equals(was)) {
            session.reschedule(kept, keptMinutes, dates.now(session));
        }
        if (!Objects.equals(named, session.trainerId())) {
            session.entrustTo(named);
        }
    }

    private void noteTrainer(TrainingSession session, Long wanted, Long named, String no, List<AmendedFact> facts) {
        String before = words.trainer(session.trainerId(), session.trainerKind());
        // also of who could not stay: another session of the amendment took that person's time
        if (no != null) {
            facts.add(new AmendedFact(AmendedFact.TRAINER, before, words.trainer(wanted, session.trainerKind()), no));
        }
        if (!Objects.equals(named, session.trainerId())) {
            facts.add(new AmendedFact(AmendedFact.TRAINER, before, words.trainer(named, session.trainerKind()), null));
        }
    }

    private String badMoment(TrainingSession session, LocalDateTime start, int minutes) {
        return refusal(() -> changes.refuseBadMoment(session, start, minutes));
    }

    private String badTrainer(TrainingSession session, Long trainer, LocalDateTime start, int minutes) {
        if (trainer != null
                && enrolments
                        .active(session.id(), trainer)
                        .filter(row -> row.state().holdsPlace())
                        .isPresent()) {
            return "cette personne est inscrite à la session.";
        }
        return refusal(() -> changes.refuseBusyTrainer(session, trainer, start, minutes));
    }

    private static String refusal(Runnable question) {
        try {
            question.run();
            return null;
        } catch (Refusal no) {
            return no.getMessage();
        }
    }
}
