package fr.forment.session.told;

import fr.forment.catalogue.Format;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a letter says of a session. The outbox keeps it beside the letter, as a code: what a reader was last told is
 * what the last letter says that reached him, or will.
 *
 * @param trainerId null when nobody was named
 * @param dates tells half-days on several dates from others; 0 for one date
 */
public record Tidings(
        LocalDateTime start, int minutes, String place, Long trainerId, String moduleCode, Format format, int dates) {

    private static final int PARTS = 7;

    public static Tidings of(TrainingSession session) {
        return new Tidings(
                session.startsAt(),
                session.minutes(),
                session.place(),
                session.trainerId(),
                session.moduleCode(),
                session.format(),
                session.datesMark());
    }

    public String code() {
        return start + "|" + minutes + "|" + (trainerId == null ? "" : trainerId) + "|" + moduleCode + "|"
                + format.name() + "|" + dates + "|" + place;
    }

    /** Empty for what no session says. */
    static Optional<Tidings> read(String code) {
        String[] part = code == null ? new String[0] : code.split("\\|", PARTS);
        return part.length < PARTS
                ? Optional.empty()
                : Optional.of(new Tidings(
                        LocalDateTime.parse(part[0]),
                        Integer.parseInt(part[1]),
                        part[6],
                        part[2].isEmpty() ? null : Long.valueOf(part[2]),
                        part[3],
                        Format.valueOf(part[4]),
                        Integer.parseInt(part[5])));
    }

    public boolean isSameMoment(Tidings other) {
        return start.equals(other.start) && minutes == other.minutes && dates == other.dates;
    }

    /** How many of these half-days it does not tell of, where all it tells of stands among them; else 0. */
    int addedIn(List<HalfDay> now) {
        for (int chosen = 1; chosen < (1 << now.size()) - 1; chosen++) {
            List<HalfDay> some = new ArrayList<>();
            for (int at = 0; at < now.size(); at++) {
                if ((chosen >> at & 1) == 1) {
                    some.add(now.get(at));
                }
            }
            if (start.equals(some.get(0).startsAt())
                    && minutes == some.stream().mapToInt(HalfDay::minutes).sum()
                    && dates == SessionHalfDays.mark(some)) {
                return now.size() - some.size();
            }
        }
        return 0;
    }

    boolean isLedBy(long agentId) {
        return trainerId != null && trainerId == agentId;
    }

    /** Nothing else differs than who gives it. */
    boolean differsInTrainerOnly(Tidings other) {
        return !equals(other)
                && new Tidings(start, minutes, place, other.trainerId, moduleCode, format, dates).equals(other);
    }
}
