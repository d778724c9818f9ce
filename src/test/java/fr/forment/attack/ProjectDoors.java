package fr.forment.attack;

import static fr.forment.attack.Door.get;
import static fr.forment.attack.Door.post;
import static fr.forment.attack.Thing.BUNDLE;
import static fr.forment.attack.Thing.CIRCONSCRIPTION;
import static fr.forment.attack.Thing.DRAFT_PLAN;
import static fr.forment.attack.Thing.EVALUATION_WORD;
import static fr.forment.attack.Thing.FAMILY_WORD;
import static fr.forment.attack.Thing.LINE;
import static fr.forment.attack.Thing.MATERIAL;
import static fr.forment.attack.Thing.MEETING;
import static fr.forment.attack.Thing.PERSON;
import static fr.forment.attack.Thing.PLAN;
import static fr.forment.attack.Thing.PROJECT;
import static fr.forment.attack.Thing.RELEASE;
import static fr.forment.attack.Thing.SCHOOL;
import static fr.forment.attack.Thing.TRAINER;

import java.util.stream.Stream;

/** Projects, plans, evaluations, versions of the ENT and materials. */
final class ProjectDoors {

    /** Who sees a project and a plan: the partners comment on it. */
    private static final String[] ALL = {"ien", "erun", "cpc", "secretary", "dsi", "supplier"};

    private static final String[] TEAM = {"ien", "erun", "cpc", "secretary"};
    private static final String[] EXPERTS = {"ien", "erun", "cpc"};
    private static final String[] SCHOOL_PEOPLE = {"teacher", "otherTeacher", "director", "otherDirector"};

    private ProjectDoors() {}

    static Stream<Door> all() {
        return Stream.of(plans(), projects(), releases()).flatMap(some -> some);
    }

    /** What is looked for in a timeline names nothing. */
    static Door chronicle(String path) {
        return get(path, "erun").plain("nature", "du", "au", "mots", "apres");
    }

    private static Stream<Door> plans() {
        String edit = "/plans/{id}/modifier";
        return Stream.of(
                get("/projets/{projectId}/plan", "erun")
                        .id("projectId", PROJECT)
                        .open(ALL)
                        .open("director", "otherDirector"),
                get("/plans/{id}", "erun").id("id", PLAN).open(ALL).open("director"),
                get("/plans/{id}", "dsi").id("id", DRAFT_PLAN).open(ALL),
                get("/plans/{id}/sessions.csv", "erun").id("id", PLAN).open(ALL),
                get("/plans/{id}.json", "erun").id("id", PLAN).open(TEAM),
                get("/plans/{id}/moyens", "erun").id("id", PLAN).open(ALL),
                get("/plans/{id}/deroulement", "erun").id("id", PLAN).open(ALL),
                chronicle("/plans/{id}/chronologie").id("id", PLAN).open(ALL),
                chronicle("/plans/{id}/chronologie.csv").id("id", PLAN).open(ALL),
                get("/plans/{id}/calendrier", "erun").id("id", PLAN).open(ALL),
                get("/plans/{id}/comparer", "erun")
                        .id("id", PLAN)
                        .id("avec", PLAN)
                        .open(ALL),
                post("/plans/{id}/moyens", "erun")
                        .id("id", DRAFT_PLAN)
                        .plain("*", "vu")
                        .open(EXPERTS),
                post("/plans/{id}/paf", "erun").id("id", PLAN).plain("*", "vu").open(EXPERTS),
                get("/plans/{id}/gaia", "erun").id("id", PLAN).open(ALL),
                get("/plans/{id}/gaia.xlsx", "erun").id("id", PLAN).open(ALL),
                get("/plans/{id}/gaia.csv", "erun").id("id", PLAN).open(ALL),
                get("/plans/{id}/gaia-rapport.csv", "erun").id("id", PLAN).open(ALL),
                get("/plans/{id}/plan.pdf", "erun").id("id", PLAN).open(ALL),
                get("/plans/{id}/plan.xlsx", "erun").id("id", PLAN).open(ALL),
                get("/plans/{id}/sessions.ics", "erun").id("id", PLAN).open(ALL).open("director"),
                get("/plans/{id}/mes-sessions.ics", "erun").id("id", PLAN).open(ALL),
                get("/plans/{id}/ecoles/{uai}/formations.pdf", "erun")
                        .id("id", PLAN)
                        .id("uai", SCHOOL)
                        .open(TEAM)
                        .open("director"),
                get("/plans/{id}/ecoles/{uai}", "erun")
                        .id("id", PLAN)
                        .id("uai", SCHOOL)
                        .open(TEAM)
                        .open("director"),
                get("/projets/{projectId}/ecoles/{uai}/reponse", "erun")
                        .id("projectId", PROJECT)
                        .id("uai", SCHOOL)
                        .open(TEAM)
                        .open("director"),
                get(edit, "erun").id("id", DRAFT_PLAN).open(EXPERTS),
                get(edit + "/nouvelle", "erun").id("id", DRAFT_PLAN).open(EXPERTS),
                get(edit + "/{line}", "erun")
                        .id("id", DRAFT_PLAN)
                        .id("line", LINE)
                        .open(EXPERTS),
                line(post(edit + "/{line}", "erun").id("id", DRAFT_PLAN).id("line", LINE))
                        .id("trainer", TRAINER)
                        .typed("place", "Rennes"),
                line(post(edit + "/{line}", "erun").id("id", DRAFT_PLAN).id("line", LINE))
                        .id("place", SCHOOL)
                        .plain("trainer"),
                line(post(edit + "/nouvelle", "erun").id("id", DRAFT_PLAN))
                        .ids("schools", SCHOOL)
                        .id("trainer", TRAINER)
                        .typed("place", "Rennes")
                        .typed("module", "PRES-ECOLE")
                        .typed("vague", "1"),
                line(post(edit + "/nouvelle", "erun").id("id", DRAFT_PLAN))
                        .ids("schools", SCHOOL)
                        .id("place", SCHOOL)
                        .typed("module", "PRES-ECOLE")
                        .typed("vague", "1")
                        .plain("trainer"),
                post(edit + "/{line}/supprimer", "erun")
                        .id("id", DRAFT_PLAN)
                        .id("line", LINE)
                        .open(EXPERTS),
                post(edit + "/{line}/sans-heures", "erun")
                        .id("id", DRAFT_PLAN)
                        .id("line", LINE)
                        .open(EXPERTS),
                get(edit + "/{line}/ecoles", "erun")
                        .id("id", DRAFT_PLAN)
                        .id("line", LINE)
                        .open(EXPERTS),
                post(edit + "/{line}/ecoles", "erun")
                        .id("id", DRAFT_PLAN)
                        .id("line", LINE)
                        .ids("ecoles", SCHOOL)
                        .typed("personnes", "1")
                        .open(EXPERTS),
                post("/plans/{id}/pourquoi/{line}/rejoindre", "erun")
                        .id("id", DRAFT_PLAN)
                        .id("line", LINE)
                        .ids("ecoles", SCHOOL)
                        .open(EXPERTS),
                post(edit + "/{line}/epingle", "erun")
                        .id("id", DRAFT_PLAN)
                        .id("line", LINE)
                        .typed("epinglee", "true")
                        .open(EXPERTS),
                get("/plans/{id}/evenement", "erun")
                        .id("id", PLAN)
                        .ids("qui", TRAINER)
                        .typed("quoi", "ABSENCE")
                        .typed("du", "2026-12-02")
                        .open(EXPERTS),
                get("/plans/{id}/evenement", "erun")
                        .id("id", PLAN)
                        .ids("ecoles", SCHOOL)
                        .typed("quoi", "FERMETURE")
                        .typed("du", "2026-12-02")
                        .open(EXPERTS),
                get("/plans/{id}/evenement", "erun")
                        .id("id", PLAN)
                        .id("ecole", SCHOOL)
                        .typed("quoi", "DEPART")
                        .open(EXPERTS),
                get("/plans/{id}/evenement", "erun")
                        .id("id", PLAN)
                        .id("lieu", SCHOOL)
                        .typed("quoi", "SALLE")
                        .typed("du", "2026-12-02")
                        .open(EXPERTS),
                post("/plans/{id}/evenement", "erun")
                        .id("id", PLAN)
                        .ids("qui", TRAINER)
                        .typed("quoi", "ABSENCE")
                        .typed("du", "2026-12-02")
                        .open(EXPERTS),
                post("/plans/{id}/evenement", "erun")
                        .id("id", PLAN)
                        .ids("ecoles", SCHOOL)
                        .id("ecole", SCHOOL)
                        .id("lieu", SCHOOL)
                        .typed("quoi", "FERMETURE")
                        .typed("du", "2026-12-02")
                        .open(EXPERTS),
                get("/envois/{id}", "erun").id("id", BUNDLE).open(TEAM),
                post("/envois/{id}/envoyer", "erun").id("id", BUNDLE).open(TEAM),
                post("/envois/{id}/ecarter", "erun").id("id", BUNDLE).open(TEAM),
                get("/plans/{id}/calcul", "erun").id("id", DRAFT_PLAN).open(ALL),
                get("/plans/{id}/calcul/avancement", "erun")
                        .id("id", DRAFT_PLAN)
                        .open(ALL),
                post("/plans/{id}/calcul", "erun")
                        .id("id", DRAFT_PLAN)
                        .typed("epingles", "true")
                        .open(EXPERTS),
                post("/plans/{id}/calcul/garder", "erun")
                        .id("id", DRAFT_PLAN)
                        .typed("calcul", "0") // only compared with the one there is
                        .open(EXPERTS),
                post("/plans/{id}/calcul/laisser", "erun")
                        .id("id", DRAFT_PLAN)
                        .typed("calcul", "0")
                        .open(EXPERTS),
                get("/plans/{id}/ce-qui-compte", "erun").id("id", DRAFT_PLAN).open(ALL),
                get("/plans/{id}/ce-qui-compte/livre", "erun")
                        .id("id", DRAFT_PLAN)
                        .open(EXPERTS),
                post("/plans/{id}/ce-qui-compte", "erun")
                        .id("id", DRAFT_PLAN)
                        .plain("*", "suivants", "auDela", "auDelaMotif")
                        .open(EXPERTS),
                get("/plans/{id}/pourquoi", "erun")
                        .id("id", DRAFT_PLAN)
                        .plain("voeux")
                        .open(EXPERTS),
                get("/plans/{id}/pourquoi/{vague}/{module}", "erun")
                        .id("id", DRAFT_PLAN)
                        .typed("vague", "1")
                        .typed("module", "PEDA-1")
                        .open(EXPERTS),
                get("/plans/{id}/autrement/{line}", "erun")
                        .id("id", DRAFT_PLAN)
                        .id("line", LINE)
                        .open(EXPERTS),
                post("/plans/{id}/autrement/{line}", "erun")
                        .id("id", DRAFT_PLAN)
                        .id("line", LINE)
                        .typed("change", "") // compared with the ways there are: names nothing by itself
                        .open(EXPERTS),
                post("/plans/{id}/brouillon", "erun")
                        .id("id", DRAFT_PLAN)
                        .typed("vu", "")
                        .open(EXPERTS),
                post("/plans/{id}/brouillon/{line}/retirer", "erun")
                        .id("id", DRAFT_PLAN)
                        .id("line", LINE)
                        .open(EXPERTS),
                post("/plans/{id}/abandonner", "erun").id("id", DRAFT_PLAN).open(EXPERTS),
                post("/plans/{id}/avenant", "erun")
                        .id("id", PLAN)
                        .typed("reason", "")
                        .open(EXPERTS));
    }

    private static Door line(Door door) {
        return door.typed("day", "2026-12-02")
                .typed("start", "14:00")
                .typed("duration", "1 h 30")
                .typed("capacity", "20")
                .plain("schools", "vague")
                .open(EXPERTS);
    }

    private static Stream<Door> projects() {
        return Stream.of(
                post("/ecole/{uai}/charte", "director").id("uai", SCHOOL).typed("signedOn", "2026-09-01"),
                post("/ecole/{uai}/personne-ressource", "director")
                        .id("uai", SCHOOL)
                        .id("personne", PERSON),
                get("/projets/{id}", "erun").id("id", PROJECT).open(ALL),
                get("/projets/{id}/bilan", "erun").id("id", PROJECT).open(ALL),
                get("/projets/{id}/cadrage", "erun").id("id", PROJECT).open(ALL),
                post("/projets/{id}/cadrage/{question}", "erun")
                        .id("id", PROJECT)
                        .typed("question", "PAF")
                        .typed("text", "")
                        .plain("owner", "dueOn", "figure", "decided")
                        .open(EXPERTS),
                post("/projets/{id}/cadrage/decisions", "ien").id("id", PROJECT).typed("answer", "PAF:0"),
                get("/projets/{id}/bilan.csv", "erun").id("id", PROJECT).open(ALL),
                get("/projets/{id}/bilan.pdf", "erun").id("id", PROJECT).open(ALL),
                get("/projets/{id}/bilan.xlsx", "erun").id("id", PROJECT).open(ALL),
                get("/projets/{id}/vagues/{rank}/bilan.pdf", "erun")
                        .id("id", PROJECT)
                        .typed("rank", "1")
                        .open(ALL),
                get("/projets/{id}/vagues/{rank}/bilan.xlsx", "erun")
                        .id("id", PROJECT)
                        .typed("rank", "1")
                        .open(ALL),
                get("/projets/{id}/vagues/{rank}/bilan", "erun")
                        .id("id", PROJECT)
                        .typed("rank", "1")
                        .open(ALL),
                get("/projets/{id}/vagues/{rank}/bilan.csv", "erun")
                        .id("id", PROJECT)
                        .typed("rank", "1")
                        .open(ALL),
                get("/projets/{id}/vagues", "erun").id("id", PROJECT).open(ALL),
                post("/projets/{id}/vagues", "ien")
                        .id("id", PROJECT)
                        .id("ecole.#", SCHOOL)
                        .typed("ecole.#", "9")
                        .typed("reason", "")
                        .plain("*"),
                get("/retards", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .plain("de")
                        .open(ALL),
                get("/tableau", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/tableau/formees", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/tableau/formees.csv", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/previsions", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/previsions.csv", "erun")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                post("/previsions/{uai}", "erun")
                        .id("uai", CIRCONSCRIPTION)
                        .plain("*", "vu")
                        .open(EXPERTS),
                get("/tableau/{question}", "erun")
                        .typed("question", "reponses")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/tableau/{question}.csv", "erun")
                        .typed("question", "reponses")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/tableau/chiffres/{name}", "erun")
                        .typed("name", "heures")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/tableau/chiffres/{name}.csv", "erun")
                        .typed("name", "heures")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/tableau/formees/{module}", "erun")
                        .typed("module", "PRES-ECOLE")
                        .filter("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                get("/projets/{id}/deroulement", "erun").id("id", PROJECT).open(ALL),
                chronicle("/projets/{id}/chronologie").id("id", PROJECT).open(ALL),
                chronicle("/projets/{id}/chronologie.csv").id("id", PROJECT).open(ALL),
                chronicle("/projets/{id}/ecoles/{uai}/chronologie")
                        .id("id", PROJECT)
                        .id("uai", SCHOOL)
                        .open(ALL)
                        .open("director"),
                chronicle("/projets/{id}/ecoles/{uai}/chronologie.csv")
                        .id("id", PROJECT)
                        .id("uai", SCHOOL)
                        .open(ALL)
                        .open("director"),
                get("/projets/{id}/vagues/{rank}/deroulement", "erun")
                        .id("id", PROJECT)
                        .typed("rank", "1")
                        .open(ALL),
                get("/projets/{id}/ecoles/{uai}/deroulement", "erun")
                        .id("id", PROJECT)
                        .id("uai", SCHOOL)
                        .open(ALL)
                        .open("director"),
                get("/projets/{id}/vagues/{rank}/blocages", "erun")
                        .id("id", PROJECT)
                        .typed("rank", "1")
                        .plain("de")
                        .open(ALL),
                get("/projets/{id}/vagues/{rank}/preparation", "dsi")
                        .id("id", PROJECT)
                        .typed("rank", "1")
                        .open(ALL),
                post("/projets/{id}/vagues/{rank}/preparation", "dsi")
                        .id("id", PROJECT)
                        .id("uai", SCHOOL)
                        .typed("rank", "1")
                        .typed("matter", "NETWORK")
                        .typed("reason", "")
                        .open("ien", "erun"),
                get("/projets/{id}/evaluations", "erun").id("id", PROJECT).open(TEAM),
                post("/projets/{id}/evaluations/textes/{texte}", "erun")
                        .id("id", PROJECT)
                        .id("texte", EVALUATION_WORD)
                        .typed("decision", "MONTRE")
                        .plain("vu")
                        .open(EXPERTS),
                get("/projets/{id}/familles", "erun").id("id", PROJECT).open(TEAM),
                get("/ecole/{uai}/familles", "director").id("uai", SCHOOL).open(TEAM),
                get("/ecole/{uai}/familles/affiche.pdf", "director")
                        .id("uai", SCHOOL)
                        .open(TEAM),
                meeting(post("/ecole/{uai}/familles/reunions", "director").id("uai", SCHOOL)),
                meeting(post("/ecole/{uai}/familles/reunions/{reunion}", "director")
                        .id("uai", SCHOOL)
                        .id("reunion", MEETING)),
                post("/ecole/{uai}/familles/reunions/{reunion}/retirer", "director")
                        .id("uai", SCHOOL)
                        .id("reunion", MEETING)
                        .plain("vu")
                        .open(TEAM),
                post("/ecole/{uai}/familles/textes/{texte}", "director")
                        .id("uai", SCHOOL)
                        .id("texte", FAMILY_WORD)
                        .typed("decision", "MONTRE")
                        .plain("vu")
                        .open(TEAM),
                post("/ecole/{uai}/familles/charte", "director")
                        .id("uai", SCHOOL)
                        .plain("vu", "eleves", "signees", "images")
                        .open(TEAM),
                get("/chartes/{circonscription}", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                post("/chartes/{circonscription}", "ien")
                        .id("circonscription", CIRCONSCRIPTION)
                        .plain("vu", "nom", "texte"),
                get("/questionnaires/{circonscription}", "erun")
                        .id("circonscription", CIRCONSCRIPTION)
                        .open(TEAM),
                post("/questionnaires/{circonscription}", "ien")
                        .id("circonscription", CIRCONSCRIPTION)
                        .typed("sorte", "HOT")
                        .typed("geste", "commencer")
                        .plain("vu", "code")
                        .open("ien", "cpc"),
                post("/questionnaires/{circonscription}/questions", "ien")
                        .id("circonscription", CIRCONSCRIPTION)
                        .typed("sorte", "HOT")
                        .plain("vu", "code", "genre", "libelle", "un", "quatre", "sens")
                        .open("ien", "cpc"),
                get("/projets/nouveau", "ien").filter("circonscription", CIRCONSCRIPTION),
                post("/projets", "ien")
                        .id("circonscription", CIRCONSCRIPTION)
                        .id("ecole.#", SCHOOL)
                        .typed("ecole.#", "1")
                        .typed("title", "ENT")
                        .typed("date", "2027-01-11")
                        .plain("*"),
                post("/projets/{id}/vagues/{rank}/ouverture", "ien")
                        .id("id", PROJECT)
                        .typed("rank", "1")
                        .plain("vu", "jour")
                        .typed("motif", ""),
                post("/projets/{id}/sortie", "ien")
                        .id("id", PROJECT)
                        .id("ecoleSortie", SCHOOL)
                        .typed("motifSortie", ""),
                get("/projets/{id}/entree", "ien").id("id", PROJECT),
                post("/projets/{id}/entree", "ien")
                        .id("id", PROJECT)
                        .id("ecole", SCHOOL)
                        .typed("vague", "1")
                        .plain("echeance"),
                post("/projets/{id}/abandon", "ien").id("id", PROJECT).typed("motive", ""));
    }

    private static Door meeting(Door door) {
        return door.plain("vu", "jour", "heure", "lieu", "nombre").open(TEAM);
    }

    private static Stream<Door> releases() {
        return Stream.of(
                get("/versions/{id}", "erun").id("id", RELEASE).open(ALL).open(SCHOOL_PEOPLE),
                get("/versions/{id}/corriger", "supplier").id("id", RELEASE).open("ien", "erun"),
                post("/versions/{id}/corriger", "supplier")
                        .id("id", RELEASE)
                        .typed("label", "")
                        .typed("serviceOn", "2026-09-30")
                        .typed("note", "Des menus")
                        .typed("modules", "PEDA-1")
                        .plain("circonscriptionUai", "tutorial", "confirmed")
                        .open("ien", "erun"),
                post("/versions/nouvelle", "erun")
                        .id("circonscriptionUai", CIRCONSCRIPTION)
                        .typed("label", "9.9")
                        .typed("serviceOn", "2026-09-30")
                        .typed("note", "Des menus")
                        .typed("modules", "PEDA-1")
                        .plain("confirmed")
                        .open("ien", "supplier"),
                post("/supports", "erun")
                        .id("circonscriptionUai", CIRCONSCRIPTION)
                        .typed("moduleCode", "PEDA-1")
                        .typed("title", "Guide")
                        .typed("place", "Serveur")
                        .plain("kind", "reserve", "fichier")
                        .open(EXPERTS)
                        .open("supplier", "adviser"),
                get("/supports/{id}", "erun")
                        .id("id", MATERIAL)
                        .plain("page")
                        .open(ALL)
                        .open(SCHOOL_PEOPLE)
                        .open("adviser"),
                get("/supports/{id}/sessions.csv", "erun")
                        .id("id", MATERIAL)
                        .open(EXPERTS)
                        .open("adviser"),
                get("/supports/{id}/versions/{number}/fichier", "erun")
                        .id("id", MATERIAL)
                        .typed("number", "1")
                        .open(ALL)
                        .open(SCHOOL_PEOPLE)
                        .open("adviser"),
                post("/supports/version", "erun")
                        .id("id", MATERIAL)
                        .typed("vu", "1")
                        .typed("place", "Serveur")
                        .plain("note", "fichier")
                        .open(EXPERTS)
                        .open("adviser"),
                post("/supports/{id}/fiche", "erun")
                        .id("id", MATERIAL)
                        .filter("owner", TRAINER)
                        .typed("kind", "NOTICE")
                        .typed("title", "Guide")
                        .plain("reserve", "vu")
                        .open(EXPERTS)
                        .open("adviser"),
                post("/supports/{id}/retirer", "erun")
                        .id("id", MATERIAL)
                        .typed("motif", "Remplacé")
                        .plain("vu")
                        .open(EXPERTS)
                        .open("adviser"),
                post("/supports/{id}/revu", "erun")
                        .id("id", MATERIAL)
                        .filter("version", RELEASE)
                        .plain("vu")
                        .open(EXPERTS)
                        .open("adviser"));
    }
}
