package fr.forment.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;

/** What a plan rests on, said on pages and by files. */
@HouseTest
class ResourcePagesTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 3);

    @Autowired
    private TestGround ground;

    @Autowired
    private Visitor visitor;

    @Autowired
    private TrainerResources resources;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Closures closures;

    @Autowired
    private TrainerList trainers;

    @Autowired
    private TrainingRecords records;

    @Autowired
    private TransactionTemplate transaction;

    private TestGround.Circo circo;

    @BeforeEach
    void makeACirconscription() {
        circo = ground.circonscription(2);
    }

    @Test
    void aTrainerSaysHisDaysAndTheTeamReadsThem() throws Exception {
        says(circo.erun(), "semaine", "du", "2026-09-01", "donne", "3M", "donne", "3A", "demiJournees", "20");

        assertThat(visitor.page(circo.erun(), "/moi/disponibilites").text())
                .contains("mercredi (matin, après-midi), 20 demi-journées au plus dans l'année scolaire");
        assertThat(page(circo.secretary(), "").select("tbody tr").eachText())
                .anyMatch(row -> row.contains(circo.erun().lastName()) && row.contains("mercredi"));
        assertThat(presence(circo.erun()).obstacle(TUESDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)))
                .contains("ne donne pas ce moment de la semaine");
        assertThat(presence(circo.erun()).obstacle(TUESDAY.plusDays(1), LocalTime.of(14, 0), LocalTime.of(17, 0)))
                .isEmpty();
    }

    @Test
    void whatIsSaidLastStandsAndKeepsTheDaysAround() throws Exception {
        says(circo.erun(), "semaine", "du", "2026-09-01", "donne", "3M");
        says(circo.cpc(), circo.erun(), "semaine", "du", "2027-01-04", "au", "2027-01-29", "donne", "4A");

        assertThat(resources.weeksOf(circo.erun().id()))
                .extracting(week -> week.period().words() + " " + week.given().words())
                .containsExactly(
                        "du 01/09/2026 au 03/01/2027 mercredi (matin)",
                        "du 04/01/2027 au 29/01/2027 jeudi (après-midi)",
                        "à partir du 30/01/2027 mercredi (matin)");
    }

    @Test
    void theReasonOfAnAbsenceIsForThePersonAndTheInspectorAlone() throws Exception {
        says(circo.erun(), "absences", "du", "2027-01-18", "au", "2027-01-22", "moment", "MATIN", "motif", "Stage SEN");

        assertThat(trainerPage(circo.ien(), circo.erun()).text()).contains("Stage SEN");
        assertThat(visitor.page(circo.erun(), "/moi/disponibilites").text())
                .contains("du 18/01/2027 au 22/01/2027 (matin)", "Stage SEN");
        assertThat(trainerPage(circo.secretary(), circo.erun()).text())
                .contains("du 18/01/2027 au 22/01/2027 (matin)")
                .doesNotContain("Stage SEN");
        assertThat(visitor.page(circo.secretary(), "/personnels/" + circo.erun().id())
                        .text())
                .contains("Absence annoncée")
                .doesNotContain("Stage SEN");
        assertThat(text(visitor.as(circo.secretary(), get("/ressources/fichiers/absences.csv"))))
                .contains("18/01/2027")
                .doesNotContain("Stage SEN");
    }

    @Test
    void theInspectorCertifiesAndWithdraws() throws Exception {
        assertThat(origin(circo.cpc(), "ADM-DIR")).isEqualTo(Skills.Origin.AUCUNE);
        assertThat(visitor.as(
                                circo.secretary(),
                                post("/ressources/formateurs/" + circo.cpc().id() + "/habilitations")
                                        .param("module", "ADM-DIR")
                                        .param("decision", "oui")
                                        .param("du", "2026-09-01"))
                        .getStatus())
                .as("the secretary does not certify")
                .isEqualTo(403);

        says(circo.ien(), circo.cpc(), "habilitations", "module", "ADM-DIR", "decision", "oui", "du", "2026-09-01");
        assertThat(origin(circo.cpc(), "ADM-DIR")).isEqualTo(Skills.Origin.IEN);
        assertThat(trainerPage(circo.cpc(), circo.cpc()).text())
                .contains(
                        "« Usage administratif pour directeurs et administrateurs », habilitation à partir du 01/09/2026");

        says(circo.ien(), circo.cpc(), "habilitations", "module", "PEDA-1", "decision", "non", "du", "2026-09-01");
        assertThat(origin(circo.cpc(), "PEDA-1")).isEqualTo(Skills.Origin.RETRAIT);

        long id = resources
                .certifications(List.of(circo.cpc().id()))
                .get(circo.cpc().id())
                .stream()
                .filter(each -> each.moduleCode().equals("PEDA-1"))
                .findFirst()
                .orElseThrow()
                .id();
        says(circo.ien(), circo.cpc(), "habilitations/" + id + "/retirer");
        assertThat(origin(circo.cpc(), "PEDA-1")).isEqualTo(Skills.Origin.FONCTION);
    }

    @Test
    void aTrainingFollowedCertifiesByItself() {
        transaction.executeWithoutResult(status -> {
            records.record(circo.cpc().id(), "PRES-CADRES", TUESDAY, "import");
            records.record(circo.cpc().id(), "ADM-ERUN", TUESDAY, "import");
        });
        assertThat(origin(circo.cpc(), "ADM-DIR")).isEqualTo(Skills.Origin.FORMATION);
        assertThat(trainers.skills(List.of(circo.cpc()))
                        .besidesFunctions(List.of(circo.cpc()), TUESDAY, TUESDAY.plusMonths(6))
                        .get(circo.cpc().id()))
                .containsKeys("ADM-DIR", "PEDA-1");
    }

    @Test
    void aRoomIsNamedOnceCorrectedAndLost() throws Exception {
        room("Médiathèque", "", "Bruz", "24");
        assertThat(room("médiatheque", "", "BRUZ", "12")).contains("Une salle de ce nom est déjà connue");
        assertThat(room("Préau", circo.schools().get(0), "", "0")).contains("de 1 à 1000 places");
        assertThat(room("Préau", "", "", "12")).contains("Indiquez l'école");
        room("Préau", circo.schools().get(0), "", "30");

        Room library = rooms.of(circo.uai()).stream()
                .filter(each -> each.schoolUai() == null)
                .findFirst()
                .orElseThrow();
        assertThat(library.place()).isEqualTo("Médiathèque, Bruz");
        visitor.as(
                circo.cpc(),
                post("/ressources/salles/" + library.id())
                        .param("salle", "Médiathèque")
                        .param("commune", "Bruz")
                        .param("places", "18")
                        .param("au", "2027-02-26")
                        .param("version", "0"));
        assertThat(rooms.find(library.id()).orElseThrow().words())
                .isEqualTo("Médiathèque, Bruz, 18 places, jusqu'au 26/02/2027");
        assertThat(visitor.refused(
                        circo.secretary(),
                        post("/ressources/salles/" + library.id())
                                .param("salle", "Médiathèque")
                                .param("commune", "Bruz")
                                .param("places", "99")
                                .param("version", "0")))
                .as("two hands at once")
                .contains("Quelqu'un vient de modifier cette salle");
        assertThat(page(circo.secretary(), "/salles").select("tbody tr")).hasSize(2);
    }

    @Test
    void aSchoolOrAllOfThemCloseForADay() throws Exception {
        assertThat(closes("", "2027-01-11", "Neige")).contains("Choisissez l'école fermée");
        closes("toutes", "2027-01-11", "Neige");
        closes(circo.schools().get(0), "2027-02-01", "Fête de l'école");

        assertThat(closures.days(circo.uai(), circo.schools(), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 30)))
                .hasSize(2)
                .hasEntrySatisfying(circo.schools().get(0), days -> assertThat(days)
                        .containsExactlyInAnyOrder(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 2, 1)))
                .hasEntrySatisfying(
                        circo.schools().get(1), days -> assertThat(days).containsExactly(LocalDate.of(2027, 1, 11)));
        assertThat(page(circo.secretary(), "/fermetures").select("tbody tr").eachText())
                .hasSize(2)
                .anyMatch(row -> row.contains("Toutes les écoles"));
    }

    @Test
    void whatIsRefusedComesBackAsTyped() throws Exception {
        String refused = visitor.refused(
                circo.erun(),
                post("/ressources/formateurs/" + circo.erun().id() + "/absences")
                        .param("du", "2027-01-22")
                        .param("au", "2027-01-18")
                        .param("motif", "Stage"));
        assertThat(refused).contains("Le dernier jour (18/01/2027) vient avant le premier (22/01/2027)");
        assertThat(resources.absences(List.of(circo.erun().id()), LocalDate.MIN))
                .isEmpty();
    }

    @Test
    void aFileIsSeenFirstAndThenWrittenAndWhatIsExportedComesBackAsKnown() throws Exception {
        String file = """
                nom;prenom;courriel;du;au;lundi;mardi;mercredi;jeudi;vendredi;demi_journees
                %s;%s;;01/09/2026;;;;journée;fin de journée;;30
                Personne;Aucune;;01/09/2026;;;;journée;;;
                %s;%s;;31/02/2027;;;;journée;;;
                %s;%s;;01/09/2026;;;;peut-être;;;
                """.formatted(
                        circo.erun().lastName(), circo.erun().firstName(),
                        circo.cpc().lastName(), circo.cpc().firstName(),
                        circo.cpc().lastName(), circo.cpc().firstName());
        String preview = brought(circo.secretary(), file);
        Document seen = visitor.page(circo.secretary(), preview);
        assertThat(seen.select("section[aria-labelledby=erreurs] tbody tr").eachText())
                .hasSize(3)
                .anyMatch(row -> row.startsWith("ligne 3") && row.contains("Personne de ce nom"))
                .anyMatch(row -> row.startsWith("ligne 4") && row.contains("Cette date ne se lit pas"))
                .anyMatch(row -> row.startsWith("ligne 5") && row.contains("Écrivez « matin »"));
        assertThat(resources.weeksOf(circo.erun().id()))
                .as("a preview writes nothing")
                .isEmpty();

        assertThat(visitor.refused(circo.secretary(), post(preview))).contains("Rien n'a été enregistré");
        assertThat(resources.weeksOf(circo.erun().id())).isEmpty();
        assertThat(visitor.as(circo.secretary(), post(preview).param("bonnesLignes", "true"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(resources.weeksOf(circo.erun().id()))
                .extracting(TrainerWeek::words)
                .containsExactly(
                        "mercredi (journée), jeudi (fin de journée), 30 demi-journées au plus dans l'année scolaire");

        String export = text(visitor.as(circo.secretary(), get("/ressources/fichiers/jours.csv")));
        Document again = visitor.page(circo.secretary(), brought(circo.secretary(), export));
        assertThat(again.select("dl.facts").text()).contains("Lignes à écrire 0", "Déjà connues 1", "À corriger 0");
    }

    @Test
    void aFileThatIsMissingOrUnreadableIsSaid() throws Exception {
        var empty = visitor.as(
                circo.cpc(),
                multipart("/ressources/fichiers")
                        .file(new MockMultipartFile("fichier", "a.csv", "text/csv", new byte[0]))
                        .param("circonscription", circo.uai()));
        assertThat(empty.getRedirectedUrl()).startsWith("/ressources/fichiers");
        String token = brought(circo.cpc(), "ni;table;ni;colonnes\n1;2;3;4\n");
        var sent = visitor.as(circo.cpc(), post(token));
        assertThat(sent.getStatus()).isLessThan(400);
    }

    @Test
    void everyTableIsReadFromItsOwnTemplateAndOnlyTheInspectorCertifiesByFile() throws Exception {
        String rooms = """
                salle;uai;commune;places;equipement;du;au;latitude;longitude
                Salle informatique;%s;;16;16 ordinateurs;;;;
                Médiathèque;;Bruz;24;;01/01/2027;30/06/2027;48,02;-1,75
                """.formatted(circo.schools().get(0));
        visitor.as(circo.cpc(), post(brought(circo.cpc(), rooms)));
        assertThat(this.rooms.of(circo.uai()))
                .extracting(Room::words)
                .containsExactlyInAnyOrder(
                        "Salle informatique, Commune-1, 16 places, 16 ordinateurs, sans limite",
                        "Médiathèque, Bruz, 24 places, du 01/01/2027 au 30/06/2027");

        String certified = "nom;prenom;courriel;module;decision;du;au\n;;%s;ADM-DIR;habilitation;01/09/2026;\n"
                .formatted(circo.cpc().email());
        assertThat(visitor.page(circo.secretary(), brought(circo.secretary(), certified))
                        .text())
                .contains("L'IEN seul habilite");
        visitor.as(circo.ien(), post(brought(circo.ien(), certified)));
        assertThat(origin(circo.cpc(), "ADM-DIR")).isEqualTo(Skills.Origin.IEN);

        String absences = "nom;prenom;courriel;du;au;moment\n;;%s;18/01/2027;;matin\n"
                .formatted(circo.cpc().email());
        visitor.as(circo.secretary(), post(brought(circo.secretary(), absences)));
        assertThat(presence(circo.cpc()).obstacle(LocalDate.of(2027, 1, 18), LocalTime.of(9, 0), LocalTime.of(12, 0)))
                .contains("a dit son absence");

        String closed = "uai;du;au;motif\ntoutes;11/01/2027;;Neige\n0999999Z;11/01/2027;;Neige\n";
        assertThat(visitor.page(circo.cpc(), brought(circo.cpc(), closed))
                        .select("section[aria-labelledby=erreurs] tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .startsWith("ligne 3");
        for (String name : List.of("jours", "absences", "habilitations", "salles", "fermetures")) {
            assertThat(text(visitor.as(circo.cpc(), get("/ressources/fichiers/modele-" + name + ".csv"))))
                    .contains("xemple");
        }
        assertThat(visitor.as(circo.cpc(), get("/ressources/fichiers/ressources.xlsx"))
                        .getContentAsByteArray())
                .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
    }

    /** Sent back as it came, a file to fill in closes no school and makes no room. */
    @Test
    void theLineThatShowsHowIsNeverWritten() throws Exception {
        for (String name : List.of("jours", "absences", "habilitations", "salles", "fermetures")) {
            String template = text(visitor.as(circo.ien(), get("/ressources/fichiers/modele-" + name + ".csv")));
            String preview = brought(circo.ien(), template.replace("\uFEFF", ""));
            assertThat(visitor.page(circo.ien(), preview).text()).as(name).contains("C'est la ligne d'exemple");
            visitor.as(circo.ien(), post(preview).param("bonnesLignes", "true"));
        }
        assertThat(closures.of(circo.uai())).isEmpty();
        assertThat(rooms.of(circo.uai())).isEmpty();
    }

    @Test
    void aWorkbookIsReadLikeAnyTableAndCoordinatesComeBack() throws Exception {
        var sheet = new XlsxSheet(
                "Salles",
                List.of("salle", "commune", "places", "du", "latitude", "longitude"),
                List.of(List.of("Médiathèque", "Redon", 24, LocalDate.of(2027, 1, 4), 47.6514, -2.0849)));
        visitor.as(circo.cpc(), post(brought(circo.cpc(), XlsxBook.of(sheet))));
        assertThat(rooms.of(circo.uai())).singleElement().satisfies(room -> {
            assertThat(room.words()).isEqualTo("Médiathèque, Redon, 24 places, à partir du 04/01/2027");
            assertThat(room.longitude()).isEqualTo(-2.0849);
        });
        String export = text(visitor.as(circo.cpc(), get("/ressources/fichiers/salles.csv")));
        assertThat(visitor.page(circo.cpc(), brought(circo.cpc(), export))
                        .select("dl.facts")
                        .text())
                .contains("Lignes à écrire 0", "Déjà connues 1", "À corriger 0");
    }

    private void says(Agent self, String what, String... params) throws Exception {
        says(self, self, what, params);
    }

    private void says(Agent who, Agent about, String what, String... params) throws Exception {
        var request = post("/ressources/formateurs/" + about.id() + "/" + what);
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        assertThat(visitor.refused(who, request)).as(what).isEmpty();
    }

    private String room(String name, String school, String commune, String seats) throws Exception {
        return visitor.refused(
                circo.cpc(),
                post("/ressources/salles")
                        .param("circonscription", circo.uai())
                        .param("salle", name)
                        .param("ecole", school)
                        .param("commune", commune)
                        .param("places", seats));
    }

    private String closes(String school, String day, String why) throws Exception {
        return visitor.refused(
                circo.cpc(),
                post("/ressources/fermetures")
                        .param("circonscription", circo.uai())
                        .param("ecole", school)
                        .param("du", day)
                        .param("motif", why));
    }

    /** Where its preview is. */
    private String brought(Agent who, String file) throws Exception {
        return brought(who, file.getBytes(StandardCharsets.UTF_8));
    }

    private String brought(Agent who, byte[] file) throws Exception {
        return Objects.requireNonNull(visitor.as(
                        who,
                        multipart("/ressources/fichiers")
                                .file(new MockMultipartFile("fichier", "essai.csv", "text/csv", file))
                                .param("circonscription", circo.uai()))
                .getRedirectedUrl());
    }

    private Document page(Agent who, String of) throws Exception {
        return visitor.page(who, "/ressources" + of + "?circonscription=" + circo.uai());
    }

    private Document trainerPage(Agent who, Agent about) throws Exception {
        return visitor.page(who, "/ressources/formateurs/" + about.id());
    }

    private Presence presence(Agent who) {
        return new Presence(
                who.id(),
                resources.weeksOf(who.id()),
                resources.absences(List.of(who.id()), LocalDate.MIN).getOrDefault(who.id(), List.of()));
    }

    private Skills.Origin origin(Agent who, String code) {
        Skills skills = trainers.skills(List.of(who));
        return skills.origin(
                who,
                skills.modules().stream()
                        .filter(module -> module.code().equals(code))
                        .findFirst()
                        .orElseThrow(),
                TUESDAY);
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
