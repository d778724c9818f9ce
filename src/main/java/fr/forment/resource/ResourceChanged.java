package fr.forment.resource;

import java.time.LocalDate;

/**
 * Something a plan may rest on is no longer what it was. Published within the transaction of the change.
 *
 * @param kind tells which of the next three is named
 * @param agentId of the trainer
 * @param schoolUai of the school that is closed; null with {@link Kind#CLOSURE}: all of the circonscription
 * @param place of the room, as sessions name it
 * @param circonscriptionUai whose; null for trainers of a département
 * @param from first day concerned
 * @param until last day concerned; null: no end is known
 */
public record ResourceChanged(
        Kind kind,
        Long agentId,
        String schoolUai,
        String place,
        String circonscriptionUai,
        LocalDate from,
        LocalDate until) {

    /** What it is about. */
    public enum Kind {
        DAYS,
        ABSENCE,
        CERTIFICATION,
        ROOM,
        CLOSURE
    }

    static ResourceChanged ofTrainer(Kind kind, long agentId, String circonscription, DaySpan when) {
        return new ResourceChanged(kind, agentId, null, null, circonscription, when.from(), when.until());
    }
}
