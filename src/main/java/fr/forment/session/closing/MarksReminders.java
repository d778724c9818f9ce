package fr.forment.session.closing;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.mail.HouseAddress;
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
import fr.forment.session.told.ChangeMails;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who owes the marks of sessions is reminded of all of them in one letter, at most once a week; so is whoever is
 * alerted of them. Each letter names every session that waits for its reader, in whichever circonscription, so a quiet
 * week passes over what has been read already; what ended after that letter is told in another.
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

    private static final Set<Role> ANSWERING = EnumSet.of(Role.IEN, Role.SECRETAIRE, Role.ERUN);

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
        for (long giver : givers.of(session)) {
            if (!post.hasJustWritten(SessionMails.page(session), giver, MarksMails.WAITING_MARKS)) {
                late(session, giver, "ofTrainer", occurrence);
            }
        }
        if (givers.isNobodyNamed(session)) {
            agents.reachedAsFirst(ChangeMails.TEAM, session.circonscriptionUai())
                    .forEach(reader -> late(session, reader.id(), "ofNobody", occurrence));
        }
    }

    private void late(TrainingSession session, long reader, String readers, int occurrence) {
        if (!isTold(session, reader, LATE)) {
            post.toAgent(reader, letter(session, owed(reader), "marksLate", readers, occurrence));
        }
    }

    /** To those who answer for the circonscription, and to who gave it. */
    void escalated(TrainingSession session, int occurrence) {
        post.takeBack(
                SessionMails.page(session), MarksMails.WAITING_MARKS, "Un courriel plus récent demande la même chose.");
        Set<Long> readers = new LinkedHashSet<>();
        ANSWERING.forEach(role ->
                agents.reachedAs(role, session.circonscriptionUai()).forEach(reader -> readers.add(reader.id())));
        readers.addAll(givers.of(session));
        for (long reader : readers) {
            List<TrainingSession> own = owed(reader);
            List<TrainingSession> all =
                    inOrder(Stream.concat(own.stream(), awaited(agents.perimeters(reader, ANSWERING)).stream()));
            // who has no other session than his own to see to has read of each in the letter to who gave it
            if (!isTold(session, reader, all.size() == own.size() ? LATE : ESCALATED)) {
                post.toAgent(reader, letter(session, all, "marksEscalated", "escalated", occurrence));
            }
        }
    }

    /** A letter of this week that was written after its end, so named it. */
    private boolean isTold(TrainingSession session, long reader, List<String> templates) {
        return post.hasWritten(reader, templates, now(session).minus(WEEK), dates.instant(session, session.endsAt()));
    }

    /** What the person gave, and, for an E-RUN, what nobody is named for, in whichever circonscription. */
    private List<TrainingSession> owed(long reader) {
        return inOrder(Stream.concat(
                sessions.givenBy(reader).stream().filter(each -> each.state() == SessionState.A_EMARGER),
                awaited(agents.perimeters(reader, Set.of(Role.ERUN))).stream().filter(givers::isNobodyNamed)));
    }

    private List<TrainingSession> awaited(Set<String> uais) {
        return uais.isEmpty() ? List.of() : repository.findByCirconscriptionUaiInAndState(uais, SessionState.A_EMARGER);
    }

    /** Each once. */
    private static List<TrainingSession> inOrder(Stream<TrainingSession> some) {
        return some.collect(Collectors.toMap(TrainingSession::id, each -> each, (one, same) -> one)).values().stream()
                .sorted(Comparator.comparing(TrainingSession::startsAt).thenComparing(TrainingSession::id))
                .toList();
    }

    private Letter letter(
            TrainingSession session, List<TrainingSession> owed, String template, String readers, int occurrence) {
        if (owed.size() < 2) {
            return letters.marks(session, template, String.valueOf(occurrence));
        }
        List<String> lines = owed.stream()
                .map(each -> words.title(each) + ", " + day(each)
                        + (each.trainerId() == null ? "" : ", assurée par " + words.givers(each)) + " : "
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
}
