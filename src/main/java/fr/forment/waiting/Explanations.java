package fr.forment.waiting;

import fr.forment.french.French;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Why somebody who waits has no place yet, and why nobody has a free place yet: said from what really happened when the
 * places were looked at, not computed anew.
 */
@Component
public class Explanations {

    private static final String SOON = "la liste est regardée dans le quart d'heure";

    /** Of one person, so many dates are told of; of one free place, so many people. */
    private static final int MOST = 5;

    private record Key(long requestId, long sessionId, int sessionDate) {}

    /** All that is known of one line, or of the lines of some people, looked up once for all of them. */
    public static final class Line {

        private final List<TrainingSession> sessions;
        private final List<PlaceRequest> requests;
        private final Map<Key, PlaceOffer> offers = new HashMap<>();
        private final Map<Long, PlaceOffer> open = new HashMap<>();
        private final Map<Key, PassedOver.Row> passed = new HashMap<>();
        private final Map<String, ZoneId> clocks;
        private final Map<PlannedAhead.Key, LocalDate> ahead;
        private final KeptNews.Kept kept;
        private final Instant now;

        Line(
                List<TrainingSession> sessions,
                List<PlaceRequest> requests,
                List<PlaceOffer> offers,
                List<PassedOver.Row> passed,
                Map<String, ZoneId> clocks,
                Map<PlannedAhead.Key, LocalDate> ahead,
                KeptNews.Kept kept,
                Instant now) {
            this.sessions = sessions;
            this.requests = requests;
            this.clocks = clocks;
            this.ahead = ahead;
            this.kept = kept;
            this.now = now;
            offers.forEach(offer ->
                    this.offers.put(new Key(offer.requestId(), offer.sessionId(), offer.sessionDate()), offer));
            offers.stream().filter(PlaceOffer::isOpen).forEach(offer -> open.put(offer.requestId(), offer));
            passed.forEach(row -> this.passed.put(new Key(row.requestId(), row.sessionId(), row.sessionDate()), row));
        }

        public List<TrainingSession> sessions() {
            return sessions;
        }

        public List<PlaceRequest> requests() {
            return requests;
        }

        public Optional<PlaceOffer> openOffer(PlaceRequest request) {
            return Optional.ofNullable(open.get(request.id()));
        }

        public ZoneId clock(String circonscriptionUai) {
            return clocks.get(circonscriptionUai);
        }

        private Optional<LocalDate> ahead(PlaceRequest request) {
            return Optional.ofNullable(
                    ahead.get(new PlannedAhead.Key(request.circonscriptionUai(), request.moduleCode())));
        }

        private List<TrainingSession> sessionsFor(PlaceRequest request) {
            long asked = openOffer(request).map(PlaceOffer::sessionId).orElse(-1L);
            return sessions.stream()
                    .filter(session -> session.moduleCode().equals(request.moduleCode())
                            && session.circonscriptionUai().equals(request.circonscriptionUai()))
                    .sorted(Comparator.comparing(session -> session.id() != asked))
                    .toList();
        }

        private static Key key(PlaceRequest request, TrainingSession session) {
            return new Key(request.id(), session.id(), session.sequence());
        }

        private boolean isClosed(TrainingSession session) {
            return session.isClosedToEnrolment(
                    now.atZone(clock(session.circonscriptionUai())).toLocalDate());
        }

        private boolean isTooNear(TrainingSession session) {
            ZoneId clock = clock(session.circonscriptionUai());
            return Duration.between(now, session.startsAt().atZone(clock)).compareTo(OfferDates.TOO_NEAR) < 0;
        }
    }

    /** Each session to come, and why it brings no place to this person; never empty. */
    public List<String> whyNot(PlaceRequest request, Line line, boolean himself) {
        if (request.state() == RequestState.A_ETUDIER) {
            return List.of(
                    himself
                            ? "L'équipe de circonscription n'a pas encore répondu à votre demande."
                            : "La demande attend une réponse, dans « Mes tâches ».");
        }
        List<TrainingSession> sessions = line.sessionsFor(request);
        if (sessions.isEmpty()) {
            return List.of(line.ahead(request)
                    .map(day -> French.capital(PlannedAhead.words(day)) + ".")
                    .orElse("Aucune session de ce module n'est prévue dans la circonscription"
                            + (himself ? "." : " : l'équipe de circonscription peut en ouvrir une.")));
        }
        List<String> told = new ArrayList<>();
        sessions.stream()
                .limit(MOST)
                .forEach(session -> told.add(French.capital(French.day(session.startsAt())) + " : "
                        + whyNot(request, session, line, himself) + "."));
        if (sessions.size() > MOST) {
            told.add("Et " + French.count(sessions.size() - MOST, "autre session", "autres sessions") + ".");
        }
        return told;
    }

    private String whyNot(PlaceRequest request, TrainingSession session, Line line, boolean himself) {
        Optional<PlaceOffer> offer = Optional.ofNullable(line.offers.get(Line.key(request, session)));
        if (offer.isPresent()) {
            return switch (offer.get().state()) {
                case OUVERTE ->
                    "place proposée, réponse attendue au plus tard le "
                            + French.moment(offer.get().answerBy().atZone(line.clock(session.circonscriptionUai())));
                case REFUSEE -> himself ? "vous avez refusé cette date" : "a refusé cette date";
                case EXPIREE -> himself ? "vous n'avez pas répondu à temps" : "n'a pas répondu à temps";
                case RETIREE -> "la proposition a été retirée";
                case ACCEPTEE -> himself ? "vous avez accepté cette place" : "a accepté cette place";
            };
        }
        if (session.state() == SessionState.DATE_A_FIXER) {
            return "sa date reste à fixer";
        }
        if (!session.hasRoom()) {
            return "session complète"
                    + (session.offered() == 0
                            ? ""
                            : ", dont " + French.count(session.offered(), "place proposée", "places proposées")
                                    + " à des personnes de la liste");
        }
        return Optional.ofNullable(line.passed.get(Line.key(request, session)))
                .map(row -> row.obstacles().stream()
                        .map(obstacle -> himself ? "vous " + obstacle.toHimself() : obstacle.label())
                        .collect(Collectors.joining(" ; ")))
                .or(() -> otherOffer(request, line, himself))
                .or(() -> closed(session, line))
                .or(() -> tooNear(session, line))
                .or(() -> keptNews(request, session, line, himself))
                .orElse(SOON);
    }

    /** What becomes of the free places of a session; empty when it has none. */
    public List<String> whyNobody(TrainingSession session, Line line, Map<Long, String> names) {
        if (!session.hasRoom() || session.state() == SessionState.DATE_A_FIXER) {
            return List.of();
        }
        List<String> why = new ArrayList<>();
        line.requests().stream()
                .limit(MOST)
                .forEach(request ->
                        why.add(names.getOrDefault(request.agentId(), "") + " : " + whyNot(request, session, line)));
        if (line.requests().size() > MOST) {
            why.add("et " + French.count(line.requests().size() - MOST, "autre personne", "autres personnes")
                    + " : voyez la liste ci-dessous");
        }
        closed(session, line).or(() -> tooNear(session, line)).ifPresent(why::add);
        return why.isEmpty() ? List.of("personne n'attend ce module") : why;
    }

    private String whyNot(PlaceRequest request, TrainingSession session, Line line) {
        return request.state() == RequestState.A_ETUDIER ? "demande à étudier" : whyNot(request, session, line, false);
    }

    private static Optional<String> otherOffer(PlaceRequest request, Line line, boolean himself) {
        return line.openOffer(request)
                .map(offer -> himself
                        ? "une autre place vous est proposée : répondez-y d'abord"
                        : "une autre place lui est proposée");
    }

    /** Nobody else is asked in his place meanwhile. */
    private static Optional<String> keptNews(
            PlaceRequest request, TrainingSession session, Line line, boolean himself) {
        if (line.kept.isAbout(session.id())) {
            return Optional.of(
                    himself
                            ? "cette session change : la place libre n'est pas encore proposée"
                            : "les courriels d'un changement de cette session attendent d'être envoyés : la place est proposée ensuite");
        }
        return line.kept.isFor(request.agentId(), request.moduleCode())
                ? Optional.of(
                        himself
                                ? "l'équipe de circonscription prépare cette proposition"
                                : "un courriel sur sa place dans une autre session attend d'être envoyé : celle-ci lui est proposée ensuite")
                : Optional.empty();
    }

    private static Optional<String> closed(TrainingSession session, Line line) {
        return line.isClosed(session)
                ? Optional.of("les inscriptions sont closes depuis le " + French.date(session.enrolUntil())
                        + " : la liste n'est plus interrogée")
                : Optional.empty();
    }

    private static Optional<String> tooNear(TrainingSession session, Line line) {
        return line.isTooNear(session)
                ? Optional.of(
                        "la session est trop proche pour que l'on interroge la liste : l'équipe peut y inscrire quelqu'un elle-même")
                : Optional.empty();
    }
}
