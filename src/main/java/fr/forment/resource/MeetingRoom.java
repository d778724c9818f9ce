package fr.forment.resource;

import java.time.LocalDate;
import java.util.Collection;
import java.util.OptionalInt;

/** Where people can meet, or could until it was lost: one rule for plans and for sessions. */
public interface MeetingRoom {

    /** What a session held there names. */
    String place();

    /** People it takes; 0: it is lost. */
    int capacity();

    /** Whether it can be had that day; of what is lost, whether it is lost by then. */
    boolean isOpenOn(LocalDate day);

    /**
     * People the largest room of a place takes on a day, 0 when none can be had then: it has none that day, or was lost
     * before and no other is listed. Empty where nobody said anything.
     *
     * @param rooms of the circonscription, those lost among them
     */
    static OptionalInt capacity(Collection<? extends MeetingRoom> rooms, String place, LocalDate day) {
        int most = 0;
        boolean listed = false;
        boolean lost = false;
        for (MeetingRoom room : rooms) {
            if (room.place().equals(place)) {
                boolean open = room.isOpenOn(day);
                listed |= room.capacity() > 0;
                lost |= room.capacity() == 0 && open;
                most = open ? Math.max(most, room.capacity()) : most;
            }
        }
        return listed || lost ? OptionalInt.of(most) : OptionalInt.empty();
    }

    /** Whether nobody can meet there that day, for all that people said. */
    static boolean isLost(Collection<? extends MeetingRoom> rooms, String place, LocalDate day) {
        return capacity(rooms, place, day).orElse(1) == 0;
    }
}
