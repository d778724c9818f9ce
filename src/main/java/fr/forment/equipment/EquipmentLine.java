package fr.forment.equipment;

import fr.forment.session.SessionState;
import fr.forment.territory.Zone;
import java.time.LocalDateTime;

/**
 * One thing that one session needs, with the session it is for and what was booked.
 *
 * @param wanted how many
 * @param itemId what is booked; null with name and provider while nothing is
 * @param bookedFor start of the session when it was booked, with {@code bookedMark} of its dates: another date gives it
 *     back
 */
public record EquipmentLine(
        long id,
        int version,
        long sessionId,
        String circonscriptionUai,
        String moduleCode,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        int datesMark,
        SessionState sessionState,
        EquipmentKind kind,
        int wanted,
        Long itemId,
        String itemName,
        EquipmentProvider provider,
        EquipmentState written,
        LocalDateTime bookedFor,
        Integer bookedMark,
        Zone zone) {

    /** What was booked for another date, or for a session that is cancelled, is booked no more. */
    public EquipmentState state() {
        return written.isHeld() && !isForThisDate() ? EquipmentState.A_RESERVER : written;
    }

    /** Booked, and the date has changed since. */
    public boolean isLost() {
        return written.isHeld() && !isForThisDate();
    }

    private boolean isForThisDate() {
        return startsAt.equals(bookedFor)
                && bookedMark != null
                && bookedMark == datesMark
                && sessionState != SessionState.ANNULEE
                && sessionState != SessionState.DATE_A_FIXER;
    }

    /** Somebody has still to act before the session. */
    public boolean isAwaited() {
        return sessionState.isToCome() && state().compareTo(EquipmentState.PRET) < 0;
    }

    /** The session is over and it is still out. */
    public boolean isOut() {
        return !sessionState.isToCome() && state() == EquipmentState.PRET;
    }

    /** On whom it waits. */
    public EquipmentProvider awaitedFrom() {
        return state() == EquipmentState.A_RESERVER ? EquipmentProvider.CIRCONSCRIPTION : provider;
    }
}
