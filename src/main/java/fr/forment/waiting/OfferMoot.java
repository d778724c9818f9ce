package fr.forment.waiting;

/**
 * What was proposed is of no use to the person any more: the place is to be given back, under the lock of its session.
 */
record OfferMoot(long offerId) {}
