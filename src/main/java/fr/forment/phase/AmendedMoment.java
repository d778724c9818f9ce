package fr.forment.phase;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.plan.PlannedSession;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.MomentRules;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.halfday.StandIns;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The hours of a session and who trains in it, together: a trainer who is taken at the new hours may be replaced by the
 * same amendment.
 */
@Component
@RequiredArgsConstructor
class AmendedMoment {

    /** A line of a plan has one date: where not all others can move along, none does. */
    private static final String SEVERAL =
            "cette session a lieu à plusieurs dates, qui restent : fixez-les à la main sur sa page (« Dates et demi-journées »).";

    private final MomentRules moments;
    private final EnrolmentRepository enrolments;
    private final SessionWords words;
    private final SessionDates dates;
    private final SessionHalfDays halves;
    private final StandIns standIns;

    /** Nobody's time is taken here yet, not even that of the present trainer. */
    void follow(TrainingSession session, AmendedLine line, List<AmendedFact> facts) {
        if (!line.changesMoment() && !line.changesTrainer()) {
            return;
        }
        if (session.isOnSeveralDays() && line.changesMoment()) {
            followDates(session, line, facts);
            if (!line.changesTrainer()) {
                return;
            }
        }
        boolean moves = line.changes(AmendedLine::start) && !session.isOnSeveralDays();
        LocalDateTime start = moves ? AmendedLine.start(line.after()) : session.startsAt();
        int minutes = line.changesMoment() && !session.isOnSeveralDays()
                ? line.after().minutes()
                : session.minutes();
        Long trainer = line.changesTrainer() ? line.after().trainerAgentId() : session.trainerId();
        String was = words.moment(session.startsAt(), session.minutes());
        String is = words.moment(start, minutes);
        String no = null;
        if (!is.equals(was)) {
            no = badMoment(session, start, minutes);
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

    /** All of them by as much as the line moves, each with who gives it: or none, and a person is told. */
    private void followDates(TrainingSession session, AmendedLine line, List<AmendedFact> facts) {
        if (line.changes(PlannedSession::minutes)) {
            facts.add(new AmendedFact(
                    AmendedFact.LENGTH,
                    French.duration(session.minutes()),
                    French.duration(line.after().minutes()),
                    SEVERAL));
        }
        if (!line.changes(AmendedLine::start)) {
            return;
        }
        List<HalfDay> were = halves.of(session);
        Duration by = Duration.between(AmendedLine.start(line.before()), AmendedLine.start(line.after()));
        List<HalfDay> wanted = standIns.moved(session, SessionHalfDays.shifted(were, by));
        Long trainer = line.changesTrainer() ? line.after().trainerAgentId() : session.trainerId();
        String no = wanted.stream()
                .map(half -> bad(session, half, trainer))
                .filter(Objects::nonNull)
                .findFirst()
                .map(why -> why + " Cette session a lieu à plusieurs dates" + SEVERAL.substring(SEVERAL.indexOf(',')))
                .orElse(null);
        facts.add(new AmendedFact(AmendedFact.DATE, told(were), told(wanted), no));
        if (no == null) {
            session.spread(
                    wanted.get(0).startsAt(),
                    wanted.get(wanted.size() - 1).endsAt(),
                    session.minutes(),
                    SessionHalfDays.mark(wanted),
                    dates.now(session));
            halves.write(session.id(), wanted);
        }
    }

    private String bad(TrainingSession session, HalfDay half, Long trainer) {
        String no = badMoment(session, half.startsAt(), half.minutes());
        Long gives = half.trainerId() == null ? trainer : half.trainerId();
        return no != null
                ? no
                : refusal(() -> moments.refuseBusyTrainer(session, gives, half.startsAt(), half.minutes()));
    }

    private static String told(List<HalfDay> all) {
        return all.stream().map(HalfDay::told).collect(Collectors.joining(" ; "));
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
        return refusal(() -> moments.refuseBadMoment(session, start, minutes));
    }

    private String badTrainer(TrainingSession session, Long trainer, LocalDateTime start, int minutes) {
        if (trainer != null
                && enrolments
                        .active(session.id(), trainer)
                        .filter(row -> row.state().holdsPlace())
                        .isPresent()) {
            return "cette personne est inscrite à la session.";
        }
        if (!session.isOnSeveralDays()) {
            return refusal(() -> moments.refuseBusyTrainer(session, trainer, start, minutes));
        }
        return halves.of(session).stream()
                .filter(half -> half.trainerId() == null)
                .map(half ->
                        refusal(() -> moments.refuseBusyTrainer(session, trainer, half.startsAt(), half.minutes())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
