package fr.forment.attack;

import static fr.forment.attack.Door.get;
import static fr.forment.attack.Door.post;
import static fr.forment.attack.Door.put;
import static fr.forment.attack.Thing.ARRIVAL;
import static fr.forment.attack.Thing.CIRCONSCRIPTION;
import static fr.forment.attack.Thing.DELEGATE;
import static fr.forment.attack.Thing.DELEGATION;
import static fr.forment.attack.Thing.DEPARTURE;
import static fr.forment.attack.Thing.DRAFT;
import static fr.forment.attack.Thing.GIVER;
import static fr.forment.attack.Thing.HOURS_LINE;
import static fr.forment.attack.Thing.LIST;
import static fr.forment.attack.Thing.PERSON;
import static fr.forment.attack.Thing.SCHOOL;
import static fr.forment.attack.Thing.SESSION;
import static fr.forment.attack.Thing.TASK;
import static fr.forment.attack.Thing.UNMATCHED_LIST;
import static fr.forment.attack.Thing.WRITTEN_LIST;

import java.util.UUID;
import java.util.stream.Stream;

/** People: their pages, keys, hours, lists, comings and goings; and the drafts of tasks. */
final class PeopleDoors {

    private static final String[] TEAM = {"ien", "erun", "cpc", "secretary"};
    private static final String[] GIVERS = {"ien", "erun", "secretary"};

    private PeopleDoors() {}

    static Stream<Door> all() {
        return Stream.of(people(), keys(), hours(), lists(), moves()).flatMap(some -> some);
    }

    private static Stream<Door> people() {
        return Stream.of(
                get("/personnels", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .filter("ecole", SCHOOL),
                get("/personnels/export.csv", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .filter("ecole", SCHOOL),
                get("/personnels/export.xlsx", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .filter("ecole", SCHOOL),
                get("/personnels/{id}", "erun").id("id", PERSON).open(TEAM).open("director"),
                ProjectDoors.chronicle("/personnels/{id}/chronologie")
                        .id("id", PERSON)
                        .open(TEAM)
                        .open("director"),
                ProjectDoors.chronicle("/personnels/{id}/chronologie.csv")
                        .id("id", PERSON)
                        .open(TEAM)
                        .open("director"),
                get("/brouillons/{taskId}", "ien").id("taskId", TASK),
                get("/brouillons/{taskId}/revision", "ien").id("taskId", TASK),
                put("/brouillons/{taskId}", "ien").id("taskId", TASK),
                post("/taches/{id}/reprendre", "ien").id("id", TASK),
                get("/moi/courriels/{id}", "secretary").id("id", DRAFT),
                get("/moi/courriels/{id}/piece/{rank}", "secretary")
                        .id("id", DRAFT)
                        .typed("rank", "0"),
                post("/moi/courriels/{id}/{action}", "secretary")
                        .id("id", DRAFT)
                        .typed("action", "liberer"));
    }

    private static Stream<Door> keys() {
        return Stream.of(
                get("/personnels/acces", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .filter("ecole", SCHOOL),
                post("/personnels/acces/apercu", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .ids("personne", PERSON)
                        .plain("ecole")
                        .open(GIVERS),
                post("/personnels/acces/liens", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .ids("personne", PERSON)
                        .plain("ecole")
                        .open(GIVERS),
                get("/personnels/{id}/acces", "erun").id("id", PERSON).open(GIVERS),
                post("/personnels/{id}/acces", "erun").id("id", PERSON).open(GIVERS),
                post("/personnels/{id}/acces/lien", "erun").id("id", PERSON).open(GIVERS),
                post("/personnels/{id}/acces/roles", "erun")
                        .id("id", PERSON)
                        .id("lieu", SCHOOL)
                        .typed("role", "DIRECTEUR")
                        .typed("motif", "Remplacement")
                        .open(GIVERS),
                post("/personnels/{id}/acces/roles", "ien")
                        .id("id", PERSON)
                        .id("lieu", CIRCONSCRIPTION)
                        .typed("role", "ERUN")
                        .typed("motif", "Remplacement"),
                post("/personnels/{id}/acces/roles/retrait", "erun")
                        .id("id", PERSON)
                        .id("lieu", SCHOOL)
                        .typed("role", "DIRECTEUR")
                        .typed("motif", "Fin")
                        .open(GIVERS),
                post("/moi/delegation", "ien")
                        .id("circonscription", CIRCONSCRIPTION)
                        .id("absent", GIVER)
                        .id("delegue", DELEGATE)
                        .typed("debut", "2026-10-05")
                        .typed("fin", "2026-10-06")
                        .typed("motif", "Stage"),
                post("/moi/delegation/{id}/prolongation", "ien")
                        .id("id", DELEGATION)
                        .typed("fin", "2026-11-09"),
                post("/moi/delegation/{id}/fin", "ien").id("id", DELEGATION));
    }

    private static Stream<Door> hours() {
        return Stream.of(
                get("/moi/heures", "otherTeacher").filter("corriger", HOURS_LINE),
                get("/personnels/{id}/heures", "erun")
                        .id("id", PERSON)
                        .filter("corriger", HOURS_LINE)
                        .open(TEAM)
                        .open("director"),
                typedHours(post("/personnels/{id}/heures", "erun").id("id", PERSON)),
                typedHours(post("/personnels/{id}/heures/{line}", "erun")
                        .id("id", PERSON)
                        .id("line", HOURS_LINE)),
                post("/personnels/{id}/heures/{line}/retirer", "erun")
                        .id("id", PERSON)
                        .id("line", HOURS_LINE)
                        .typed("version", "0")
                        .open(GIVERS)
                        .open("director"),
                get("/personnels/heures", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .plain("ecole")
                        .open(TEAM)
                        .open("director", "otherDirector"),
                get("/personnels/heures", "erun")
                        .id("ecole", SCHOOL)
                        .plain("circonscription")
                        .open(TEAM)
                        .open("director"),
                get("/personnels/heures/export.csv", "erun")
                        .id("ecole", SCHOOL)
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM)
                        .open("director"),
                get("/personnels/heures/export.xlsx", "erun")
                        .id("ecole", SCHOOL)
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM)
                        .open("director"),
                get("/personnels/heures/bareme", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                post("/personnels/heures/bareme", "secretary")
                        .id("circonscription", CIRCONSCRIPTION)
                        .typed("annee", "2026-2027")
                        .typed("empreinte", "x")
                        .plain("*")
                        .open("ien"));
    }

    private static Door typedHours(Door door) {
        return door.typed("intitule", "Animation")
                .typed("date", "01/09/2026")
                .typed("duree", "1 h")
                .typed("version", "0")
                .typed("formulaire", UUID.randomUUID().toString())
                .open(GIVERS)
                .open("director");
    }

    private static Stream<Door> lists() {
        String list = "/personnels/import/{id}";
        return Stream.of(
                get(list + "/colonnes", "secretary").id("id", UNMATCHED_LIST),
                post(list + "/colonnes", "secretary")
                        .id("id", UNMATCHED_LIST)
                        .id("ecole", SCHOOL)
                        .plain("*"),
                get(list, "secretary").id("id", LIST),
                get(list + "/avancement.json", "secretary").id("id", LIST),
                post(list + "/reponses", "secretary").id("id", LIST).plain("*"),
                post(list + "/reponses-communes", "secretary")
                        .id("id", LIST)
                        .typed("question", "TWO_LINES")
                        .typed("reponse", "SKIP"),
                post(list + "/etendue", "secretary").id("id", LIST).typed("complete", "false"),
                post(list, "secretary").id("id", LIST).typed("empreinte", "-1").typed("arrivee", "ALREADY_THERE"),
                post(list + "/confirmation", "secretary")
                        .id("id", LIST)
                        .typed("empreinte", "-1")
                        .typed("motif", "Oui"),
                post(list + "/reprise", "secretary").id("id", LIST),
                post(list + "/abandon", "secretary").id("id", LIST),
                get("/personnels/imports/{id}", "secretary")
                        .id("id", WRITTEN_LIST)
                        .open(TEAM),
                post("/personnels/imports/{id}/annulation", "secretary")
                        .id("id", WRITTEN_LIST)
                        .open(TEAM));
    }

    private static Stream<Door> moves() {
        return Stream.of(
                get("/arrivees/{id}", "erun").id("id", ARRIVAL).open(TEAM).open("director"),
                get("/arrivees/{id}/deroulement", "erun")
                        .id("id", ARRIVAL)
                        .open(TEAM)
                        .open("director"),
                post("/arrivees/{id}/dates", "erun")
                        .id("id", ARRIVAL)
                        .id("session", SESSION)
                        .open("director"),
                post("/arrivees/{id}/tutoriels", "erun")
                        .id("id", ARRIVAL)
                        .typed("module", "PEDA-1")
                        .open("director"),
                post("/arrivees/declarer", "erun")
                        .id("schoolUai", SCHOOL)
                        .typed("lastName", "Nouvelle")
                        .typed("firstName", "Anne")
                        .typed("function", "ADJOINT")
                        .typed("quotity", "100")
                        .typed("takenUpOn", "2026-09-01")
                        .typed("entExperience", "non")
                        .open("director"),
                get("/departs/{id}", "erun").id("id", DEPARTURE).open(TEAM).open("director"));
    }
}
