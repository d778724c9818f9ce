package fr.forment.session.closing;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.mail.HouseAddress;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.Givers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who owes the marks of sessions is reminded of all of them in one letter, at most once a week; so is whoever is
 * alerted of them. Each letter names every session that waits, so what a quiet week passes over has been read already.
 */
@Component
@RequiredArgsConstructor
class MarksReminders {

    private static final List<String> LATE = List.of(
            "session/marksLate",
            "session/marksLateOfSeveral",
            "session/marksEscalated",
            "session/marksEscalatedOfSeveral");
    private static final List<String> ESCALATED = List.of("session/marksEscalated", "session/marksEscalatedOfSeveral");

    /** A week from morning to morning, however late in the first one the letter left. */
    private static final Duration WEEK = Duration.ofDays(7).minusHours(12);

    private final Correspondence post;
    private final SessionMails letters;
    private final Sessions sessions;
    private final SessionRepository repository;
    private final SessionWords words;
    private final SessionDates dates;
    private final HouseAddress house;
    private final Givers givers;
    private final Agents agents;

    /** @param occurrence the rank of the reminder */
    void late(TrainingSession session, int occurrence) {
        Instant week = now(session).minus(WEEK);
        for (long giver : givers.of(session)) {
            if (!post.hasJustWritten(SessionMails.page(session), giver, MarksMails.WAITING_MARKS)
                    && !post.hasWritten(giver, LATE, week)) {
                List<TrainingSession> owed = sessions.givenBy(giver).stream()
                        .filter(each -> each.state() == SessionState.A_EMARGER)
                        .toList();
                post.toAgent(giver, letter(session, owed, "marksLate", "ofTrainer", occurrence));
            }
        }
        if (givers.isNobodyNamed(session)) {
            List<TrainingSession> owed =
                    awaited(session).stream().filter(givers::isNobodyNamed).toList();
            agents.reachedAs(Role.ERUN, session.circonscriptionUai()).stream()
                    .filter(erun -> !post.hasWritten(erun.id(), LATE, week))
                    .forEach(erun ->
                            post.toAgent(erun.id(), letter(session, owed, "marksLate", "ofNobody", occurrence)));
        }
    }

    /** To those who answer for the circonscription, and to who gave it. */
    void escalated(TrainingSession session, int occurrence) {
        post.takeBack(
                SessionMails.page(session), MarksMails.WAITING_MARKS, "Un courriel plus récent demande la même chose.");
        Map<Long, List<TrainingSession>> readers = new LinkedHashMap<>();
        List<TrainingSession> all = awaited(session);
        Stream.of(Role.IEN, Role.SECRETAIRE, Role.ERUN)
                .flatMap(role -> agents.reachedAs(role, session.circonscriptionUai()).stream())
                .map(Agent::id)
                .forEach(reader -> readers.put(reader, all));
        givers.of(session)
                .forEach(giver -> readers.putIfAbsent(
                        giver,
                        all.stream()
                                .filter(each -> givers.of(each).contains(giver))
                                .toList()));
        Instant since = later(now(session).minus(WEEK), dates.instant(session, session.endsAt()));
        readers.forEach((reader, owed) -> {
            if (!post.hasWritten(reader, ESCALATED, since)) {
                post.toAgent(reader, letter(session, owed, "marksEscalated", "escalated", occurrence));
            }
        });
    }

    private List<TrainingSession> awaited(TrainingSession session) {
        return repository.findByCirconscriptionUaiAndStateOrderByStartsAtAscIdAsc(
                session.circonscriptionUai(), SessionState.A_EMARGER);
    }

    private Letter letter(
            TrainingSession session, List<TrainingSession> owed, String template, String readers, int occurrence) {
        if (owed.size() < 2) {
            return letters.marks(session, template, String.valueOf(occurrence));
        }
        List<String> lines = owed.stream()
                .map(each -> words.title(each) + ", " + day(each)
                        + (each.trainerId() == null ? "" : ", assurée par " + words.trainer(each)) + " : "
                        + house.of(SessionMails.page(each) + "/emargement"))
                .toList();
        return new Letter(
                "session/" + template + "OfSeveral",
                "trainingSession:marks:" + readers + ":" + dates.now(session).toLocalDate(),
                Map.of("combien", owed.size(), "sessions", lines),
                "/sessions",
                null);
    }

    private String day(TrainingSession session) {
        return session.isOnSeveralDays()
                ? "du " + words.day(session) + " au " + French.day(session.endsAt())
                : words.day(session);
    }

    private Instant now(TrainingSession session) {
        return dates.instant(session, dates.now(session));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
