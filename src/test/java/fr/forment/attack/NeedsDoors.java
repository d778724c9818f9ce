package fr.forment.attack;

import static fr.forment.attack.Door.get;
import static fr.forment.attack.Door.post;
import static fr.forment.attack.Thing.CAMPAIGN;
import static fr.forment.attack.Thing.CIRCONSCRIPTION;
import static fr.forment.attack.Thing.DRAFT_CAMPAIGN;
import static fr.forment.attack.Thing.GRID_LINE;
import static fr.forment.attack.Thing.OPEN_CAMPAIGN;
import static fr.forment.attack.Thing.PROJECT;
import static fr.forment.attack.Thing.SCHOOL;
import static fr.forment.attack.Thing.SURVEY;
import static fr.forment.attack.Thing.VAGUE;

import java.util.stream.Stream;

/** Campaigns, surveys, the grid. */
final class NeedsDoors {

    private static final String[] TEAM = {"ien", "erun", "cpc", "secretary"};
    private static final String[] EXPERTS = {"ien", "erun", "cpc"};

    private NeedsDoors() {}

    static Stream<Door> all() {
        return Stream.of(reading(), grid(), preparing(), leading()).flatMap(some -> some);
    }

    private static Stream<Door> reading() {
        return Stream.of(
                get("/projets/{projectId}/besoins", "erun")
                        .id("projectId", PROJECT)
                        .open(TEAM),
                get("/projets/{projectId}/grille", "erun")
                        .id("projectId", PROJECT)
                        .open(TEAM),
                get("/projets/{projectId}/priorites", "erun")
                        .id("projectId", PROJECT)
                        .open(TEAM),
                get("/besoins/{id}/deroulement", "erun").id("id", OPEN_CAMPAIGN).open(TEAM),
                get("/besoins/{id}", "erun")
                        .id("id", OPEN_CAMPAIGN)
                        .filter("zone", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/besoins/{id}/avancement.json", "erun")
                        .id("id", OPEN_CAMPAIGN)
                        .open(TEAM),
                get("/besoins/{id}/suivi.csv", "erun").id("id", OPEN_CAMPAIGN).open(TEAM),
                get("/besoins/{id}/reponses", "erun").id("id", CAMPAIGN).open(TEAM),
                get("/besoins/{id}/reponses.csv", "erun").id("id", CAMPAIGN).open(TEAM),
                get("/besoins/{id}/priorites", "erun")
                        .id("id", CAMPAIGN)
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/besoins/{id}/homogeneite", "erun")
                        .id("id", CAMPAIGN)
                        .plain("circonscription")
                        .open(TEAM),
                get("/besoins/{id}/questionnaire", "erun")
                        .id("id", DRAFT_CAMPAIGN)
                        .open(TEAM),
                get("/enquete/{id}", "erun").id("id", SURVEY).open(TEAM).open("director"),
                post("/enquete/{id}/appel", "director")
                        .id("id", SURVEY)
                        .typed("moment", "MIDI")
                        .typed("telephone", "0200000000"));
    }

    private static Stream<Door> grid() {
        String line = "/besoins/{id}/grille/{lineId}";
        return Stream.of(
                get("/besoins/{id}/grille", "erun")
                        .id("id", CAMPAIGN)
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/besoins/{id}/grille.csv", "erun")
                        .id("id", CAMPAIGN)
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/besoins/{id}/grille.xlsx", "erun")
                        .id("id", CAMPAIGN)
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/besoins/{id}/grille/impression", "erun")
                        .id("id", CAMPAIGN)
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/besoins/{id}/grille/origine", "erun")
                        .id("id", CAMPAIGN)
                        .filter("circonscription", CIRCONSCRIPTION)
                        .typed("public", "ENSEIGNANT")
                        .typed("module", "PEDA-1")
                        .open(TEAM),
                get("/besoins/{id}/grille/avancement.json", "erun")
                        .id("id", CAMPAIGN)
                        .plain("circonscription")
                        .open(TEAM),
                get(line, "erun")
                        .id("id", CAMPAIGN)
                        .id("lineId", GRID_LINE)
                        .open(TEAM)
                        .open("director"),
                post(line, "erun")
                        .id("id", CAMPAIGN)
                        .id("lineId", GRID_LINE)
                        .typed("version", "0")
                        .typed("personnes", "2")
                        .typed("motif", "Erreur")
                        .open(EXPERTS),
                post(line + "/annuler", "erun")
                        .id("id", CAMPAIGN)
                        .id("lineId", GRID_LINE)
                        .typed("version", "9")
                        .open(EXPERTS),
                post(line + "/maintenir", "erun")
                        .id("id", CAMPAIGN)
                        .id("lineId", GRID_LINE)
                        .typed("version", "9")
                        .open(EXPERTS),
                post("/besoins/{id}/grille/calcul", "erun")
                        .id("id", CAMPAIGN)
                        .plain("circonscription")
                        .open(EXPERTS));
    }

    private static Stream<Door> preparing() {
        return Stream.of(
                draft("/besoins/nouvelle")
                        .ids("circonscription", CIRCONSCRIPTION)
                        .typed("perimetre", "CIRCONSCRIPTION"),
                draft("/besoins/nouvelle")
                        .id("vague", VAGUE)
                        .typed("perimetre", "VAGUE")
                        .plain("circonscription"),
                draft("/besoins/nouvelle")
                        .listed("ecoles", SCHOOL)
                        .said("ecoles")
                        .typed("perimetre", "ECOLE")
                        .plain("circonscription"),
                get("/besoins/{id}/modification", "erun")
                        .id("id", DRAFT_CAMPAIGN)
                        .open(EXPERTS),
                draft("/besoins/{id}/modification")
                        .id("id", DRAFT_CAMPAIGN)
                        .ids("circonscription", CIRCONSCRIPTION)
                        .typed("perimetre", "CIRCONSCRIPTION"),
                draft("/besoins/{id}/modification")
                        .id("id", DRAFT_CAMPAIGN)
                        .id("vague", VAGUE)
                        .typed("perimetre", "VAGUE")
                        .plain("circonscription"),
                draft("/besoins/{id}/modification")
                        .id("id", DRAFT_CAMPAIGN)
                        .listed("ecoles", SCHOOL)
                        .said("ecoles")
                        .typed("perimetre", "ECOLE")
                        .plain("circonscription"),
                post("/besoins/{id}/questionnaire", "erun")
                        .id("id", DRAFT_CAMPAIGN)
                        .plain("*")
                        .open(EXPERTS),
                get("/besoins/{id}/preparation", "erun")
                        .id("id", DRAFT_CAMPAIGN)
                        .open(TEAM),
                get("/besoins/{id}/preparation.csv", "erun")
                        .id("id", DRAFT_CAMPAIGN)
                        .open(TEAM),
                post("/besoins/{id}/retrait", "erun")
                        .id("id", DRAFT_CAMPAIGN)
                        .typed("motif", "Plus tard")
                        .open(EXPERTS),
                post("/besoins/{id}/lancement", "erun").id("id", DRAFT_CAMPAIGN).open(EXPERTS),
                post("/besoins/{id}/abandon", "erun").id("id", DRAFT_CAMPAIGN).open(EXPERTS));
    }

    private static Door draft(String path) {
        return post(path, "erun")
                .typed("titre", "Essai")
                .typed("ouverture", "2026-11-09")
                .typed("echeance", "2026-12-04")
                .typed("seuil", "80")
                .plain("*")
                .open(EXPERTS);
    }

    private static Stream<Door> leading() {
        return Stream.of(
                post("/besoins/{id}/relances/apercu", "erun")
                        .id("id", OPEN_CAMPAIGN)
                        .id("zone", CIRCONSCRIPTION)
                        .ids("enquete", SURVEY)
                        .open(TEAM),
                post("/besoins/{id}/relances", "erun")
                        .id("id", OPEN_CAMPAIGN)
                        .id("zone", CIRCONSCRIPTION)
                        .ids("enquete", SURVEY)
                        .open(TEAM),
                post("/besoins/{id}/appels/{surveyId}", "erun")
                        .id("id", OPEN_CAMPAIGN)
                        .id("surveyId", SURVEY)
                        .open(TEAM),
                post("/besoins/{id}/echeance", "erun")
                        .id("id", OPEN_CAMPAIGN)
                        .typed("echeance", "2026-10-10")
                        .typed("motif", "Grève")
                        .open(EXPERTS),
                post("/besoins/{id}/pause", "erun")
                        .id("id", OPEN_CAMPAIGN)
                        .typed("motif", "Grève")
                        .open(EXPERTS),
                post("/besoins/{id}/reprise", "erun")
                        .id("id", OPEN_CAMPAIGN)
                        .typed("echeance", "2026-10-16")
                        .open(EXPERTS));
    }
}
