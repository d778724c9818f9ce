package fr.forment.waiting.web;

import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.session.SessionWords;
import fr.forment.waiting.Explanations;
import fr.forment.waiting.PlaceOffer;
import fr.forment.waiting.PlaceRequest;
import fr.forment.waiting.RequestState;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Requests as rows of tables. */
@Component
@RequiredArgsConstructor
class RequestRows {

    /**
     * @param rank 0 while it is not in the line @param offer open, or null @param offerText of it: when, where, until
     *     when
     */
    record Row(
            long id,
            String who,
            String module,
            String state,
            int rank,
            String since,
            String origin,
            List<String> why,
            Long offer,
            String offerText) {}

    /** @param answer why it ended; empty when nothing was said */
    record Closed(String module, String state, String answer) {}

    private final SessionWords words;
    private final Explanations explanations;

    List<Row> of(
            Explanations.Line all,
            Map<Long, Integer> ranks,
            List<PlaceRequest> some,
            Map<Long, Agent> people,
            UnaryOperator<String> titles,
            boolean himself) {
        return some.stream()
                .map(request -> row(request, all, ranks, people, titles, himself))
                .toList();
    }

    private Row row(
            PlaceRequest request,
            Explanations.Line line,
            Map<Long, Integer> ranks,
            Map<Long, Agent> people,
            UnaryOperator<String> titles,
            boolean himself) {
        PlaceOffer open = line.openOffer(request).orElse(null);
        return new Row(
                request.id(),
                people.containsKey(request.agentId())
                        ? people.get(request.agentId()).fullName()
                        : "",
                titles.apply(request.moduleCode()),
                request.state().label(),
                request.state() == RequestState.ATTEND ? ranks.getOrDefault(request.id(), 0) + 1 : 0,
                French.date(request.askedAt().atZone(line.clock(request.circonscriptionUai()))),
                request.origin().label(),
                explanations.whyNot(request, line, himself),
                open == null ? null : open.id(),
                open == null ? null : text(open, line));
    }

    private String text(PlaceOffer offer, Explanations.Line line) {
        return line.sessions().stream()
                .filter(session -> session.id() == offer.sessionId())
                .findFirst()
                .map(session -> words.day(session) + ", " + words.hours(session) + ", réponse au plus tard le "
                        + French.moment(offer.answerBy().atZone(line.clock(session.circonscriptionUai()))))
                .orElse("");
    }

    List<Closed> closed(List<PlaceRequest> requests, UnaryOperator<String> titles) {
        return requests.stream()
                .filter(request -> !request.isActive())
                .limit(10)
                .map(request -> new Closed(
                        titles.apply(request.moduleCode()),
                        request.state().label(),
                        request.answer() == null ? "" : request.answer()))
                .toList();
    }
}
