package fr.forment.waiting;

import fr.forment.account.Tokens;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.Convoking;
import fr.forment.session.EnrolmentRules;
import fr.forment.session.Numbers;
import fr.forment.session.Seating;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import fr.forment.session.WaitingList;
import fr.forment.session.guard.WhyNot;
import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to a place that is proposed, and what happens when none comes: always under the lock of the session, and the
 * place goes on to the next in line in the same breath. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class OfferService {

    private final PlaceOfferRepository offers;
    private final PlaceRequestRepository requests;
    private final RequestedPlaces places;
    private final RequestMails mails;
    private final SessionRepository sessions;
    private final WaitingList line;
    private final EnrolmentRules rules;
    private final WhyNot reasons;
    private final Seating seating;
    private final Convoking convoking;
    private final Numbers numbers;
    private final SessionDates dates;
    private final Agents agents;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    @Transactional(readOnly = true)
    public Optional<PlaceOffer> find(String token) {
        return offers.findByFingerprint(Tokens.fingerprint(token));
    }

    @Transactional(readOnly = true)
    public Optional<PlaceOffer> find(long offerId) {
        return offers.findById(offerId);
    }

    /**
     * The person comes. Too late counts too while the place is still free; a second time changes nothing.
     *
     * @throws Refusal saying what stands in the way
     */
    public void accept(long offerId) {
        TrainingSession session = lock(offerId);
        PlaceOffer offer = offers.findById(offerId).orElseThrow();
        if (offer.state() == OfferState.ACCEPTEE) {
            return;
        }
        Agent agent = agents.find(offer.agentId())
                .filter(known -> known.isActiveOn(session.day()))
                .orElseThrow(
                        () -> new Refusal("Cette proposition ne vaut plus : son destinataire n'est plus en poste."));
        refuseClosed(session, offer);
        line.hold(session, agent.id());
        line.serve(session); // who was asked too late comes after those who wait
        reasons.refuse(session, agent, rules.obstacles(session, agent));
        var seated = seating.seat(session, agent, "Place proposée et acceptée")
                .orElseThrow(
                        () -> new Refusal(
                                "Le délai de réponse est passé et la place a été proposée à une autre personne. Vous gardez votre rang sur la liste d'attente."));
        mails.takeBack(offer, "La place est acceptée.");
        convoking.tell(session, seated);
        sessions.save(session);
        numbers.changed(session);
        events.publishEvent(new PlaceAccepted(agent.id(), session.moduleCode()));
    }

    private void refuseClosed(TrainingSession session, PlaceOffer offer) {
        if (offer.state() == OfferState.REFUSEE) {
            throw new Refusal("Vous avez refusé cette place le "
                    + French.moment(offer.answeredAt().atZone(dates.clock(session)))
                    + " : elle a été proposée à une autre personne.");
        }
        if (offer.state() == OfferState.RETIREE
                || offer.sessionDate() != session.sequence()
                || !session.isOpenTo(dates.now(session))) {
            throw new Refusal(
                    "Cette proposition ne vaut plus : la session a changé de date, est annulée ou a commencé. Vous gardez votre rang sur la liste d'attente.");
        }
        if ((!offer.isOpen() || offer.isLate(clock.instant()))
                && session.isClosedToEnrolment(dates.now(session).toLocalDate())) {
            throw new Refusal("Le délai de réponse est passé et les inscriptions sont closes depuis le "
                    + French.date(session.enrolUntil())
                    + ". Vous gardez votre rang sur la liste d'attente.");
        }
        if (requests.findById(offer.requestId()).filter(PlaceRequest::isActive).isEmpty()) {
            throw new Refusal("Vous n'attendez plus ce module : la place a été proposée à une autre personne.");
        }
    }

    /**
     * The person does not come at this date. A second time changes nothing.
     *
     * @param waits goes on waiting for another date
     */
    public void decline(long offerId, boolean waits) {
        TrainingSession session = lock(offerId);
        PlaceOffer offer = offers.findById(offerId).orElseThrow();
        if (offer.state() == OfferState.ACCEPTEE) {
            throw new Refusal(
                    "Vous avez accepté cette place. Si vous ne pouvez plus venir, signalez-le sur la page de la session.");
        }
        if (offer.isOpen()) {
            places.end(session, offer, OfferState.REFUSEE);
            mails.takeBack(offer, "La place est refusée.");
            if (waits) {
                mails.declined(session, offer);
            }
            line.serve(session);
            sessions.save(session);
        }
        PlaceRequest request = requests.findById(offer.requestId()).orElseThrow();
        if (!waits && request.isActive()) {
            places.end(request, RequestState.RETIREE, "Ne souhaite plus suivre ce module");
            mails.left(request);
        } else {
            events.publishEvent(new LineMoved(request.circonscriptionUai(), request.moduleCode()));
        }
    }

    /** The time is over: the place goes on. */
    public void expire(long offerId) {
        TrainingSession session = lock(offerId);
        PlaceOffer offer = offers.findById(offerId).orElseThrow();
        if (offer.isOpen() && offer.isLate(clock.instant())) {
            line.serve(session);
            sessions.save(session);
            numbers.changed(session);
            events.publishEvent(new LineMoved(session.circonscriptionUai(), session.moduleCode()));
        }
    }

    /** Of no use to the person any more. */
    void giveBack(long offerId) {
        TrainingSession session = lock(offerId);
        offers.findById(offerId).filter(PlaceOffer::isOpen).ifPresent(offer -> {
            places.end(session, offer, OfferState.RETIREE);
            mails.takeBack(offer, "La personne n'attend plus de place.");
            line.serve(session);
            sessions.save(session);
        });
    }

    /** Of the dates of a module somebody waits for by name, once he has a place. */
    void leaveLine(long agentId, long sessionId) {
        line.leave(sessions.lock(sessionId).orElseThrow(), agentId);
    }

    /** The lock comes first: what is read of the offer afterwards is what is true. */
    private TrainingSession lock(long offerId) {
        long sessionId = offers.findById(offerId).orElseThrow().sessionId();
        return sessions.lock(sessionId).orElseThrow();
    }
}
