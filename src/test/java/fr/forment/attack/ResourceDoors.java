package fr.forment.attack;

import static fr.forment.attack.Door.get;
import static fr.forment.attack.Door.post;
import static fr.forment.attack.Thing.ABSENCE;
import static fr.forment.attack.Thing.BOOKING;
import static fr.forment.attack.Thing.CERTIFICATION;
import static fr.forment.attack.Thing.CIRCONSCRIPTION;
import static fr.forment.attack.Thing.CLOSURE;
import static fr.forment.attack.Thing.EQUIPMENT;
import static fr.forment.attack.Thing.ROOM;
import static fr.forment.attack.Thing.SCHOOL;
import static fr.forment.attack.Thing.TRAINER;
import static fr.forment.attack.Thing.TRAINER_WEEK;

import java.util.stream.Stream;

/** What a plan rests on: trainers, rooms, closed schools, their files. */
final class ResourceDoors {

    private static final String[] TEAM = {"ien", "erun", "cpc", "secretary"};
    private static final String TRAINERS = "/ressources/formateurs/{id}";

    private ResourceDoors() {}

    static Stream<Door> all() {
        return Stream.of(reading(), trainers(), rooms(), equipment()).flatMap(some -> some);
    }

    private static Stream<Door> reading() {
        return Stream.of(
                get("/ressources", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/ressources/salles", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/ressources/fermetures", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/ressources/fichiers", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/ressources/fichiers/{table}.csv", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .typed("table", "salles")
                        .open(TEAM),
                get("/ressources/fichiers/ressources.xlsx", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get(TRAINERS, "cpc").id("id", TRAINER).open(TEAM),
                get("/formateurs/{id}/evaluations", "ien").id("id", TRAINER).open("ien", "erun"),
                get("/ressources/salles/{id}", "cpc").id("id", ROOM).open(TEAM));
    }

    private static Stream<Door> trainers() {
        return Stream.of(
                post(TRAINERS + "/semaine", "cpc")
                        .id("id", TRAINER)
                        .typed("du", "2026-08-03")
                        .typed("au", "2026-08-07")
                        .typed("donne", "3M")
                        .open(TEAM),
                post(TRAINERS + "/semaine/{week}/retirer", "cpc")
                        .id("id", TRAINER)
                        .id("week", TRAINER_WEEK)
                        .open(TEAM),
                post(TRAINERS + "/absences", "cpc")
                        .id("id", TRAINER)
                        .typed("du", "2027-02-01")
                        .open(TEAM),
                post(TRAINERS + "/absences/{absence}/retirer", "cpc")
                        .id("id", TRAINER)
                        .id("absence", ABSENCE)
                        .open(TEAM),
                post(TRAINERS + "/habilitations", "ien")
                        .id("id", TRAINER)
                        .typed("module", "ADM-DIR")
                        .typed("decision", "non")
                        .typed("du", "2026-09-01"),
                post(TRAINERS + "/habilitations/{certification}/retirer", "ien")
                        .id("id", TRAINER)
                        .id("certification", CERTIFICATION));
    }

    private static Stream<Door> rooms() {
        return Stream.of(
                room("/ressources/salles")
                        .id("circonscription", CIRCONSCRIPTION)
                        .typed("salle", "Salle d'essai"),
                room("/ressources/salles/{id}").id("id", ROOM).typed("salle", "Autre salle"),
                post("/ressources/salles/{id}/retirer", "cpc").id("id", ROOM).open(TEAM),
                post("/ressources/salles/retrouver", "cpc")
                        .id("circonscription", CIRCONSCRIPTION)
                        .id("lieu", SCHOOL)
                        .open(TEAM),
                post("/ressources/fermetures", "cpc")
                        .id("circonscription", CIRCONSCRIPTION)
                        .id("ecole", SCHOOL)
                        .typed("du", "2027-02-01")
                        .typed("motif", "Neige")
                        .open(TEAM),
                post("/ressources/fermetures/{id}/retirer", "cpc")
                        .id("id", CLOSURE)
                        .open(TEAM),
                post("/ressources/fichiers", "cpc")
                        .id("circonscription", CIRCONSCRIPTION)
                        .plain("fichier")
                        .open(TEAM));
    }

    private static Stream<Door> equipment() {
        String booking = "/materiel/reservations/{bookingId}";
        return Stream.of(
                get("/materiel", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .open(TEAM)
                        .open("dsi", "supplier"),
                post("/materiel", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .typed("genre", "TABLETTES")
                        .typed("nom", "Valise")
                        .typed("quantite", "12")
                        .typed("fourni", "COLLECTIVITE")
                        .open(TEAM),
                post("/materiel/{itemId}", "erun")
                        .id("itemId", EQUIPMENT)
                        .typed("quantite", "31")
                        .open(TEAM),
                post(booking + "/reserver", "erun")
                        .id("bookingId", BOOKING)
                        .id("item", EQUIPMENT)
                        .open(TEAM),
                post(booking + "/pret", "erun").id("bookingId", BOOKING).open(TEAM),
                post(booking + "/rendre", "erun").id("bookingId", BOOKING).open(TEAM),
                post("/materiel/{itemId}/retirer", "erun")
                        .id("itemId", EQUIPMENT)
                        .open(TEAM));
    }

    private static Door room(String path) {
        return post(path, "cpc").id("ecole", SCHOOL).typed("places", "20").open(TEAM);
    }
}
