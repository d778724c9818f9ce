package fr.forment.selfstudy;

import java.time.LocalDate;

/**
 * Somebody who is to follow a module alone.
 *
 * @param followedOn null until it is declared
 * @param declaredBy how whoever declared it signed
 */
public record Follower(
        long id,
        long selfStudyId,
        long agentId,
        String schoolUai,
        String schoolYear,
        FollowState state,
        LocalDate followedOn,
        String declaredBy,
        String moduleCode,
        int minutes,
        LocalDate dueOn,
        String circonscriptionUai) {

    private static final String KEY = "selfStudy:";

    /** Of the line in the ledger of hours, and of the training record. */
    String hoursKey() {
        return KEY + id;
    }

    static boolean isHoursKey(String key) {
        return key.matches(KEY + "\\d{1,18}");
    }

    static long idOf(String key) {
        return Long.parseLong(key.substring(KEY.length()));
    }

    public boolean isOpen() {
        return state == FollowState.A_SUIVRE;
    }
}
