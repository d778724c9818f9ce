package fr.forment.resource;

/**
 * Days on which somebody cannot train others.
 *
 * @param part of each of these days; null: the whole day
 * @param reason for the person and the inspector alone; null without
 * @param circonscriptionUai whose team said it of somebody whose days others keep: its plans and sessions alone count
 *     with it; null: everybody does
 */
public record TrainerAbsence(
        long id, long agentId, DaySpan period, DayPart part, String reason, String circonscriptionUai) {

    public String words() {
        return period.words() + (part == null ? "" : " (" + part.label() + ")");
    }
}
