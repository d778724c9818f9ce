package fr.forment.resource;

/**
 * Days on which somebody cannot train others.
 *
 * @param part of each of these days; null: the whole day
 * @param reason for the person and the inspector alone; null without
 */
public record TrainerAbsence(long id, long agentId, DaySpan period, DayPart part, String reason) {

    public String words() {
        return period.words() + (part == null ? "" : " (" + part.label() + ")");
    }
}
