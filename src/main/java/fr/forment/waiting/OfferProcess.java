package fr.forment.waiting;

import fr.forment.engine.Processes;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What requests and offers tell their processes. */
@Component
@RequiredArgsConstructor
class OfferProcess {

    private static final String OFFER = "placeOffer";
    private static final String REQUEST = "placeRequest";

    private final Processes processes;

    void offered(long offerId) {
        processes.start(OFFER, offerId);
    }

    /** Answered, or proposed no more: nothing is to expire. */
    void settled(long offerId) {
        processes.tell("placeOffer.settled", OFFER, offerId);
    }

    void asked(long requestId) {
        processes.start(REQUEST, requestId);
    }

    /** The question whether to accept it is no question any more. */
    void moot(long requestId) {
        processes.tell("placeRequest.moot", REQUEST, requestId);
    }
}
