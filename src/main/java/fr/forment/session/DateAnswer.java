package fr.forment.session;

/**
 * What a person answers who is asked for the date of a session, or for what it lacks; as typed, each may be null.
 *
 * @param knownPlace number of a room @param place another one @param trainer number of who gives it
 */
public record DateAnswer(
        String decision,
        String newDay,
        String newTime,
        String motive,
        String knownPlace,
        String place,
        String trainer) {

    Completion.Given given() {
        return new Completion.Given(knownPlace, place, trainer);
    }
}
