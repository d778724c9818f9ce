package fr.forment.resource;

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
    public static final String KIND = RoomHistory.KIND;

    private static final int LARGEST = 1000;
    private static final int LONGEST_PLACE = 120;

    private final JdbcClient jdbc;
    private final Rooms rooms;
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
        told(room, id, "Salle ajoutée", null, room.words());
        changed(room);
        return id;
    }

    /** @param said with the version that was shown; false when nothing changed */
    public boolean change(Room said) {
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
        told(room, room.id(), RoomHistory.CHANGED, before.words(), room.words());
        changed(before);
        if (!before.place().equals(room.place())) {
            changed(room);
        }
        return true;
    }

    public void remove(long id) {
        Room room = rooms.find(id).orElseThrow(TrainerResourceService::gone);
        jdbc.sql("DELETE FROM training_room WHERE id = ?").param(id).update();
        told(room, id, RoomHistory.REMOVED, room.words(), null);
        changed(room);
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
        events.publishEvent(new ResourceChanged(
                ResourceChanged.Kind.ROOM,
                null,
                room.schoolUai(),
                room.place(),
                room.circonscriptionUai(),
                LocalDate.now(clock),
                null));
    }
}
