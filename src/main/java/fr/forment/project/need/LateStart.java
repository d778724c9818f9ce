package fr.forment.project.need;

import fr.forment.french.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A vague, or the training of trainers, that begins later than its sessions were planned; told by the feature that
 * repairs plans.
 */
public interface LateStart {

    /**
     * Sessions of a vague that are not open yet.
     *
     * @param past their day is over
     * @param near on their day people can no longer be summoned in time
     * @param planned all of them
     * @param firstDay on which a session can still be held
     * @param earliest the planned day of the first that is late; null where none is
     */
    record Late(int past, int near, int planned, LocalDate firstDay, LocalDate earliest) {

        public int count() {
            return past + near;
        }

        /** Never empty. */
        public List<String> sentences() {
            List<String> told = new ArrayList<>();
            if (count() == 0) {
                told.add("toutes les dates prévues laissent le temps de convoquer");
                return told;
            }
            if (past > 0) {
                told.add(French.count(
                        past, "session prévue à une date déjà passée", "sessions prévues à des dates déjà passées"));
            }
            if (near > 0) {
                told.add(French.count(
                                near,
                                "session prévue trop tôt pour convoquer à temps",
                                "sessions prévues trop tôt pour convoquer à temps")
                        + " (premier jour possible : " + French.day(firstDay) + ")");
            }
            told.add("sur " + French.count(planned, "session prévue", "sessions prévues")
                    + " ; ouvertes telles quelles, chacune demanderait qu'une personne lui fixe une date");
            return told;
        }
    }

    /** What became of the wish for other dates. */
    enum Proposed {
        TO_DECIDE,
        /** Something in it still has to be mended, as sessions that find no day: the team prepares it further. */
        TO_PREPARE,
        /** No session finds another day. */
        NOTHING_FOUND,
        /** An amendment is in preparation already. */
        UNDER_WAY
    }

    Late of(long projectId, int vagueRank);

    /**
     * A vague that cannot open on its day: that day has gone by, or something that must come first does not fit.
     *
     * @param last day of what must come before the opening, as the sessions of the plan in force stand; null where all
     *     of it is before the day that was meant
     * @param undated some of it has lost its day and is to be given another: no earlier than {@code last}
     * @param opening the first school day on which it could open
     */
    record Opening(LocalDate last, boolean undated, LocalDate opening) {

        /** In French, without a full stop. */
        public String sentence(boolean begins) {
            String all = last == null
                    ? "l'ouverture peut se tenir à partir du " + French.date(opening)
                    : undated
                            ? "formations ou réunions à tenir avant l'ouverture, dont la date est à fixer : l'ouverture tiendrait au plus tôt le "
                                    + French.date(opening)
                            : "formations ou réunions à tenir avant l'ouverture, prévues jusqu'au " + French.date(last)
                                    + " : l'ouverture tiendrait le " + French.date(opening);
            return begins ? French.capital(all) : all;
        }
    }

    /** Empty where all of it comes before that day, which is still to come, or no plan is in force. */
    Optional<Opening> opening(long projectId, int vagueRank, LocalDate opensOn);

    /** The same of the sessions that train the trainers, before any vague. */
    Late ofTrainers(long projectId);

    /** An amendment is in preparation, or waits for its decision. */
    boolean isUnderWay(long projectId);

    /** New dates for all sessions that are late, at once, as an amendment that waits for the decision on it. */
    Proposed propose(long projectId, String occasion);
}
