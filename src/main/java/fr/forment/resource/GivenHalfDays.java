package fr.forment.resource;

import fr.forment.territory.SchoolRhythm;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;

/** How half-days are counted: two trainings in one afternoon are one, a training of a whole day is two. */
public final class GivenHalfDays {

    private static final LocalTime NOON = LocalTime.of(12, 0);
    /** What goes on beyond lunch needs the afternoon too. */
    private static final LocalTime LATEST_LUNCH = LocalTime.of(13, 30);

    /** A training somebody leads. */
    public record Taken(LocalDate day, LocalTime start, LocalTime end) {

        private Stream<Part> parts() {
            if (!start.isBefore(SchoolRhythm.afterClass())) {
                return Stream.of(new Part(day, DayPart.SOIR));
            }
            if (!start.isBefore(NOON)) {
                return Stream.of(new Part(day, DayPart.APRES_MIDI));
            }
            return end.isAfter(LATEST_LUNCH)
                    ? Stream.of(new Part(day, DayPart.MATIN), new Part(day, DayPart.APRES_MIDI))
                    : Stream.of(new Part(day, DayPart.MATIN));
        }
    }

    private record Part(LocalDate day, DayPart part) {}

    private GivenHalfDays() {}

    public static int of(Stream<Taken> trainings) {
        return (int) trainings.flatMap(Taken::parts).distinct().count();
    }
}
