package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.territory.Zone;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.annotation.Transactional;

/**
 * A file about the ground changes what lies within the perimeter of who brings it, and nothing else, whatever stands in
 * its lines.
 */
@Tag("attack")
@HouseTest
@Transactional
class TerritoryPerimeterTest {

    private static final String ANNUAIRE =
            "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Code_postal;Nom_commune;"
                    + "Code_departement;Libelle_departement;Libelle_academie;nom_circonscription;code_circonscription;libelle_nature;etat;Ecole_maternelle;Ecole_elementaire\n";
    private static final String EFFECTIFS =
            "Rentrée scolaire;Numéro de l'école;Secteur;Nombre total de classes;Nombre total d'élèves\n";
    private static final String CALENDAR = "annee_scolaire;zone;libelle;premier_jour;dernier_jour\n";
    /** Nobody has it. */
    private static final String FRESH = "0359998C";

    @Autowired
    TestGround ground;

    @Autowired
    Visitor visitor;

    @Autowired
    Schools schools;

    @Autowired
    JdbcClient jdbc;

    private Circo mine;
    private Circo other;
    private Agent mission;
    private Agent missionElsewhere;

    @BeforeEach
    void make() {
        mine = ground.circonscription(3);
        other = ground.circonscription(2);
        mission = ground.agent(NewAgent.inDepartement("Mission", "Maud", null, AgentFunction.IEN_NUMERIQUE, "035"));
        missionElsewhere =
                ground.agent(NewAgent.inDepartement("Mission", "Loin", null, AgentFunction.IEN_NUMERIQUE, "029"));
    }

    @Test
    void aSecretaryTakesNoSchoolOfAnotherCirconscription() throws Exception {
        String stolen = other.schools().get(0);
        String preview = upload(mine.secretary(), ANNUAIRE + line(stolen, "035", mine.uai()));
        Document page = page(mine.secretary(), preview);
        assertThat(page.select("section[aria-labelledby=refusees]").text())
                .contains("ligne 2")
                .contains("périmètre");
        assertThat(page.select("fieldset").text())
                .as("nothing of hers stands in the file: nothing is missing from it")
                .isEmpty();
        apply(mine.secretary(), preview);
        assertThat(school(stolen).circonscriptionUai()).isEqualTo(other.uai());
        assertThat(open(other)).hasSize(2);
        assertThat(open(mine)).hasSize(3);
    }

    @Test
    void whatIsMissingIsLookedForAtHomeOnly() throws Exception {
        String kept = mine.schools().get(0);
        String preview = upload(
                mine.secretary(),
                ANNUAIRE + line(kept, "035", mine.uai()) + line(other.schools().get(0), "035", mine.uai()));
        Document page = page(mine.secretary(), preview);
        assertThat(page.select("fieldset").text())
                .contains(mine.schools().get(1))
                .contains(mine.schools().get(2))
                .doesNotContain(other.schools().get(0))
                .doesNotContain(other.schools().get(1));
        apply(mine.secretary(), preview);
        assertThat(open(mine)).containsExactly(kept);
        assertThat(open(other)).hasSize(2);
    }

    /** Each line alone, by somebody in whose perimeter it is not. */
    @Test
    void whatLiesOutsideIsShownAsRefusedAndNotWritten() throws Exception {
        String theirs = other.schools().get(0);
        String ours = mine.schools().get(0);
        Map<String, String> lines = Map.ofEntries(
                Map.entry("taken", line(theirs, "035", mine.uai())),
                Map.entry(
                        "taken by name",
                        line(theirs, "035", "")
                                .replace("Rennes;;", "Rennes;Circonscription d'essai " + mine.uai() + ";")),
                Map.entry("given away", line(ours, "035", other.uai())),
                Map.entry("put outside of every circonscription", line(ours, "035", "")),
                Map.entry("closed", line(theirs, "035", other.uai()).replace("OUVERT", "FERME")),
                Map.entry("to be closed", line(theirs, "035", other.uai()).replace("OUVERT", "A FERMER")),
                Map.entry("renamed", line(theirs, "035", other.uai()).replace("École d'essai", "École prise")),
                Map.entry("of another département", line(theirs, "029", mine.uai())),
                Map.entry("mine, in another département", line(ours, "029", mine.uai())),
                Map.entry("created elsewhere", line(FRESH, "035", other.uai())),
                Map.entry("created nowhere", line(FRESH, "035", "")),
                Map.entry("created under the number of another département", line("0290001U", "035", mine.uai())),
                Map.entry("a new circonscription", line(FRESH, "035", "0359997B")),
                Map.entry("another académie", line(ours, "035", mine.uai()).replace(";Rennes;", ";Toulouse;")),
                Map.entry(
                        "another name of the département",
                        line(ours, "035", mine.uai()).replace("Ille-et-Vilaine", "Bretagne du Nord")),
                Map.entry("a département of mine", line(FRESH, "099", mine.uai())),
                Map.entry(
                        "a circonscription renamed",
                        circonscription(other.uai(), "035") + line(theirs, "035", other.uai())),
                Map.entry(
                        "mine moved to another département",
                        circonscription(mine.uai(), "029") + line(ours, "035", mine.uai())));
        String before = everything();
        for (Map.Entry<String, String> attack : lines.entrySet()) {
            String preview = upload(mine.secretary(), ANNUAIRE + attack.getValue());
            assertThat(page(mine.secretary(), preview).select("section[aria-labelledby=refusees] tbody tr"))
                    .as(attack.getKey())
                    .isNotEmpty();
            visitor.as(mine.secretary(), post(URI.create(preview)).param("bonnesLignes", "true"));
            assertThat(everything()).as(attack.getKey()).isEqualTo(before);
        }
    }

    @Test
    void aCountOfPupilsOfAnotherCirconscriptionIsRefused() throws Exception {
        String preview = upload(
                mine.secretary(),
                EFFECTIFS + "2026;" + other.schools().get(0) + ";Public;1;9\n2026;"
                        + mine.schools().get(0) + ";Public;6;130\n");
        Document page = page(mine.secretary(), preview);
        assertThat(page.select("section[aria-labelledby=refusees]").text())
                .contains("ligne 2")
                .doesNotContain("ligne 3");
        apply(mine.secretary(), preview);
        assertThat(school(other.schools().get(0)).classes()).isEqualTo(5);
        assertThat(school(mine.schools().get(0)).classes()).isEqualTo(6);
    }

    @Test
    void holidaysAreChangedByWhoAnswersForTheirZone() throws Exception {
        String both = CALENDAR
                + "2040-2041;A;Vacances inventées;2040-11-05;2040-11-06\n2040-2041;B;Vacances inventées;2040-11-05;2040-11-06\n";
        String preview = upload(mine.secretary(), both);
        assertThat(page(mine.secretary(), preview).select("section[aria-labelledby=refusees] tbody tr"))
                .hasSize(2);
        apply(mine.secretary(), preview);
        assertThat(holidays("A") + holidays("B")).isZero();

        apply(mission, upload(mission, both));
        assertThat(holidays("A")).as("not the zone of Ille-et-Vilaine").isZero();
        assertThat(holidays("B")).isOne();
    }

    @Test
    void theMissionOfADepartementEndsAtItsBorder() throws Exception {
        String school = mine.schools().get(0);
        String before = everything();
        for (String attack : List.of(
                line(school, "035", mine.uai()).replace("École d'essai", "École prise"),
                line(school, "029", ""),
                line(FRESH, "035", mine.uai()))) {
            String preview = upload(missionElsewhere, ANNUAIRE + attack);
            assertThat(page(missionElsewhere, preview).select("section[aria-labelledby=refusees] tbody tr"))
                    .as(attack)
                    .hasSize(1);
            apply(missionElsewhere, preview);
            assertThat(everything()).as(attack).isEqualTo(before);
        }
        apply(mission, upload(mission, ANNUAIRE + line(school, "035", other.uai())), false);
        assertThat(school(school).circonscriptionUai())
                .as("within the own département schools move")
                .isEqualTo(other.uai());
    }

    @Test
    void somebodyElsesUploadIsNotThere() throws Exception {
        String preview = upload(mine.secretary(), ANNUAIRE + line(mine.schools().get(0), "035", mine.uai()));
        for (Agent stranger : List.of(other.secretary(), mission)) {
            assertThat(visitor.as(stranger, get(URI.create(preview))).getStatus())
                    .isEqualTo(404);
            assertThat(visitor.as(stranger, post(URI.create(preview)).param("fermer", "true"))
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(visitor.as(other.secretary(), get("/territoire/import")).getContentAsString())
                .doesNotContain("annuaire-de-");
        assertThat(open(mine)).hasSize(3);
    }

    /** The same file, staged while one had the perimeter and saved when it is another. */
    @Test
    void thePerimeterIsAskedAgainWhenTheFileIsSaved() throws Exception {
        String school = mine.schools().get(0);
        String preview = upload(
                mine.secretary(),
                ANNUAIRE + line(school, "035", mine.uai()).replace("École d'essai", "École rebaptisée"));
        assertThat(page(mine.secretary(), preview).select("section[aria-labelledby=refusees]"))
                .isEmpty();
        jdbc.sql("UPDATE account_role SET perimeter = ? WHERE account_id = (SELECT id FROM account WHERE agent_id = ?)")
                .params(other.uai(), mine.secretary().id())
                .update();
        apply(mine.secretary(), preview);
        assertThat(school(school).name()).startsWith("École d'essai");
    }

    @Test
    void nobodyElseBringsFiles() throws Exception {
        List<Agent> others = List.of(
                mine.ien(),
                mine.erun(),
                mine.cpc(),
                mine.dsi(),
                mine.supplier(),
                mine.directors().get(0),
                mine.teachers().get(0));
        String staged = upload(
                mine.secretary(),
                ANNUAIRE + line(mine.schools().get(0), "035", mine.uai()).replace("École d'essai", "École rebaptisée"));
        for (Agent agent : others) {
            assertThat(visitor.as(
                                    agent,
                                    multipart("/territoire/import")
                                            .file(file(ANNUAIRE + line(FRESH, "035", mine.uai()))))
                            .getStatus())
                    .as(agent.function().label())
                    .isEqualTo(403);
            for (String path : List.of("/territoire/import", staged)) {
                assertThat(visitor.as(agent, get(URI.create(path))).getStatus())
                        .as(agent.function().label())
                        .isEqualTo(403);
            }
            assertThat(visitor.as(agent, post(URI.create(staged))).getStatus()).isEqualTo(403);
        }
    }

    private static String line(String uai, String departement, String circonscription) {
        return Stream.of(
                                uai,
                                "École d'essai 1",
                                "Ecole",
                                "Public",
                                "35000",
                                "Commune-1",
                                departement,
                                departement.equals("035")
                                        ? "Ille-et-Vilaine"
                                        : departement.equals("029") ? "Finistère" : "Département inventé",
                                "Rennes",
                                "",
                                circonscription,
                                "",
                                "OUVERT",
                                "1",
                                "1")
                        .reduce((one, two) -> one + ";" + two)
                        .orElseThrow()
                + "\n";
    }

    private static String circonscription(String uai, String departement) {
        return uai + ";Circonscription prise;Service Administratif;Public;35000;Rennes;" + departement
                + ";;;;;Circonscription 1er degré;OUVERT;;\n";
    }

    private String upload(Agent who, String content) throws Exception {
        var answer = visitor.as(who, multipart("/territoire/import").file(file(content)));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).matches("/territoire/import/[0-9a-f]{32}");
        return answer.getRedirectedUrl();
    }

    private MockMultipartFile file(String content) {
        return new MockMultipartFile(
                "fichier", "annuaire-de-" + mine.uai() + ".csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private void apply(Agent who, String preview) throws Exception {
        apply(who, preview, true);
    }

    private void apply(Agent who, String preview, boolean closing) throws Exception {
        var request = post(URI.create(preview)).param("bonnesLignes", "true");
        assertThat(visitor.as(who, closing ? request.param("fermer", "true") : request)
                        .getRedirectedUrl())
                .isEqualTo("/territoire/import");
    }

    private Document page(Agent who, String path) throws Exception {
        var answer = visitor.as(who, get(URI.create(path)));
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private School school(String uai) {
        return schools.find(uai).orElseThrow();
    }

    private List<String> open(Circo circo) {
        return schools.inCirconscription(circo.uai()).stream()
                .filter(School::isOpen)
                .map(School::uai)
                .toList();
    }

    private int holidays(String zone) {
        return jdbc.sql("SELECT COUNT(*) FROM school_holiday WHERE school_year = '2040-2041' AND zone = ?")
                .param(Zone.valueOf(zone).name())
                .query(Integer.class)
                .single();
    }

    /** Everything a file about the ground can change. */
    private String everything() {
        return Stream.of(
                        "SELECT * FROM academie ORDER BY name",
                        "SELECT * FROM departement ORDER BY code",
                        "SELECT * FROM circonscription ORDER BY uai",
                        "SELECT * FROM school ORDER BY uai",
                        "SELECT * FROM school_holiday ORDER BY id")
                .map(sql -> jdbc.sql(sql).query().listOfRows().toString())
                .reduce("", String::concat);
    }
}
