package fr.forment.session.told;

import fr.forment.catalogue.Format;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a letter says of a session. The outbox keeps it beside the letter, as a code: what a reader was last told is
 * what the last letter says that reached him, or will.
 *
 * @param trainerId null when nobody was named
 */
public record Tidings(
        LocalDateTime start, int minutes, String place, Long trainerId, String moduleCode, Format format) {

    private static final int PARTS = 6;

    public static Tidings of(TrainingSession session) {
        return new Tidings(
                session.startsAt(),
                session.minutes(),
                session.place(),
                session.trainerId(),
                session.moduleCode(),
                session.format());
    }

    public String code() {
        return start + "|" + minutes + "|" + (trainerId == null ? "" : trainerId) + "|" + moduleCode + "|"
                + format.name() + "|" + place;
    }

    /** Empty for what no session says. */
    static Optional<Tidings> read(String code) {
        String[] part = code == null ? new String[0] : code.split("\\|", PARTS);
        return part.length < PARTS
                ? Optional.empty()
                : Optional.of(new Tidings(
                        LocalDateTime.parse(part[0]),
                        Integer.parseInt(part[1]),
                        part[5],
                        part[2].isEmpty() ? null : Long.valueOf(part[2]),
                        part[3],
                        Format.valueOf(part[4])));
    }

    boolean isSameMoment(Tidings other) {
        return start.equals(other.start) && minutes == other.minutes;
    }

    boolean isLedBy(long agentId) {
        return trainerId != null && trainerId == agentId;
    }

    /** Nothing else differs than who gives it. */
    boolean differsInTrainerOnly(Tidings other) {
        return !equals(other) && new Tidings(start, minutes, place, other.trainerId, moduleCode, format).equals(other);
    }
}
