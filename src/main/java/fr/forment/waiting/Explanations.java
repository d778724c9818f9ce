package fr.forment.waiting;

import fr.forment.french.French;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Why somebody who waits has no place yet, and why nobody has a free place yet: said from what really happened when the
 * places were looked at, not computed anew.
 */
@Component
@RequiredArgsConstructor
public class Explanations {

    private static final String SOON = "la liste est regardée dans le quart d'heure";

    private final SessionDates dates;
    private final OfferDates deadlines;

    /** All that is known of one line. */
    public record Line(
            List<TrainingSession> sessions,
            List<PlaceRequest> requests,
            List<PlaceOffer> offers,
            List<PassedOver.Row> passed) {}

    /** Each session to come, and why it brings no place to this person; never empty. */
    public List<String> whyNot(PlaceRequest request, Line line, boolean himself) {
        if (request.state() == RequestState.A_ETUDIER) {
            return List.of(
                    himself
                            ? "L'équipe de circonscription n'a pas encore répondu à votre demande."
                            : "La demande attend une réponse, dans « Mes tâches ».");
        }
        if (line.sessions().isEmpty()) {
            return List.of("Aucune session de ce module n'est prévue dans la circonscription"
                    + (himself ? "." : " : ouvrez-en une."));
        }
        return line.sessions().stream()
                .map(session -> French.capital(French.day(session.startsAt())) + " : "
                        + whyNot(request, session, line, himself) + ".")
                .toList();
    }

    private String whyNot(PlaceRequest request, TrainingSession session, Line line, boolean himself) {
        Optional<PlaceOffer> offer = offer(request, session, line);
        if (offer.isPresent()) {
            return switch (offer.get().state()) {
                case OUVERTE ->
                    "place proposée, réponse attendue au plus tard le "
                            + French.moment(offer.get().answerBy().atZone(dates.clock(session)));
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
        return passed(request, session, line)
                .map(row -> row.obstacles().stream()
                        .map(obstacle -> himself ? "vous " + obstacle.toHimself() : obstacle.label())
                        .collect(Collectors.joining(" ; ")))
                .or(() -> otherOffer(request, line, himself))
                .or(() -> tooNear(session))
                .orElse(SOON);
    }

    /** What becomes of the free places of a session; empty when it has none. */
    public List<String> whyNobody(TrainingSession session, Line line, List<String> names) {
        if (!session.hasRoom() || session.state() == SessionState.DATE_A_FIXER) {
            return List.of();
        }
        List<String> why = new ArrayList<>();
        for (int i = 0; i < line.requests().size(); i++) {
            why.add(names.get(i) + " : " + whyNot(line.requests().get(i), session, line));
        }
        tooNear(session).ifPresent(why::add);
        return why.isEmpty() ? List.of("personne n'attend ce module") : why;
    }

    private String whyNot(PlaceRequest request, TrainingSession session, Line line) {
        return request.state() == RequestState.A_ETUDIER ? "demande à étudier" : whyNot(request, session, line, false);
    }

    private Optional<String> otherOffer(PlaceRequest request, Line line, boolean himself) {
        return line.offers().stream()
                .filter(offer -> offer.isOpen() && offer.requestId() == request.id())
                .findFirst()
                .map(offer -> himself
                        ? "une autre place vous est proposée : répondez-y d'abord"
                        : "une autre place lui est proposée");
    }

    private Optional<String> tooNear(TrainingSession session) {
        return deadlines.answerBy(session).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "la session est trop proche pour que l'on interroge la liste : l'équipe peut y inscrire quelqu'un elle-même");
    }

    private static Optional<PlaceOffer> offer(PlaceRequest request, TrainingSession session, Line line) {
        return line.offers().stream()
                .filter(offer -> offer.requestId() == request.id()
                        && offer.sessionId() == session.id()
                        && offer.sessionDate() == session.sequence())
                .findFirst();
    }

    private static Optional<PassedOver.Row> passed(PlaceRequest request, TrainingSession session, Line line) {
        return line.passed().stream()
                .filter(row -> Objects.equals(row.requestId(), request.id())
                        && row.sessionId() == session.id()
                        && row.sessionDate() == session.sequence())
                .findFirst();
    }
}
