package fr.forment.resource.web;

import fr.forment.french.Refusal;
import fr.forment.resource.Room;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A room as somebody types it. */
record RoomForm(
        String salle,
        String ecole,
        String commune,
        String places,
        String equipement,
        String du,
        String au,
        String latitude,
        String longitude,
        String version) {

    static RoomForm of(Room room) {
        return new RoomForm(
                room.name(),
                room.schoolUai(),
                room.commune(),
                String.valueOf(room.capacity()),
                room.equipment(),
                Objects.toString(room.fromDay(), ""),
                Objects.toString(room.untilDay(), ""),
                Objects.toString(room.latitude(), ""),
                Objects.toString(room.longitude(), ""),
                String.valueOf(room.version()));
    }

    /** @throws Refusal naming the field that is wrong */
    Room room(String circonscription, long id) {
        Integer seats = ResourceFields.number(text(places), "Le nombre de places", "places");
        if (seats == null) {
            throw new Refusal("Indiquez le nombre de places.", "places");
        }
        Integer seen = ResourceFields.number(text(version), "La version", "version");
        return new Room(
                id,
                seen == null ? 0 : seen,
                circonscription,
                text(salle),
                ResourceFields.chosen(ecole),
                ResourceFields.chosen(commune),
                seats,
                ResourceFields.chosen(equipement),
                ResourceFields.day(text(du), "du"),
                ResourceFields.day(text(au), "au"),
                ResourceFields.degrees(text(latitude), "latitude"),
                ResourceFields.degrees(text(longitude), "longitude"));
    }

    Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("salle", text(salle));
        typed.put("ecole", text(ecole));
        typed.put("commune", text(commune));
        typed.put("places", text(places));
        typed.put("equipement", text(equipement));
        typed.put("du", text(du));
        typed.put("au", text(au));
        typed.put("latitude", text(latitude));
        typed.put("longitude", text(longitude));
        typed.put("version", text(version));
        return typed;
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }
}
