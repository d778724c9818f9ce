package fr.forment.selfstudy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.HouseTest;
import fr.forment.PlainPages;
import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.engine.TheCase;
import fr.forment.grid.GridLine;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.plan.Phase;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanAside;
import fr.forment.plan.PlannedSession;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.ResourcePersonNamed;
import fr.forment.project.VagueEngaged;
import fr.forment.project.opening.SchoolArrivalService;
import fr.forment.project.opening.SchoolLeft;
import fr.forment.selfstudy.FollowState;
import fr.forment.selfstudy.Follower;
import fr.forment.selfstudy.SelfStudy;
import fr.forment.session.TrainingSession;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The publics and trainings that only the text of the fiche names, from the answer of a school to the evaluation; and
 * the ways through {@code selfStudy.bpmn}.
 */
@HouseTest
class SelfStudyPathTest extends StudiesAsked {

    @Autowired
    SchoolArrivalService arrivals;

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
    void theSchoolThatEntersLaterIsAskedToo() {
        SelfStudy study = engaged();
        String late = ground.school(circo.uai(), "École venue plus tard", "Commune-9");
        Agent director = ground.agent(NewAgent.inSchool(
                "Tardif" + late, "Dominique", "s." + late.toLowerCase() + "@essai.fr", AgentFunction.DIRECTEUR, late));
        ground.as(circo.ien());
        arrivals.join(campaign.projectId(), late, 1, "");
        assertThat(follower(study, director).state()).isEqualTo(FollowState.A_SUIVRE);
        assertThat(letters(director, "selfstudy")).containsExactly("selfstudy/asked");
        assertThat(letters(circo.teachers().get(0), "selfstudy"))
                .as("nobody twice")
                .containsExactly("selfstudy/asked");
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

    /** Only its people are let go, and what one of them had followed counts. */
    @Test
    void aSchoolThatLeavesTheProjectIsAskedNoMore() {
        SelfStudy study = engaged();
        List<Follower> before = studies.followersOf(study.id());
        String leaving = before.get(0).schoolUai();
        campaigns.publish(new SchoolLeft(campaign.projectId(), leaving));
        assertThat(studies.followersOf(study.id())).allSatisfy(follower -> assertThat(follower.state())
                .as(follower.schoolUai())
                .isEqualTo(follower.schoolUai().equals(leaving) ? FollowState.ANNULEE : FollowState.A_SUIVRE));
        assertThat(before).extracting(Follower::schoolUai).contains(leaving).doesNotContainNull();
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
}
