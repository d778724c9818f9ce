package fr.forment.waiting;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.session.Sessions;
import fr.forment.session.told.Appointments;
import fr.forment.territory.PlaceClocks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests of places: asked by the person and answered by the team, or proposed by the direction, which answers for its
 * people. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class RequestService {

    /** @param refused what is said of each who was not put in line */
    public record Proposed(int added, List<String> refused) {}

    private static final int MOST_SAID = 500;

    private final PlaceRequestRepository requests;
    private final RequestedPlaces places;
    private final OfferProcess process;
    private final RequestMails mails;
    private final Sessions sessions;
    private final Appointments appointments;
    private final Catalogue catalogue;
    private final ModulePublic publics;
    private final TrainingRecords records;
    private final Agents agents;
    private final Journal journal;
    private final PlaceClocks clocks;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /** @throws Refusal saying to the person why not */
    public PlaceRequest ask(long agentId, String moduleCode, String note) {
        Agent agent = agents.find(agentId).orElseThrow();
        obstacle(agent, moduleCode).ifPresent(why -> {
            throw new Refusal("Vous " + why.toHimself() + ".");
        });
        refuseTooLong("Votre message", note, "note");
        PlaceRequest request = add(agent, moduleCode, RequestOrigin.DEMANDE, note);
        process.asked(request.id());
        return request;
    }

    /** Those of the school to whom nothing stands in the way; the others are named with the reason. */
    public Proposed propose(Agent director, String moduleCode, Collection<Long> agentIds) {
        List<String> refused = new ArrayList<>();
        int added = 0;
        for (Agent agent : agents.all(agentIds)) {
            Optional<Why> why = obstacle(agent, moduleCode);
            if (why.isPresent()) {
                refused.add(agent.fullName() + " " + why.get().toOthers());
            } else {
                mails.proposed(add(agent, moduleCode, RequestOrigin.DIRECTION, null), director);
                added++;
            }
        }
        return new Proposed(added, refused);
    }

    /**
     * Somebody whom the opening of his school needs trained, and for whom no session has a place. Nothing where
     * something stands in the way: whoever waits already keeps his rank.
     */
    public void lineUp(long agentId, String moduleCode) {
        Agent agent = agents.find(agentId).orElseThrow();
        if (obstacle(agent, moduleCode).isEmpty()) {
            mails.named(add(agent, moduleCode, RequestOrigin.OUVERTURE, null));
        }
    }

    private PlaceRequest add(Agent agent, String moduleCode, RequestOrigin origin, String note) {
        try {
            PlaceRequest request =
                    requests.save(PlaceRequest.of(agent.circonscriptionUai(), moduleCode, agent.id(), origin)
                            .askedAt(clock.instant(), note));
            journal.add(request.told(null, note));
            if (request.state() == RequestState.ATTEND) {
                events.publishEvent(new LineMoved(request.circonscriptionUai(), moduleCode));
            }
            return request;
        } catch (DuplicateKeyException meanwhile) {
            throw new Refusal("Cette demande vient d'être enregistrée : rechargez la page.");
        }
    }

    private static void refuseTooLong(String what, String text, String field) {
        if (text != null && text.strip().length() > MOST_SAID) {
            throw new Refusal(what + " dépasse " + French.number(MOST_SAID) + " caractères : raccourcissez-le.", field);
        }
    }

    private record Why(String toHimself, String toOthers) {}

    private Optional<Why> obstacle(Agent agent, String moduleCode) {
        Optional<TrainingModule> module = catalogue.find(moduleCode).filter(TrainingModule::isActive);
        if (module.filter(TrainingModule::isHeldInSessions).isEmpty()) {
            return why(
                    "ne pouvez pas demander ce module : il ne se suit pas en session",
                    "ne peut pas suivre ce module en session");
        }
        if (!publics.includes(module.get(), agent)) {
            String meant = ModulePublic.told(module.get());
            return why(
                    "ne pouvez pas demander ce module : il est destiné à un autre public (" + meant
                            + "). Si vous devez le suivre, demandez à l'équipe de circonscription de vous inscrire",
                    "ne fait pas partie du public de ce module (" + meant + ")");
        }
        if (agent.circonscriptionUai() == null || !agent.isActiveOn(clocks.today(agent.circonscriptionUai()))) {
            return why(
                    "n'êtes rattaché(e) à aucune circonscription : écrivez à la mission numérique de votre direction académique",
                    "n'est plus en poste dans une circonscription");
        }
        Optional<PlaceRequest> known = requests.active(moduleCode, agent.id());
        if (known.isPresent()) {
            String since = French.date(known.get().askedAt().atZone(clocks.of(agent.circonscriptionUai())));
            return why(
                    "attendez déjà une place dans ce module depuis le " + since,
                    "attend déjà une place depuis le " + since);
        }
        Optional<TrainingRecords.Training> done = records.trainingsOf(agent.id()).stream()
                .filter(training -> training.moduleCode().equals(moduleCode))
                .findFirst();
        if (done.isPresent()) {
            String day = French.date(done.get().trainedOn());
            return why(
                    "avez déjà suivi ce module (le " + day
                            + "). Pour le suivre de nouveau, demandez à l'équipe de circonscription de vous inscrire avec un motif",
                    "a déjà suivi ce module (le " + day + ")");
        }
        return sessions.ofAgent(agent.id()).stream()
                .filter(session -> session.moduleCode().equals(moduleCode)
                        && session.state().isToCome())
                .findFirst()
                .map(session -> appointments.instead(session).orElseGet(() -> "le " + French.day(session.startsAt())))
                .map(when -> new Why(
                        "figurez déjà parmi les inscrits d'une session de ce module, " + when
                                + ". Pour une autre date, écrivez à l'équipe de circonscription",
                        "figure déjà parmi les inscrits d'une session de ce module, " + when));
    }

    private static Optional<Why> why(String toHimself, String toOthers) {
        return Optional.of(new Why(toHimself, toOthers));
    }

    /**
     * The team's answer.
     *
     * @throws Refusal when a refusal gives no reason
     */
    public void answer(long requestId, String decision, String reason) {
        PlaceRequest request = requests.findById(requestId).orElseThrow();
        boolean accepts = "ACCEPTER".equals(decision);
        if (!accepts && !"REFUSER".equals(decision)) {
            throw new Refusal("Choisissez d'accepter ou de refuser la demande.", "decision");
        }
        if (!accepts && (reason == null || reason.isBlank())) {
            throw new Refusal("Indiquez pourquoi la demande est refusée : la personne le lira.", "reason");
        }
        refuseTooLong("Votre motif", reason, "reason");
        if (request.state() != RequestState.A_ETUDIER) {
            return; // withdrawn, or served, in the same second
        }
        if (accepts) {
            places.accept(request, reason);
            mails.accepted(request);
            events.publishEvent(new LineMoved(request.circonscriptionUai(), request.moduleCode()));
        } else {
            places.end(request, RequestState.REFUSEE, reason.strip());
            mails.refused(request, reason.strip());
        }
    }

    /** Nobody has answered yet. */
    public void remind(long requestId) {
        requests.findById(requestId)
                .filter(request -> request.state() == RequestState.A_ETUDIER)
                .ifPresent(mails::answerAwaited);
    }

    /** The person waits no more. A second time changes nothing. */
    public void withdraw(long requestId) {
        requests.findById(requestId).filter(PlaceRequest::isActive).ifPresent(request -> {
            places.end(request, RequestState.RETIREE, "Retirée par la personne");
            mails.left(request);
        });
    }

    /** The team takes somebody off the line. */
    public void remove(long requestId, String motive) {
        if (motive == null || motive.isBlank()) {
            throw new Refusal("Indiquez pourquoi cette personne est retirée de la liste : elle en sera informée.");
        }
        refuseTooLong("Votre motif", motive, "motive");
        requests.findById(requestId).filter(PlaceRequest::isActive).ifPresent(request -> {
            places.end(request, RequestState.RETIREE, motive.strip());
            mails.removed(request, motive.strip());
        });
    }
}
