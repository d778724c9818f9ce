package fr.forment.session.guard;

import fr.forment.catalogue.Format;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.resource.Closures;
import fr.forment.resource.MeetingPlace;
import fr.forment.resource.MeetingRoom;
import fr.forment.resource.Presence;
import fr.forment.resource.Rooms;
import fr.forment.resource.TrainerResources;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands in the way of a half-day besides people: its room has another session, its school is closed, its trainer
 * away.
 */
@Component
@RequiredArgsConstructor
public class PlacesTaken {

    private final JdbcClient jdbc;
    private final Closures closures;
    private final Rooms rooms;
    private final TrainerResources resources;

    /** @throws Refusal that says which half-day and why */
    public void refuse(TrainingSession session, HalfDay half, Long trainerId) {
        refuse(session, session.place(), half, trainerId);
    }

    /**
     * No session comes into a room that is lost; one that already stands in it is told, and may look for its date
     * first.
     *
     * @param place null or blank: where it is
     * @param were days on which it stands there; none: it does not yet
     */
    public void refuseLost(
            TrainingSession session, String place, Collection<HalfDay> wanted, Collection<HalfDay> were) {
        String there = place == null || place.isBlank() ? session.place() : place;
        if (session.format() == Format.DISTANCE) {
            return;
        }
        List<MeetingRoom> known = rooms.withThoseLost(session.circonscriptionUai());
        boolean stood = there.equals(session.place())
                && were.stream()
                        .anyMatch(half ->
                                MeetingRoom.isLost(known, there, half.startsAt().toLocalDate()));
        wanted.stream()
                .map(half -> half.startsAt().toLocalDate())
                .filter(day -> !stood && MeetingRoom.isLost(known, there, day))
                .findFirst()
                .ifPresent(day -> {
                    throw new Refusal(
                            "Le " + French.day(day)
                                    + ", la salle n'est pas disponible : choisissez un autre lieu ou une autre date.",
                            "place");
                });
    }

    /** Whether no other session is held there then, and no closed school keeps it from coming. */
    public boolean isFree(TrainingSession session, String place, Collection<HalfDay> halfDays) {
        return halfDays.stream()
                .allMatch(half -> !isTaken(session, place, half)
                        && !isClosed(session, place, half.startsAt().toLocalDate()));
    }

    public void refuse(TrainingSession session, String place, HalfDay half, Long trainerId) {
        LocalDate day = half.startsAt().toLocalDate();
        String when = when(half);
        if (session.format() != Format.DISTANCE) {
            if (!MeetingPlace.isTown(place) && isTaken(session, place, half)) { // in a town there are many rooms
                throw taken(half);
            }
            if (isClosed(session, place, day)) {
                throw new Refusal(when + ", l'école qui accueille la session est fermée : changez la date ou le lieu.");
            }
        }
        if (trainerId != null) {
            var presence = new Presence(
                    trainerId,
                    resources.weeksOf(trainerId),
                    resources
                            .absences(List.of(trainerId), day, session.circonscriptionUai())
                            .getOrDefault(trainerId, List.of()));
            presence.obstacle(day, half.startsAt().toLocalTime(), half.endsAt().toLocalTime())
                    .ifPresent(why -> {
                        throw new Refusal(when + ", la personne qui assure la formation " + why
                                + " : choisissez une autre date ou une autre personne.");
                    });
        }
    }

    /** Another session of the circonscription stands there then; in a town there are many rooms. */
    public void refuseTaken(TrainingSession session, String place, HalfDay half) {
        if (session.format() != Format.DISTANCE
                && !MeetingPlace.isTown(place)
                && isTaken(session, place, half, session.circonscriptionUai())) {
            throw taken(half);
        }
    }

    private static Refusal taken(HalfDay half) {
        return new Refusal(when(half) + ", une autre session a lieu au même endroit : changez l'heure ou le lieu.");
    }

    private static String when(HalfDay half) {
        return "Le " + French.day(half.startsAt()) + ", " + half.hours();
    }

    private boolean isClosed(TrainingSession session, String place, LocalDate day) {
        return closures.days(session.circonscriptionUai(), Set.of(place), day, day)
                .containsKey(place);
    }

    /** Word for word the same place; of a session on several dates only its half-days count. */
    private boolean isTaken(TrainingSession session, String place, HalfDay half) {
        return isTaken(session, place, half, "");
    }

    /** @param circonscriptionUai empty: of whichever */
    private boolean isTaken(TrainingSession session, String place, HalfDay half, String circonscriptionUai) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM training_session s
                WHERE s.place = :place AND :circo IN ('', s.circonscription_uai) AND s.id <> :session AND s.format <> 'DISTANCE'
                AND s.state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE', 'EN_COURS')
                AND s.starts_at < :end AND s.ends_at > :start
                AND (CAST(s.starts_at AS DATE) = CAST(s.ends_at AS DATE) OR EXISTS
                    (SELECT 1 FROM half_day h WHERE h.session_id = s.id AND h.starts_at < :end AND h.ends_at > :start))""")
                        .param("place", place)
                        .param("circo", circonscriptionUai)
                        .param("session", session.id())
                        .param("start", half.startsAt())
                        .param("end", half.endsAt())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
