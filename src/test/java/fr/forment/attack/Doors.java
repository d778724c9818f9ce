package fr.forment.attack;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The doors that take ids, each with who may come in; the few that ask otherwise, each with why. */
public final class Doors {

    private static final String SECRET = "who holds the link may use it, signed in or not";
    private static final String EVERYBODYS = "the same for everybody who signs in";

    /** Handlers without an id of somebody's. */
    static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("GET /acces/lien/{token}", SECRET),
            Map.entry("POST /acces/lien/{token}", SECRET),
            Map.entry("GET /evaluation/{token}", SECRET),
            Map.entry("POST /evaluation/{token}", SECRET),
            Map.entry("GET /presence", "a ticket that the house signed, for who has signed in: CheckInTest"),
            Map.entry("POST /presence", "a ticket that the house signed, for who has signed in: CheckInTest"),
            Map.entry("GET /presence/code/{code}", "signed by the house, good for forty seconds: CheckInTest"),
            Map.entry("GET /verifier/{numero}", "tells whoever holds the number yes or no: AttestationPagesTest"),
            Map.entry("GET /verifier", "tells whoever holds the number yes or no: AttestationPagesTest"),
            Map.entry("GET /parents/{token}", SECRET),
            Map.entry("GET /place/{token}", SECRET),
            Map.entry("POST /place/{token}", SECRET),
            Map.entry("GET /sessions/{id}/reception/{token}", SECRET),
            Map.entry("POST /sessions/{id}/reception/{token}", SECRET),
            Map.entry("GET /agendas/{token}.ics", SECRET),
            Map.entry("POST /demandes/places/{offerId}", "one's own: WaitingPagesTest"),
            Map.entry("POST /demandes/{requestId}/retirer", "one's own, or of one's school: WaitingPagesTest"),
            Map.entry(
                    "POST /demandes/remplacer/{enrolmentId}", "one's own, one's school's, the team's: ReplacementTest"),
            Map.entry("POST /demandes/proposer", "people of one's school: WaitingPagesTest"),
            Map.entry("POST /attentes/{requestId}/retirer", "the circonscription's team: WaitingPagesTest"),
            Map.entry("POST /parents/{token}", SECRET),
            Map.entry(
                    "POST /autoformations/{followerId}/suivie",
                    "one's own, or of one's school as its direction: SelfStudyPathTest"),
            Map.entry("POST /acces/oubli", "answers alike whether the address is known or not"),
            Map.entry("GET /catalogue/{code}", EVERYBODYS),
            Map.entry("POST /catalogue/{code}", EVERYBODYS),
            Map.entry("POST /catalogue/nouveau", EVERYBODYS),
            Map.entry(
                    "GET /moi/delegation",
                    "one's own circonscriptions only; other IEN of the département may be chosen: AccessMatrixTest"),
            Map.entry("GET /catalogue", EVERYBODYS),
            Map.entry("GET /territoire", "the public register of schools"),
            Map.entry(
                    "GET /territoire/import/{token}",
                    "an upload is its depositor's, by a drawn number; perimeter: TerritoryPagesTest"),
            Map.entry(
                    "POST /territoire/import/{token}",
                    "an upload is its depositor's, by a drawn number; perimeter: TerritoryPagesTest"),
            Map.entry("POST /territoire/import", "perimeter: TerritoryPagesTest"),
            Map.entry("GET /courriels/{id}", "the administrator's: DoorsTest"),
            Map.entry("GET /courriels/{id}/html", "the administrator's: DoorsTest"),
            Map.entry("GET /courriels", "the administrator's: DoorsTest"),
            Map.entry("GET /courriels/{id}/piece/{rank}", "the administrator's: MailDeskTest"),
            Map.entry("POST /courriels/{id}/{action}", "the administrator's: MailDeskTest"),
            Map.entry("POST /courriels/ensemble", "the administrator's: MailDeskTest"),
            Map.entry("GET /courriels/reprise", "the administrator's: MailPauseTest"),
            Map.entry("POST /courriels/reprise", "the administrator's: MailPauseTest"),
            Map.entry("POST /personnels/import", "a file; its lines: ListRightsTest"),
            Map.entry(
                    "GET /ressources/fichiers/{token}",
                    "an upload is its depositor's, by a drawn number; its lines: ResourcePagesTest"),
            Map.entry(
                    "POST /ressources/fichiers/{token}",
                    "an upload is its depositor's, by a drawn number; its lines: ResourcePagesTest"),
            Map.entry("GET /ressources/fichiers/modele-{table}.csv", EVERYBODYS),
            Map.entry("GET /ressources/fichiers/modele-{table}.xlsx", EVERYBODYS));

    /** Parameters that name nobody's thing: texts, days, figures, choices of a fixed list. */
    static final Set<String> PLAIN = Set.of(
            "quoi",
            "geste",
            "accord",
            "motive",
            "motif",
            "page",
            "passees",
            "departs",
            "suite",
            "annee",
            "q",
            "fonction",
            "tous",
            "etat",
            "version",
            "title",
            "titre",
            "day",
            "time",
            "minutes",
            "format",
            "capacity",
            "minimum",
            "module",
            "parents",
            "reason",
            "debut",
            "fin",
            "echeance",
            "ouverture",
            "moment",
            "telephone",
            "personnes",
            "public",
            "secteur",
            "sector",
            "voir",
            "only",
            "vagues",
            "date",
            "start",
            "intitule",
            "duree",
            "formulaire",
            "empreinte",
            "arrivee",
            "bonnesLignes",
            "complete",
            "question",
            "reponse",
            "role",
            "actuel",
            "nouveau",
            "encore",
            "profil",
            "jours",
            "lastName",
            "firstName",
            "email",
            "function",
            "quotity",
            "takenUpOn",
            "entExperience",
            "namesake",
            "label",
            "serviceOn",
            "note",
            "modules",
            "tutorial",
            "moduleCode",
            "toutes",
            "perimetre",
            "seuil",
            "recherche",
            "patience",
            "shortNotice",
            "du",
            "au",
            "donne",
            "demiJournees",
            "demiJournee",
            "decision",
            "table",
            "salle",
            "commune",
            "places",
            "equipement",
            "latitude",
            "longitude",
            "vu");

    private Doors() {}

    public static Stream<Door> all() {
        return Stream.of(
                        SessionDoors.all(),
                        PeopleDoors.all(),
                        NeedsDoors.all(),
                        ProjectDoors.all(),
                        ResourceDoors.all())
                .flatMap(some -> some);
    }
}
