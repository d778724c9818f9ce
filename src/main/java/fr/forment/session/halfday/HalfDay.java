package fr.forment.session.halfday;

import fr.forment.french.French;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * One half-day of a session: what is signed for at once.
 *
 * @param position from 1, in order of time
 * @param trainerId who stands in for the session's trainer then; null when it is he
 */
public record HalfDay(int position, LocalDateTime startsAt, LocalDateTime endsAt, Long trainerId) {

    private static final int NOON = 12;
    private static final int EVENING = 17;

    public int minutes() {
        return (int) ChronoUnit.MINUTES.between(startsAt, endsAt);
    }

    /** Who gives it; null while nobody is named. */
    public Long trainer(TrainingSession session) {
        return trainerId == null ? session.trainerId() : trainerId;
    }

    public boolean isGivenBy(long agentId, TrainingSession session) {
        Long trainer = trainer(session);
        return trainer != null && trainer == agentId;
    }

    /** @param agentId null: the session's own trainer */
    public HalfDay entrustedTo(Long agentId) {
        return new HalfDay(position, startsAt, endsAt, agentId);
    }

    public boolean hasBegun(LocalDateTime now) {
        return !now.isBefore(startsAt);
    }

    /** "mercredi 18 novembre 2026, matin, de 9 h à 12 h". */
    public String told() {
        return French.day(startsAt) + ", " + part() + ", " + hours();
    }

    /** Under which name agendas keep it: the first goes by that of the session. */
    public String agendaName(TrainingSession session) {
        return agendaName(session, position);
    }

    /** Also of one that there is no more. */
    public static String agendaName(TrainingSession session, int position) {
        return session.agendaName() + (position == 1 ? "" : "." + position);
    }

    public String part() {
        int hour = startsAt.getHour();
        return hour < NOON ? "matin" : hour < EVENING ? "après-midi" : "soirée";
    }

    public String hours() {
        return French.hours(startsAt, endsAt);
    }
}
