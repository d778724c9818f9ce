package fr.forment.waiting.process;

import fr.forment.engine.ProcessSteps;
import fr.forment.waiting.OfferService;
import lombok.RequiredArgsConstructor;

/** What the model {@code placeOffer} asks; the key is the offer's id. */
@ProcessSteps
@RequiredArgsConstructor
public class PlaceOfferSteps {

    private final OfferService offers;

    /** What the letter says. */
    public String answerBy(long key) {
        return offers.find(key).orElseThrow().answerBy().toString();
    }

    /** Answered, or proposed no more, before anybody waited for it. */
    public boolean isSettled(long key) {
        return !offers.find(key).orElseThrow().isOpen();
    }

    public void expire(long key) {
        offers.expire(key);
    }
}
