package fr.forment.selfstudy.process;

import static fr.forment.campaign.NeedsGround.goodAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.HouseTest;
import fr.forment.PlainPages;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.NeedsGround;
import fr.forment.catalogue.Profile;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.grid.Grid;
import fr.forment.grid.GridLine;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.people.TrainingRecords;
import fr.forment.plan.Phase;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanAside;
import fr.forment.plan.PlanAsides;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.SchoolFeedbacks;
import fr.forment.project.BilanDue;
import fr.forment.project.BilanService;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.Projects;
import fr.forment.project.ResourcePersonNamed;
import fr.forment.project.Vague;
import fr.forment.project.VagueEngaged;
import fr.forment.selfstudy.FollowState;
import fr.forment.selfstudy.Follower;
import fr.forment.selfstudy.SelfStudies;
import fr.forment.selfstudy.SelfStudy;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The publics and trainings that only the text of the fiche names, from the answer of a school to the evaluation; and
 * the ways through {@code selfStudy.bpmn}.
 */
@HouseTest
class SelfStudyPathTest {

    private static final LocalDate OPENING = LocalDate.of(2027, 3, 29);
    private static final String CHARTER = "CHARTE";

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Visitor visitor;

    @Autowired
    Grid grid;

    @Autowired
    PlanService planning;

    @Autowired
    Plans plans;

    @Autowired
    PlanAsides asides;

    @Autowired
    SchoolFeedbacks feedbacks;

    @Autowired
    Projects projects;

    @Autowired
    SelfStudies studies;

    @Autowired
    Sessions sessions;

    @Autowired
    TrainingRecords records;

    @Autowired
    HoursLedger hours;

    @Autowired
    BilanService bilans;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Agent aesh;
    private Agent cpd;
    private Campaign campaign;

    /** The first of two schools answers, the second is estimated. */
    @BeforeEach
    void needsAreGathered() {
        circo = ground.circonscription(2);
        aesh = ground.agent(NewAgent.inSchool(
                "Aide" + circo.uai(),
                "Sam",
                "aesh." + circo.uai() + "@exemple.invalid",
                AgentFunction.AESH,
                school(0)));
        cpd = ground.agent(NewAgent.inDepartement(
                "Conseil" + circo.uai(), "Ana", "cpd." + circo.uai() + "@exemple.invalid", AgentFunction.CPD, "035"));
        campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 80);
        jdbc.sql("UPDATE vague SET opens_on = ? WHERE project_id = ?")
                .params(OPENING, campaign.projectId())
                .update();
        driver.runDue();
        ground.as(circo.directors().get(0));
        Map<String, Object> answer = goodAnswer();
        answer.putAll(Map.of(
                "aesh",
                1,
                "atsem",
                2,
                "hasResourcePerson",
                "yes",
                "resourcePersons",
                2,
                "resourcePersonChoice",
                String.valueOf(circo.teachers().get(0).id()),
                "resourcePersonConsent",
                true,
                "formats",
                "[\"AUTOFORMATION\",\"REGROUPEMENT\"]"));
        driver.theCase("needsSurvey", campaigns.surveyOf(campaign, school(0)).id())
                .completes("answer", answer);
        ground.as(circo.ien());
        driver.theCase("needsCampaign", campaign.id())
                .fires("deadlinePassed")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Assez de réponses"));
        jdbc.sql("UPDATE campaign SET state = 'INTEGREE' WHERE id = ?")
                .param(campaign.id())
                .update();
    }

    private String school(int number) {
        return circo.schools().get(number);
    }

    private Plan planned() {
        Plan plan = planning.begin(campaign.projectId());
        driver.runDue();
        return plans.find(plan.id()).orElseThrow();
    }

    /** The vague is engaged upon the plan in force. */
    private SelfStudy engaged() {
        Plan plan = planned();
        ground.as(circo.erun());
        TheCase approval = driver.theCase("trainingPlan", plan.id())
                .completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"));
        ground.as(circo.ien());
        approval.completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""));
        campaigns.publish(new VagueEngaged(vague().id()));
        driver.runDue();
        long id = jdbc.sql("SELECT id FROM self_study WHERE project_id = ? AND module_code = ?")
                .params(campaign.projectId(), CHARTER)
                .query(Long.class)
                .single();
        return studies.find(id).orElseThrow();
    }

    private Vague vague() {
        return projects.vagues(campaign.projectId()).get(0);
    }

    private TheCase theCase(SelfStudy study) {
        return driver.theCase("selfStudy", study.id());
    }

    private Follower follower(SelfStudy study, Agent agent) {
        return studies.followersOf(study.id()).stream()
                .filter(row -> row.agentId() == agent.id())
                .findFirst()
                .orElseThrow();
    }

    private List<String> letters(Agent agent, String room) {
        return jdbc.sql("SELECT template FROM outbox_mail WHERE to_address = ? AND template LIKE ? ORDER BY id")
                .params(agent.email(), room + "/%")
                .query(String.class)
                .list();
    }

    @Test
    void countsEachPublicOfTheFicheFromTheAnswerOrTheList() {
        List<GridLine> lines = grid.lines(campaign.id());
        assertThat(lines)
                .filteredOn(line -> line.schoolUai().equals(school(0)))
                .extracting(GridLine::moduleCode, GridLine::profile, GridLine::people)
                .contains(
                        tuple("RES-ECOLE", Profile.PERSONNE_RESSOURCE, 2),
                        tuple("PRES-PERSONNELS", Profile.NON_ENSEIGNANT, 3),
                        tuple("PRES-ELEVES", Profile.ELEVE, 110),
                        tuple("CHARTE-FAMILLES", Profile.ELEVE, 110),
                        tuple("CHARTE-FAMILLES", Profile.PARENT, 110),
                        tuple(CHARTER, Profile.DIRECTEUR, 1),
                        tuple(CHARTER, Profile.ENSEIGNANT, 2),
                        tuple(CHARTER, Profile.NON_ENSEIGNANT, 3),
                        tuple("DISC", Profile.ENSEIGNANT, 1));
        assertThat(lines)
                .as("nobody said: one resource person, nobody who is ready for the disciplines")
                .filteredOn(line -> line.schoolUai().equals(school(1)))
                .extracting(GridLine::moduleCode, GridLine::profile, GridLine::people)
                .contains(tuple("RES-ECOLE", Profile.PERSONNE_RESSOURCE, 1), tuple("DISC", Profile.ENSEIGNANT, 0));
        assertThat(lines)
                .filteredOn(line -> line.schoolUai().equals(circo.uai()))
                .extracting(GridLine::moduleCode, GridLine::profile)
                .contains(
                        tuple("FORM-INSPECTION", Profile.IEN),
                        tuple("FORM-FORMATEURS", Profile.FORMATEUR),
                        tuple("PRES-CADRES", Profile.CPD),
                        tuple("ADM-ERUN", Profile.DSI));
    }

    @Test
    void seatsResourcePersonsInspectorsAndTrainersAndNobodyWhoStudiesAloneOrIsOnlyCounted() throws Exception {
        Plan plan = planned();
        assertThat(plans.sessions(plan.id(), Phase.FORMATEURS, null))
                .extracting(PlannedSession::moduleCode)
                .contains("FORM-INSPECTION", "FORM-FORMATEURS");
        List<PlannedSession> ofSchools = plans.sessions(plan.id(), Phase.VAGUE, 1);
        assertThat(ofSchools)
                .filteredOn(session -> session.moduleCode().equals("RES-ECOLE"))
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.seats()).isEqualTo(Map.of(school(0), 2, school(1), 1));
                    assertThat(session.day()).isBefore(OPENING);
                });
        assertThat(ofSchools)
                .extracting(PlannedSession::moduleCode)
                .doesNotContain(CHARTER, "CHARTE-FAMILLES", "PRES-ELEVES");
        assertThat(plans.warnings(plan.id()))
                .extracting(warning -> warning.text())
                .noneMatch(text -> text.contains("Charte") || text.contains("élèves"));

        List<PlanAside> aside = asides.of(plan.id());
        assertThat(aside)
                .filteredOn(PlanAside::isFollowedAlone)
                .extracting(PlanAside::moduleCode, PlanAside::dueOn)
                .containsOnly(tuple(CHARTER, LocalDate.of(2027, 3, 26)));
        assertThat(aside)
                .filteredOn(line -> !line.isFollowedAlone())
                .extracting(PlanAside::profile)
                .containsOnly(Profile.ELEVE, Profile.PARENT);
        String page = visitor.page(circo.ien(), "/plans/" + plan.id()).text();
        assertThat(page)
                .contains("En autoformation", "Charte d'usage de l'ENT : la lire et l'appliquer", "26 mars 2027")
                .contains("Élèves et parents", "Découverte de l'ENT par les élèves");
        assertThat(feedbacks.of(plan, school(0)).orElseThrow().toString())
                .as("what the school asked for is answered")
                .contains("Vous former en autoformation", "à suivre au plus tard le 26 mars 2027");
    }

    /** Who needs no session stands in the means and in every paper of the plan, with why and how many. */
    @Test
    void thePapersOfAPlanSayWhoHasNoSessionAndWhy() throws Exception {
        long plan = planned().id();
        List<PlanAside> aside = asides.of(plan);
        int alone = people(aside, CHARTER);
        int families = people(aside, "CHARTE-FAMILLES");
        assertThat(alone).isPositive();
        String title = "Charte d'usage de l'ENT : la lire et l'appliquer";

        var means = visitor.page(circo.ien(), "/plans/" + plan + "/moyens");
        assertThat(means.select("section[aria-labelledby=autoformation]").text())
                .contains(title, "26 mars 2027", "sans formateur");
        assertThat(means.select("section[aria-labelledby=comptes]").text()).contains("Élèves", "ni convocation");

        JsonNode told = new ObjectMapper().readTree(file(plan, ".json")).get("asides");
        assertThat(told).hasSameSizeAs(aside);
        assertThat(told)
                .filteredOn(each -> each.get("module").asText().equals(CHARTER))
                .isNotEmpty()
                .allMatch(each -> each.get("dueOn").asText().equals("2027-03-26"));
        assertThat(told)
                .filteredOn(each -> each.get("profile").asText().equals("PARENT"))
                .isNotEmpty()
                .allMatch(each -> each.get("dueOn").isNull());

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file(plan, "/plan.xlsx")))) {
            var rows = book.findSheet("Sans session").orElseThrow().read();
            assertThat(rows.stream()
                            .filter(row -> row.getCellText(1).equals(CHARTER))
                            .mapToInt(
                                    row -> row.getCellAsNumber(4).orElseThrow().intValue())
                            .sum())
                    .isEqualTo(alone);
            assertThat(rows.stream()
                            .filter(row -> row.getCellText(1).equals("CHARTE-FAMILLES"))
                            .peek(row -> assertThat(row.getCellText(7)).startsWith("Public seulement compté"))
                            .mapToInt(
                                    row -> row.getCellAsNumber(4).orElseThrow().intValue())
                            .sum())
                    .isEqualTo(families);
        }

        try (PDDocument paper = Loader.loadPDF(file(plan, "/plan.pdf"))) {
            assertThat(PlainPages.plain(new PDFTextStripper().getText(paper)))
                    .contains("Formés ou comptés sans session", "Autoformation", "26 mars 2027", "Public seulement");
        }
    }

    private static int people(List<PlanAside> aside, String module) {
        return aside.stream()
                .filter(line -> line.moduleCode().equals(module))
                .mapToInt(PlanAside::people)
                .sum();
    }

    private byte[] file(long plan, String name) throws Exception {
        var answer = visitor.as(circo.ien(), get("/plans/" + plan + name));
        assertThat(answer.getStatus()).as(name).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    @Test
    void tellsEachWhatToFollowRemindsThoseWhoHaveNotAndTellsTheDirection() throws Exception {
        SelfStudy study = engaged();
        Agent teacher = circo.teachers().get(0);
        Agent late = circo.teachers().get(1);
        assertThat(study.dueOn()).isEqualTo(LocalDate.of(2027, 3, 26));
        assertThat(studies.followersOf(study.id()))
                .extracting(Follower::agentId)
                .contains(teacher.id(), circo.directors().get(0).id(), aesh.id())
                .doesNotContain(circo.ien().id());
        assertThat(letters(teacher, "selfstudy")).containsExactly("selfstudy/asked");
        assertThat(hours.entMinutesLeft(teacher.id(), "2026-2027"))
                .as("taken of the 18 h as soon as it is asked")
                .isLessThan(360);
        TheCase theCase = theCase(study).passed("announce").waitsAt("dueSoon");
        declares(teacher, follower(study, teacher).id());

        theCase.fires("dueSoon").passed("remind").waitsAt("duePassed");
        assertThat(letters(late, "selfstudy")).containsExactly("selfstudy/asked", "selfstudy/reminded");
        assertThat(letters(teacher, "selfstudy")).doesNotContain("selfstudy/reminded");
        theCase.fires("duePassed").passed("tellDirectors").isEnded();
        assertThat(letters(circo.directors().get(0), "selfstudy")).contains("selfstudy/overdue");
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void countsWhatThePersonOrTheDirectionDeclaresOnceAndAsksForAnEvaluation() throws Exception {
        SelfStudy study = engaged();
        Agent director = circo.directors().get(0);
        Agent teacher = circo.teachers().get(0);
        Agent other = circo.teachers().get(1);
        long mine = follower(study, teacher).id();
        assertThat(declares(circo.teachers().get(2), mine))
                .as("of another school")
                .isEqualTo(404);
        assertThat(declares(circo.directors().get(1), mine)).isEqualTo(404);
        assertThat(declares(circo.ien(), mine))
                .as("neither one's own nor one's school's")
                .isEqualTo(404);
        assertThat(declares(teacher, follower(study, other).id()))
                .as("a colleague")
                .isEqualTo(404);
        assertThat(declares(teacher, 999_999_999L)).isEqualTo(404);
        assertThat(follower(study, teacher).state()).isEqualTo(FollowState.A_SUIVRE);

        assertThat(visitor.page(teacher, "/autoformations")
                        .select("#mienne ~ div button")
                        .text())
                .isEqualTo("Je l'ai suivie");
        assertThat(declares(teacher, mine)).isEqualTo(302);
        assertThat(declares(director, mine))
                .as("again, by somebody else: nothing changes")
                .isEqualTo(302);
        assertThat(follower(study, teacher).state()).isEqualTo(FollowState.SUIVIE);
        assertThat(follower(study, teacher).declaredBy()).isEqualTo("a" + teacher.id());
        assertThat(records.has(teacher.id(), CHARTER)).isTrue();
        assertThat(jdbc.sql("SELECT state, minutes FROM hours_entry WHERE source_key = ?")
                        .param("selfStudy:" + mine)
                        .query((row, n) -> row.getString(1) + row.getInt(2))
                        .list())
                .containsExactly("DONE30");
        assertThat(letters(teacher, "evaluation")).containsExactly("evaluation/askedAlone");
        assertThat(visitor.page(teacher, "/moi/heures").text())
                .contains("Charte d'usage de l'ENT : la lire et l'appliquer, en autoformation");

        assertThat(visitor.page(director, "/autoformations")
                        .select("#ecole ~ div button")
                        .eachAttr("aria-label"))
                .contains("Déclarer suivie par " + aesh.fullName()
                        + " : Charte d'usage de l'ENT : la lire et l'appliquer");
        assertThat(declares(director, follower(study, aesh).id())).isEqualTo(302);
        assertThat(records.has(aesh.id(), CHARTER)).isTrue();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM hours_entry WHERE agent_id = ?")
                        .param(aesh.id())
                        .query(Integer.class)
                        .single())
                .as("an AESH owes no hours")
                .isZero();
        assertThat(visitor.page(circo.erun(), "/autoformations")
                        .select("#circonscription ~ div")
                        .text())
                .contains("2 sur ");
    }

    @Test
    void whatPeopleAnswerOfItStandsInTheEvaluationsAndInTheBilan() throws Exception {
        SelfStudy study = engaged();
        String page = "/projets/" + campaign.projectId() + "/evaluations";
        List<Agent> readers = List.of(
                circo.directors().get(0),
                circo.teachers().get(0),
                circo.teachers().get(1),
                circo.teachers().get(2),
                circo.teachers().get(3));
        for (Agent reader : readers.subList(0, 4)) {
            answers(study, reader);
        }
        assertThat(alone(page)).as("too few to be shown").contains("4 / 4", "moins de 5 réponses");
        assertThat(visitor.page(circo.ien(), page).text()).doesNotContain("Quand la relire ?");

        answers(study, readers.get(4));
        assertThat(alone(page))
                .contains("Charte d'usage de l'ENT : la lire et l'appliquer", "5 / 7", "5 / 5", "3,0")
                .doesNotContain("moins de 5 réponses");
        assertThat(visitor.page(circo.ien(), page).text())
                .as("with all answers of the project")
                .contains("3,0 / 4", "5 réponses sur 5 personnes interrogées", "Quand la relire ?");

        campaigns.publish(new BilanDue(campaign.projectId(), null));
        campaigns.publish(new BilanDue(campaign.projectId(), vague().id()));
        for (Long scope : Arrays.asList(null, vague().id())) {
            assertThat(bilans.find(campaign.projectId(), scope).orElseThrow()).satisfies(bilan -> {
                assertThat(bilan.hotAnswers()).isEqualTo(5);
                assertThat(bilan.hotSatisfaction()).isEqualTo(3);
                assertThat(bilan.findings()).contains("Autoformation : 5 parcours suivis sur 7 demandés.");
            });
        }
    }

    private String alone(String page) throws Exception {
        return visitor.page(circo.ien(), page)
                .select("[aria-label='Par autoformation'] tbody")
                .text();
    }

    /** Declares it, then fills in the questionnaire behind the link of the letter. */
    private void answers(SelfStudy study, Agent reader) throws Exception {
        declares(reader, follower(study, reader).id());
        String letter = jdbc.sql(
                        "SELECT body_text FROM outbox_mail WHERE to_address = ? AND template = 'evaluation/askedAlone'")
                .param(reader.email())
                .query(String.class)
                .single();
        String link = letter.replaceAll("(?s).*(/evaluation/[\\w-]+).*", "$1");
        var form = post(link).param("unclear", "Quand la relire ?");
        for (String mark : List.of(
                "usefulness",
                "clarity",
                "pace",
                "practice",
                "organisation",
                "recommends",
                "skillBefore",
                "skillAfter")) {
            form = form.param(mark, "3");
        }
        assertThat(visitor.page(reader, link).select("form")).isNotEmpty();
        assertThat(visitor.as(reader, form).getContentAsString()).contains("Merci");
    }

    @Test
    void givesTheTimeBackToWhoIsTrainedOtherwiseOrNotAskedAnyMore() {
        SelfStudy study = engaged();
        Agent trained = circo.teachers().get(0);
        Agent other = circo.teachers().get(1);
        campaigns.inTransaction(() -> records.record(trained.id(), CHARTER, LocalDate.of(2026, 10, 1), "import"));
        assertThat(follower(study, trained).state()).isEqualTo(FollowState.DISPENSEE);
        campaigns.publish(new ProjectAbandoned(campaign.projectId()));
        assertThat(follower(study, other).state()).isEqualTo(FollowState.ANNULEE);
        assertThat(jdbc.sql(
                                "SELECT DISTINCT state FROM hours_entry WHERE source_key LIKE 'selfStudy:%' AND agent_id IN (:ids)")
                        .param("ids", List.of(trained.id(), other.id()))
                        .query(String.class)
                        .list())
                .containsExactly("EXCUSED");
        theCase(study).isEnded();
    }

    @Test
    void asksWhoArrivedMeanwhileAndNobodyTwice() {
        SelfStudy study = engaged();
        Agent newcomer = ground.agent(NewAgent.inSchool(
                "Nouvelle" + circo.uai(),
                "Lou",
                "lou." + circo.uai() + "@exemple.invalid",
                AgentFunction.ADJOINT,
                school(1)));
        theCase(study).fires("dueSoon");
        assertThat(letters(newcomer, "selfstudy")).containsExactly("selfstudy/asked");
        campaigns.publish(new VagueEngaged(vague().id()));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM self_study WHERE project_id = ?")
                        .param(campaign.projectId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void givesAResourcePersonNamedLateThePlaceThePlanKeeps() {
        engaged();
        Agent teacher = circo.teachers().get(2);
        TrainingSession session = sessions.ofProject(campaign.projectId()).stream()
                .filter(each -> each.moduleCode().equals("RES-ECOLE"))
                .findFirst()
                .orElseThrow();
        assertThat(sessions.enrolments(session.id())).as("nobody is named yet").isEmpty();
        jdbc.sql("UPDATE vague_school SET resource_person_id = ? WHERE school_uai = ?")
                .params(teacher.id(), school(1))
                .update();
        campaigns.publish(new ResourcePersonNamed(vague().id(), school(1), teacher.id()));
        campaigns.publish(new ResourcePersonNamed(vague().id(), school(1), teacher.id()));
        assertThat(sessions.enrolments(session.id())).singleElement().satisfies(row -> assertThat(row.agentId())
                .isEqualTo(teacher.id()));
        assertThat(letters(teacher, "session")).contains("session/enrolled");
    }

    private int declares(Agent agent, long follower) throws Exception {
        return visitor.as(agent, post("/autoformations/" + follower + "/suivie"))
                .getStatus();
    }
}
