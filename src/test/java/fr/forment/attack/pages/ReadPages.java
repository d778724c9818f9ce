package fr.forment.attack.pages;

import static fr.forment.attack.Door.get;
import static fr.forment.attack.Thing.DRAFT;

import fr.forment.attack.Door;
import fr.forment.attack.Doors;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every page there is, with who reads it: those with an id are {@link Doors}. Lists are cut into pages of fifty
 * ({@code database.Slice}), but for these, which nature bounds: the people, hours and sessions to come of one person;
 * the people of one school or one session; the schools of one commune, one vague, one circonscription; the modules of
 * the catalogue; the histories of one thing; what is printed; the choices of a form.
 */
public final class ReadPages {

    /** Of a list, besides those of the session and of the sign-in limiter. */
    private static final int MOST = 12;
    /** Of the page of one thing. */
    private static final int MOST_OF_ONE_THING = 32;
    /** Of whoever directs a school: every part of the first page is hers. */
    private static final int MOST_OF_THE_FIRST = 26;

    private static final String TOLD_ELSEWHERE = "leads on to another page";
    private static final String ALONE = "one thing, with a secret instead of a name";
    private static final String NO_DATA = "says the same to everybody";

    static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("GET /projets/{projectId}/besoins", TOLD_ELSEWHERE),
            Map.entry("GET /projets/{projectId}/grille", TOLD_ELSEWHERE),
            Map.entry("GET /projets/{projectId}/priorites", TOLD_ELSEWHERE),
            Map.entry("GET /projets/{projectId}/plan", TOLD_ELSEWHERE),
            Map.entry("GET /projets/{projectId}/ecoles/{uai}/reponse", TOLD_ELSEWHERE),
            Map.entry("GET /taches/aujourdhui", TOLD_ELSEWHERE),
            Map.entry("GET /taches/envoyee", TOLD_ELSEWHERE),
            Map.entry("GET /acces/lien/{token}", ALONE),
            Map.entry("GET /evaluation/{token}", ALONE),
            Map.entry("GET /parents/{token}", ALONE),
            Map.entry("GET /presence/code/{code}", TOLD_ELSEWHERE),
            Map.entry("GET /presence", ALONE),
            Map.entry("GET /verifier", ALONE),
            Map.entry("GET /verifier/{numero}", ALONE),
            Map.entry("GET /place/{token}", ALONE),
            Map.entry("GET /sessions/{id}/reception/{token}", ALONE),
            Map.entry("GET /territoire/import/{token}", ALONE),
            Map.entry("GET /ressources/fichiers/{token}", ALONE),
            Map.entry("GET /demonstration", "there in the demonstration only"),
            Map.entry("GET /login", NO_DATA),
            Map.entry("GET /acces/oubli", NO_DATA));

    /** Not one list, but all that is known of one thing. */
    private static final Set<String> OF_ONE_THING = Set.of(
            "/moi",
            "/moi/heures",
            "/moi/formations",
            "/moi/disponibilites",
            "/ressources/formateurs/{id}",
            "/ecole",
            "/personnels/{id}",
            "/personnels/{id}/heures",
            "/personnels/import/{id}",
            "/arrivees/{id}",
            "/departs/{id}",
            "/versions/{id}",
            "/supports/{id}",
            "/sessions/{id}",
            "/attentes/{circonscription}/{module}",
            "/demandes/remplacer/{enrolmentId}",
            "/sessions/{id}/emargement",
            "/sessions/{id}/bilan",
            "/sessions/{id}/dates",
            "/sessions/{id}/emargement/code",
            "/sessions/{id}/emargement/code/maintenant",
            "/sessions/{id}/convocation/{enrolmentId}",
            "/attestations/{number}",
            "/enquete/{id}",
            "/besoins/{id}",
            "/besoins/{id}/grille", // totals, sectors, who has answered and the run besides the schools
            "/besoins/{id}/grille/{lineId}",
            "/projets/{id}",
            "/projets/{id}/cadrage", // thirteen questions, each with what the house counts of it
            "/projets/{id}/entree", // one project: when each of its vagues can still take a school in
            "/projets/{id}/bilan",
            "/projets/{id}/vagues/{rank}/bilan",
            "/projets/{id}/vagues/{rank}/blocages", // one vague: gaps, tasks, planned days, who is awaited
            "/plans/{id}",
            "/plans/{id}/moyens",
            "/plans/{id}/calendrier",
            "/plans/{id}/comparer",
            "/plans/{id}/ecoles/{uai}",
            "/plans/{id}/gaia", // every session of one plan
            "/plans/{id}/modifier",
            "/plans/{id}/calcul", // whether what was found still holds
            "/plans/{id}/calcul/avancement",
            "/plans/{id}/ce-qui-compte",
            "/plans/{id}/ce-qui-compte/livre",
            "/plans/{id}/modifier/{line}",
            "/plans/{id}/modifier/{line}/ecoles",
            "/plans/{id}/pourquoi",
            "/plans/{id}/pourquoi/{vague}/{module}",
            "/plans/{id}/autrement/{line}", // the facts of the plan and every other way to hold one session
            "/plans/{id}/modifier/nouvelle");

    private ReadPages() {}

    public static Stream<Door> all() {
        return Stream.concat(
                Doors.all()
                        .filter(door -> door.method.equals("GET") && !OTHERWISE.containsKey(door.call()))
                        .filter(door -> !door.path.matches(
                                ".*\\.(csv|xlsx|pdf|json|ics)|/brouillons/.*|.*/piece/.*|.*/fichier")),
                Stream.of(
                                read(
                                        "/",
                                        "ien",
                                        "erun",
                                        "secretary",
                                        "director",
                                        "teacher",
                                        "dsi",
                                        "supplier",
                                        "adviser",
                                        "admin"),
                                read("/aide", "teacher"),
                                read("/projets", "ien", "dsi", "adviser", "admin"),
                                read("/projets/nouveau", "ien", "admin"),
                                read(
                                        "/sessions",
                                        "erun",
                                        "cpc",
                                        "director",
                                        "teacher",
                                        "otherTeacher",
                                        "adviser",
                                        "admin"),
                                read("/autoformations", "teacher", "director", "erun", "adviser", "admin"),
                                read("/demandes", "teacher", "director", "erun", "admin"),
                                read("/attentes", "erun", "cpc", "adviser", "admin"),
                                read("/sessions/nouvelle", "erun", "adviser", "admin"),
                                read("/arrivees", "erun", "director", "adviser", "admin"),
                                read("/arrivees/declarer", "erun", "director"),
                                read("/personnels", "ien", "director", "adviser", "admin"),
                                read("/personnels/acces", "erun", "secretary", "admin"),
                                read("/personnels/heures", "ien", "director", "adviser"),
                                read("/personnels/imports", "secretary", "adviser"),
                                read("/personnels/import", "secretary"),
                                read("/besoins", "erun", "dsi", "adviser", "admin"),
                                read("/besoins/nouvelle", "erun", "adviser", "admin"),
                                read("/enquetes", "director"),
                                read("/versions", "erun", "director", "teacher", "supplier", "adviser"),
                                read("/versions/nouvelle", "erun", "supplier"),
                                read("/supports", "erun", "director", "teacher", "supplier", "adviser"),
                                read("/territoire", "secretary", "teacher", "admin"),
                                read("/territoire/import", "admin"),
                                read("/catalogue", "teacher"),
                                read("/catalogue/nouveau", "ien"),
                                read("/moi", "ien", "director", "teacher"),
                                read("/moi/courriels", "secretary"),
                                read("/envois", "secretary", "admin"),
                                read("/moi/formations", "teacher"),
                                read("/moi/agendas", "teacher", "erun", "adviser", "admin"),
                                read("/moi/delegation", "ien", "admin"),
                                read("/moi/mot-de-passe", "teacher"),
                                read("/moi/parcours", "teacher"),
                                read("/moi/disponibilites", "erun"),
                                read("/ecole", "director"),
                                read("/charte", "teacher"),
                                read("/taches/terminee", "ien"),
                                read("/courriels", "admin"),
                                read("/courriels/reprise", "admin"),
                                read("/controle", "admin"),
                                Stream.of(
                                        get("/catalogue/{code}", "ien").typed("code", "PEDA-1"),
                                        get("/courriels/{id}", "admin").id("id", DRAFT)))
                        .flatMap(some -> some));
    }

    public static int most(Door door) {
        return switch (door.path) {
            // of one person: tasks, drafts, letters, projects with their plans, what was hit, an arrival, the charter,
            // hours and dates, a school's way to its opening
            case "/" -> MOST_OF_THE_FIRST;
            case "/arrivees" -> 2 * MOST; // two lists: arrivals and departures
            case "/plans/{id}/evenement", "/plans/{id}/modifier/{line}/ecoles" ->
                2 * MOST_OF_ONE_THING; // all that a plan is made from, as a computation reads it
            case "/projets/{id}/cadrage" ->
                MOST_OF_ONE_THING + MOST; // besides, who of each public is still to be trained, as of today
            default -> OF_ONE_THING.contains(door.path) ? MOST_OF_ONE_THING : MOST;
        };
    }

    private static Stream<Door> read(String path, String... readers) {
        return Stream.of(readers).map(reader -> get(path, reader));
    }
}
