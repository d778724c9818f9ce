package fr.forment.attack;

import static fr.forment.attack.Door.get;
import static fr.forment.attack.Door.post;
import static fr.forment.attack.Thing.ATTESTATION;
import static fr.forment.attack.Thing.CIRCONSCRIPTION;
import static fr.forment.attack.Thing.ENROLMENT;
import static fr.forment.attack.Thing.HELD_ENROLMENT;
import static fr.forment.attack.Thing.HELD_SESSION;
import static fr.forment.attack.Thing.PERSON;
import static fr.forment.attack.Thing.SCHOOL;
import static fr.forment.attack.Thing.SESSION;
import static fr.forment.attack.Thing.TRAINER;

import java.util.stream.Stream;

/** Sessions, enrolments, papers. */
final class SessionDoors {

    private static final String[] TEAM = {"ien", "erun", "cpc", "secretary"};

    private SessionDoors() {}

    static Stream<Door> all() {
        return Stream.of(
                get("/sessions", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .plain("module")
                        .open(TEAM),
                get("/demandes/remplacer/{enrolmentId}", "erun")
                        .id("enrolmentId", ENROLMENT)
                        .open(TEAM)
                        .open("teacher", "director"),
                get("/attentes/{circonscription}/{module}", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .typed("module", "PRES-ECOLE")
                        .open(TEAM),
                get("/sessions/{id}", "erun").id("id", SESSION).open(TEAM).open("teacher", "director"),
                get("/sessions/{id}/deroulement", "erun")
                        .id("id", SESSION)
                        .open(TEAM)
                        .open("teacher", "director"),
                ProjectDoors.chronicle("/sessions/{id}/chronologie")
                        .id("id", SESSION)
                        .open(TEAM),
                ProjectDoors.chronicle("/sessions/{id}/chronologie.csv")
                        .id("id", SESSION)
                        .open(TEAM),
                get("/sessions/{id}.ics", "erun").id("id", SESSION).open(TEAM).open("teacher", "director"),
                get("/sessions/{id}/emargement", "cpc").id("id", HELD_SESSION).open(TEAM),
                get("/sessions/{id}/bilan", "cpc").id("id", HELD_SESSION).open(TEAM),
                get("/sessions/{id}/bilan.pdf", "cpc").id("id", HELD_SESSION).open(TEAM),
                get("/sessions/{id}/bilan.xlsx", "cpc").id("id", HELD_SESSION).open(TEAM),
                get("/sessions/{id}/emargement/code", "cpc")
                        .id("id", HELD_SESSION)
                        .open(TEAM),
                get("/sessions/{id}/emargement/code/maintenant", "cpc")
                        .id("id", HELD_SESSION)
                        .open(TEAM),
                post("/sessions/{id}/emargement", "cpc")
                        .id("id", HELD_SESSION)
                        .id("mark_#", HELD_ENROLMENT)
                        .typed("mark_#", "PRESENT")
                        .plain("*")
                        .open(TEAM),
                post("/sessions/{id}/emargement/tous", "cpc")
                        .id("id", HELD_SESSION)
                        .open(TEAM),
                post("/sessions/{id}/emargement/terminer", "cpc")
                        .id("id", HELD_SESSION)
                        .typed("headCount", "12")
                        .open(TEAM),
                post("/sessions/{id}/emargement/ajout", "cpc")
                        .id("id", HELD_SESSION)
                        .typed("who", "Personne")
                        .open(TEAM),
                post("/sessions/{id}/emargement/formateur", "erun")
                        .id("id", HELD_SESSION)
                        .id("agent", TRAINER)
                        .open(TEAM),
                post("/sessions/{id}/emargement/rouvrir", "secretary")
                        .id("id", HELD_SESSION)
                        .typed("motive", "Erreur")
                        .open(TEAM),
                post("/sessions/{id}/places", "erun")
                        .id("id", SESSION)
                        .typed("capacity", "12")
                        .typed("minimum", "2")
                        .open(TEAM),
                get("/sessions/{id}/feuille.pdf", "cpc").id("id", SESSION).open(TEAM),
                get("/sessions/{id}/convocations", "secretary")
                        .id("id", SESSION)
                        .open(TEAM),
                get("/sessions/{id}/convocation/{enrolmentId}", "secretary")
                        .id("id", SESSION)
                        .id("enrolmentId", ENROLMENT)
                        .open(TEAM)
                        .open("teacher", "director"),
                post("/moi/agendas", "erun").id("zone", CIRCONSCRIPTION).open(TEAM),
                post("/moi/agendas/revoquer", "erun")
                        .id("zone", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/sessions/{id}/convocations.pdf", "secretary")
                        .id("id", SESSION)
                        .open(TEAM),
                get("/sessions/{id}/convocation/{enrolmentId}.pdf", "secretary")
                        .id("id", SESSION)
                        .id("enrolmentId", ENROLMENT)
                        .open(TEAM)
                        .open("teacher", "director"),
                get("/attestations/{number}.pdf", "secretary")
                        .id("number", ATTESTATION)
                        .open(TEAM)
                        .open("otherTeacher", "otherDirector"),
                get("/attestations/{number}", "secretary")
                        .id("number", ATTESTATION)
                        .open(TEAM)
                        .open("otherTeacher", "otherDirector"),
                get("/sessions/nouvelle", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .plain("copie", "module")
                        .open(TEAM),
                get("/sessions/nouvelle", "erun")
                        .id("copie", SESSION)
                        .plain("circonscription", "module")
                        .open(TEAM),
                opened().id("school", SCHOOL)
                        .id("trainer", TRAINER)
                        .plain("otherPlace")
                        .typed("time", "09:00"),
                opened().id("otherPlace", SCHOOL).plain("school", "trainer").typed("time", "14:00"),
                post("/sessions/{id}/inscrire", "erun")
                        .id("id", SESSION)
                        .id("agent", PERSON)
                        .open(TEAM),
                post("/sessions/{id}/formateur", "erun")
                        .id("id", SESSION)
                        .id("agent", TRAINER)
                        .plain("*") // only whether the field came
                        .open(TEAM),
                get("/sessions/{id}/dates", "erun").id("id", SESSION).open(TEAM),
                post("/sessions/{id}/dates", "erun")
                        .id("id", SESSION)
                        .ids("formateur", TRAINER)
                        .typed("jour", "2026-12-09")
                        .typed("motive", "Neige")
                        .plain("vu", "*", "shortNotice") // days and hours
                        .open(TEAM),
                post("/sessions/{id}/reporter", "erun")
                        .id("id", SESSION)
                        .id("place", SCHOOL)
                        .typed("day", "2026-12-09")
                        .typed("time", "14:00")
                        .typed("motive", "Neige")
                        .open(TEAM),
                post("/sessions/inscriptions/{enrolmentId}/reception", "teacher")
                        .id("enrolmentId", ENROLMENT),
                post("/sessions/inscriptions/{enrolmentId}/empechement", "teacher")
                        .id("enrolmentId", ENROLMENT)
                        .open(TEAM)
                        .open("director"),
                post("/sessions/inscriptions/{enrolmentId}/desinscrire", "erun")
                        .id("enrolmentId", ENROLMENT)
                        .typed("motive", "Erreur")
                        .open(TEAM),
                post("/sessions/{id}/annuler", "erun")
                        .id("id", SESSION)
                        .typed("motive", "Neige")
                        .open(TEAM));
    }

    private static Door opened() {
        return post("/sessions/nouvelle", "erun")
                .id("circonscription", CIRCONSCRIPTION)
                .typed("module", "PRES-ECOLE")
                .typed("day", "2026-12-02")
                .typed("capacity", "10")
                .typed("minimum", "1")
                .open(TEAM);
    }
}
