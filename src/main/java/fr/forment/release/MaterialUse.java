package fr.forment.release;

import fr.forment.session.SessionState;
import java.time.LocalDateTime;

/**
 * A session and the version of a material it rests on.
 *
 * @param number the version that was in force when it began; the latest while it is to come
 * @param place as the session has it: the UAI of a school, or words
 * @param trainerId null while nobody is named
 * @param people who were there; who are expected while it is to come
 */
public record MaterialUse(
        long sessionId,
        int number,
        LocalDateTime startsAt,
        SessionState state,
        String place,
        Long trainerId,
        int people) {

    public boolean wasHeld() {
        return state.wasHeld();
    }
}
