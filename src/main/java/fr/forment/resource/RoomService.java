package fr.forment.resource;

import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.territory.Uai;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rooms of a circonscription: named, corrected, taken off, each traced. Rights are asked by the caller. */
@Service
@Transactional
@RequiredArgsConstructor
public class RoomService {

    /** What the journal calls the resources of a circonscription. */
    public static final String KIND = "RESOURCE";

    private static final int LARGEST = 1000;
    private static final int LONGEST_PLACE = 120;

    private final JdbcClient jdbc;
    private final Rooms rooms;
    private final GonePlaces lost;
    private final Schools schools;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Returns the number of the new room. */
    public long add(Room said) {
        Room room = checked(said);
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                    INSERT INTO training_room (version, circonscription_uai, name, school_uai, commune, capacity, equipment,
                                               from_day, until_day, latitude, longitude, place)
                    VALUES (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            room.circonscriptionUai(),
                            room.name(),
                            room.schoolUai(),
                            room.commune(),
                            room.capacity(),
                            room.equipment(),
                            room.fromDay(),
                            room.untilDay(),
                            room.latitude(),
                            room.longitude(),
                            key(room)))
                    .update(key, "id");
        } catch (DuplicateKeyException known) {
            throw twice(room);
        }
        long id = key.getKeyAs(Long.class);
        lost.found(room.circonscriptionUai(), room.place());
        told(room, id, "Salle ajoutée", null, room.words());
        changed(room);
        return id;
    }

    /** @param said with the version that was shown; false when nothing changed */
    public boolean change(Room said) {
        hold(said.circonscriptionUai());
        Room before = rooms.find(said.id()).orElseThrow(TrainerResourceService::gone);
        Room room = checked(said);
        if (room.equals(before)) {
            return false;
        }
        int written;
        try {
            written = jdbc.sql("""
                    UPDATE training_room SET version = version + 1, name = ?, school_uai = ?, commune = ?, capacity = ?, equipment = ?,
                           from_day = ?, until_day = ?, latitude = ?, longitude = ?, place = ?
                     WHERE id = ? AND version = ?""")
                    .params(Arrays.asList(
                            room.name(),
                            room.schoolUai(),
                            room.commune(),
                            room.capacity(),
                            room.equipment(),
                            room.fromDay(),
                            room.untilDay(),
                            room.latitude(),
                            room.longitude(),
                            key(room),
                            room.id(),
                            room.version()))
                    .update();
        } catch (DuplicateKeyException known) {
            throw twice(room);
        }
        if (written == 0) {
            throw new Refusal(
                    "Quelqu'un vient de modifier cette salle. Rien n'a été enregistré : vérifiez ses valeurs, puis recommencez.");
        }
        lost.found(room.circonscriptionUai(), room.place());
        if (before.schoolUai() == null) { // a room that was put into the wrong school takes none from it
            gone(before, LocalDate.now(clock));
        }
        told(room, room.id(), "Salle modifiée", before.words(), room.words());
        changed(before);
        if (!before.place().equals(room.place())) {
            changed(room);
        }
        return true;
    }

    public void remove(long id) {
        hold(rooms.find(id).orElseThrow(TrainerResourceService::gone).circonscriptionUai());
        Room room = rooms.find(id).orElseThrow(TrainerResourceService::gone);
        remove(room, LocalDate.now(clock));
    }

    private void remove(Room room, LocalDate from) {
        if (jdbc.sql("DELETE FROM training_room WHERE id = ?").param(room.id()).update() == 0) {
            throw TrainerResourceService.gone();
        }
        told(room, room.id(), "Salle retirée", room.words(), null);
        gone(room, from);
        changed(room);
    }

    /**
     * Nobody can meet in a place from a day on: its rooms end, and one that nobody listed is known to be lost.
     *
     * @param place as sessions name it
     */
    public void lose(String circonscriptionUai, String place, LocalDate from) {
        hold(circonscriptionUai);
        LocalDate last = from.minusDays(1);
        List<Room> there = at(circonscriptionUai, place);
        for (Room room : there) {
            if (room.fromDay() != null && room.fromDay().isAfter(last)) {
                remove(room, from);
            } else if (room.untilDay() == null || room.untilDay().isAfter(last)) {
                change(room.until(last));
            }
        }
        if (there.isEmpty()) {
            String commune = schools.find(place).map(School::commune).orElseGet(() -> MeetingPlace.commune(place));
            if (lost.note(circonscriptionUai, new LostPlace(place, commune, from))) {
                journal.add(JournalEntry.of(KIND, circonscriptionUai)
                        .part(place)
                        .what("Lieu perdu")
                        .change(null, "à partir du " + French.numeric(from)));
                changed(circonscriptionUai, place);
            }
        }
    }

    /** It was not lost after all; false where nobody said it was. */
    public boolean find(String circonscriptionUai, String place) {
        boolean known = lost.found(circonscriptionUai, place);
        if (known) {
            journal.add(JournalEntry.of(KIND, circonscriptionUai).part(place).what("Lieu rétabli"));
            changed(circonscriptionUai, place);
        }
        return known;
    }

    /** Of two who take the last rooms of a place off at once, the second one sees what the first one did. */
    private void hold(String circonscriptionUai) {
        jdbc.sql("SELECT id FROM training_room WHERE circonscription_uai = ? ORDER BY id FOR UPDATE")
                .param(circonscriptionUai)
                .query(Long.class)
                .list();
    }

    private List<Room> at(String circonscriptionUai, String place) {
        return rooms.of(circonscriptionUai).stream()
                .filter(room -> room.place().equals(place))
                .toList();
    }

    /** Whoever still stands there has lost his room, unless another one is listed at the same place. */
    private void gone(Room room, LocalDate from) {
        if (at(room.circonscriptionUai(), room.place()).isEmpty()) {
            lost.note(room.circonscriptionUai(), new LostPlace(room.place(), room.commune(), from));
        }
    }

    private Room checked(Room said) {
        String name = Names.clean(said.name());
        String commune = Names.clean(Objects.toString(said.commune(), ""));
        String equipment = Names.clean(Objects.toString(said.equipment(), ""));
        if (name.isEmpty() || name.length() > 60) {
            throw new Refusal("Nommez la salle en 60 caractères au plus, par exemple « Salle informatique ».", "salle");
        }
        if (said.schoolUai() != null) {
            commune = schools.find(said.schoolUai())
                    .filter(school ->
                            school.isOpen() && said.circonscriptionUai().equals(school.circonscriptionUai()))
                    .map(School::commune)
                    .orElseThrow(() -> new Refusal(
                            "Cette école n'est pas ouverte dans la circonscription : choisissez-en une autre.",
                            "ecole"));
        } else if (commune.isEmpty() || commune.length() > 100) {
            throw new Refusal("Indiquez l'école où se trouve la salle ou, à défaut, sa commune.", "commune");
        } else if (Uai.read(name).isPresent()) {
            throw new Refusal(
                    "Ce nom se lit comme l'identifiant d'une école : donnez à la salle un autre nom.", "salle");
        }
        if (said.capacity() < 1 || said.capacity() > LARGEST) {
            throw new Refusal("Une salle compte de 1 à " + LARGEST + " places.", "places");
        }
        if (equipment.length() > 200) {
            throw new Refusal("L'équipement se dit en 200 caractères au plus.", "equipement");
        }
        if (said.fromDay() != null) {
            DaySpan.said(said.fromDay(), said.untilDay(), LocalDate.now(clock));
        } else if (said.untilDay() != null) {
            DaySpan.said(said.untilDay(), null, LocalDate.now(clock));
        }
        if ((said.latitude() == null) != (said.longitude() == null)
                || said.latitude() != null && (Math.abs(said.latitude()) > 90 || Math.abs(said.longitude()) > 180)) {
            throw new Refusal(
                    "Les coordonnées vont par deux : la latitude de -90 à 90, la longitude de -180 à 180. Laissez les deux vides pour celles de l'école ou de la commune.",
                    "latitude");
        }
        Room room = new Room(
                said.id(),
                said.version(),
                said.circonscriptionUai(),
                name,
                said.schoolUai(),
                commune,
                said.capacity(),
                equipment.isEmpty() ? null : equipment,
                said.fromDay(),
                said.untilDay(),
                said.latitude(),
                said.longitude());
        if (room.place().length() > LONGEST_PLACE) {
            throw new Refusal(
                    "Le nom et la commune comptent ensemble " + LONGEST_PLACE
                            + " caractères au plus : raccourcissez le nom.",
                    "salle");
        }
        return room;
    }

    private static String key(Room room) {
        return (room.schoolUai() == null ? Names.fold(room.commune()) : room.schoolUai()) + " "
                + Names.fold(room.name());
    }

    private static Refusal twice(Room room) {
        return new Refusal(
                "Une salle de ce nom est déjà connue à cet endroit (" + room.name()
                        + ") : donnez un autre nom, ou modifiez celle qui existe.",
                "salle");
    }

    private void told(Room room, long id, String what, String before, String after) {
        journal.add(JournalEntry.of(KIND, room.circonscriptionUai())
                .part("salle " + id)
                .what(what)
                .change(before, after));
    }

    private void changed(Room room) {
        changed(room.circonscriptionUai(), room.place());
    }

    private void changed(String circonscriptionUai, String place) {
        events.publishEvent(new ResourceChanged(
                ResourceChanged.Kind.ROOM,
                null,
                Uai.read(place).isPresent() ? place : null,
                place,
                circonscriptionUai,
                LocalDate.now(clock),
                null));
    }
}
