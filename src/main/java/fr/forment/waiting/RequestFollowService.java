package fr.forment.waiting;

import fr.forment.people.Agent;
import fr.forment.people.AgentLeft;
import fr.forment.people.AgentMoved;
import fr.forment.people.AgentTrained;
import fr.forment.people.Agents;
import fr.forment.project.opening.SchoolLeft;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests follow their people: who leaves or is trained waits no more, who moves to another circonscription waits
 * there at the rank of the day he asked.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class RequestFollowService {

    private static final Set<RequestOrigin> OF_THE_PROJECT = EnumSet.of(RequestOrigin.SESSION, RequestOrigin.OUVERTURE);

    private final PlaceRequestRepository requests;
    private final PlaceOfferRepository offers;
    private final RequestedPlaces places;
    private final RequestMails mails;
    private final Agents agents;
    private final ApplicationEventPublisher events;

    /** Who leaves on a later day may still come before it: each date asks. */
    @EventListener
    void on(AgentLeft event) {
        if (agents.find(event.agentId())
                .filter(agent -> agent.isActiveOn(agents.today()))
                .isEmpty()) {
            requests.activeOf(event.agentId())
                    .forEach(request -> places.end(request, RequestState.PARTIE, "N'est plus en poste"));
        }
    }

    /** What nobody asked for himself; a request of the person's own, or of his direction, stays. */
    @EventListener
    void on(SchoolLeft event) {
        List<Long> people = agents.inPlaces(List.of(event.schoolUai())).stream()
                .map(Agent::id)
                .toList();
        if (!people.isEmpty()) {
            requests.activeOf(people).stream()
                    .filter(request -> OF_THE_PROJECT.contains(request.origin()))
                    .forEach(request -> places.end(request, RequestState.RETIREE, "L'école a quitté le projet"));
        }
    }

    @EventListener
    void on(AgentTrained event) {
        requests.active(event.moduleCode(), event.agentId()).ifPresent(request -> {
            places.end(request, RequestState.FORMEE, "Module suivi");
            mails.trained(request);
        });
    }

    @EventListener
    void on(AgentMoved event) {
        String now = agents.find(event.agentId()).map(Agent::circonscriptionUai).orElse(null);
        requests.activeOf(event.agentId()).stream()
                .filter(request -> now != null && !now.equals(request.circonscriptionUai()))
                .forEach(request -> move(request, now));
    }

    private void move(PlaceRequest request, String uai) {
        request.moveTo(uai);
        requests.save(request);
        offers.openOfRequest(request.id()).ifPresent(offer -> events.publishEvent(new OfferMoot(offer.id())));
        events.publishEvent(new LineMoved(uai, request.moduleCode()));
    }
}
