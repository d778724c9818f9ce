package fr.forment.resource;

import fr.forment.french.French;
import java.util.Objects;

/**
 * What of the week a person gives, for some time.
 *
 * @param mostHalfDays in a school year; null without bound
 */
public record TrainerWeek(long id, long agentId, DaySpan period, GivenWeek given, Integer mostHalfDays) {

    public String words() {
        return given.words()
                + (mostHalfDays == null
                        ? ""
                        : ", " + French.count(mostHalfDays, "demi-journée", "demi-journées")
                                + " au plus dans l'année scolaire");
    }

    boolean says(TrainerWeek other) {
        return given.equals(other.given) && Objects.equals(mostHalfDays, other.mostHalfDays);
    }
}
