package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.release.NewRelease;
import fr.forment.release.ReleaseService;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.session.EnrolmentService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.survey.Survey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The forms of Tasklist send whatever is put into them: what is somebody else's is refused in French, without its name,
 * and the task stays.
 */
@HouseTest
@Tag("attack")
class ForeignFormsTest {

    /** Fields that may name something: each is put to something of elsewhere below. */
    private static final Set<String> NAMES = Set.of(
            "confirmDeparture.school",
            "declare.school",
            "engage.resourcePersonId",
            "settleRefusal.resourcePersonId",
            "settleCatchUp.resourcePersonId",
            "declareReady.accountsReady",
            "declareReady.networkReady",
            "answer.resourcePersonChoice",
            "answer.resourcePersonName",
            "answer.withSchools",
            "qualify.place",
            "decideDate.knownPlace",
            "decideDate.place",
            "decideDate.trainer");
    /**
     * Free texts, choices among the modules of the catalogue or the campaign's own questions, the number of a session
     * within its own plan.
     */
    private static final Set<String> TEXTS = Set.of(
            "declare.lastName",
            "qualify.tutorial",
            "declare.firstName",
            "declare.email",
            "settleOverdue.motive",
            "answer.reason",
            "answer.correction",
            "answer.rhythmOther",
            "answer.entWhich",
            "answer.otherNeed",
            "answer.waveReason",
            "answer.obstacleText",
            "answer.translationLanguages",
            "answer.priority1",
            "answer.priority2",
            "answer.priority3",
            "answer.ownText1",
            "answer.ownText2",
            "answer.ownText3",
            "answer.ownText4",
            "answer.ownText5",
            "answer.ownChoice1",
            "answer.ownChoice2",
            "answer.ownChoice3",
            "answer.ownChoice4",
            "answer.ownChoice5",
            "answer.ownChoices1",
            "answer.ownChoices2",
            "answer.ownChoices3",
            "answer.ownChoices4",
            "answer.ownChoices5",
            "decideClosing.reason",
            "reviewGrid.remarks",
            "approve.remarks",
            "comment.remark",
            "revise.note",
            "decideAfterRejection.motive",
            "decideNext.motive",
            "reportUse.difficulties",
            "reportUseLater.difficulties",
            "settleRefusal.motive",
            "settleCatchUp.motive",
            "settleTrainers.motive",
            "signBilan.causes",
            "signBilan.decision",
            "reviewNeed.choice",
            "reviewNeed.motive",
            "validateBilan.remarks",
            "qualify.time",
            "comment.about",
            "qualify.changes",
            "decideLow.newTime",
            "decideLow.motive",
            "decideDate.decision",
            "decideDate.motive",
            "decideDate.newTime",
            "declare.quotity",
            "answer.teamTotal");

    private static final Set<String> FIGURES = Set.of("number", "datetime", "checkbox");

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    Projects projects;

    @Autowired
    VagueService vagues;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Needs needs;

    @Autowired
    StaffService staff;

    @Autowired
    ReleaseService releases;

    @Autowired
    SessionService sessions;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    RoomService rooms;

    @Autowired
    JdbcClient jdbc;

    private Circo here;
    private Circo elsewhere;
    private Agent stranger;

    @BeforeEach
    void twoPlaces() {
        here = ground.circonscription(2);
        elsewhere = ground.circonscription(2);
        stranger = elsewhere.teachers().get(0);
    }

    @Test
    void everyFieldThatMayNameSomethingIsKnown() throws IOException {
        var unknown = new TreeSet<String>();
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            for (Path form :
                    forms.filter(file -> file.toString().endsWith(".form")).toList()) {
                fields(new ObjectMapper().readTree(form.toFile()))
                        .filter(field -> !FIGURES.contains(field.path("type").asText())
                                && field.path("values").isEmpty())
                        .map(field -> form.getFileName().toString().replace(".form", ".")
                                + field.path("key").asText())
                        .filter(field -> !NAMES.contains(field) && !TEXTS.contains(field))
                        .forEach(unknown::add);
            }
        }
        assertThat(unknown)
                .as("fields that take a text or a choice the server makes, and that nobody has put to a stranger's id")
                .isEmpty();
    }

    private static Stream<JsonNode> fields(JsonNode node) {
        return Stream.concat(
                node.has("key") ? Stream.of(node) : Stream.empty(),
                Stream.of(node.path("components"))
                        .flatMap(inner -> Stream.iterate(0, n -> n < inner.size(), n -> n + 1)
                                .map(inner::get))
                        .flatMap(ForeignFormsTest::fields));
    }

    @Test
    void aResourcePersonIsOfTheSchool() {
        stages.trainTrainers(here);
        Project project = stages.inFirstVague(here, 1);
        VagueSchool place = projects.place(project.id(), here.schools().get(0)).orElseThrow();
        TheCase theCase = driver.theCase("schoolOpening", place.id()).waitsAt("engage");
        for (String id : List.of(String.valueOf(stranger.id()), "-1", "0", "99999999999999999999", "abc")) {
            var form = new HashMap<>(stages.engagement(here, 0));
            form.put("resourcePersonId", id);
            refused(theCase.refuses("engage", form), "personne ressource");
        }
        vagues.trained(place.vagueId());
        theCase.fires("engagementOverdue").waitsAt("settleRefusal");
        ground.as(here.ien());
        refused(
                theCase.refuses(
                        "settleRefusal",
                        Map.of("choice", "RECHECK", "resourcePersonId", String.valueOf(stranger.id()))),
                "personne ressource");
        assertThat(projects.place(place.id()).orElseThrow().resourcePersonId()).isNull();
    }

    /** Of {@code settleCatchUp.resourcePersonId} too: the same rule answers, {@code CatchUpPathTest} asks it. */
    @Test
    void theCollectiviteDeclaresSchoolsOfItsVagueOnly() {
        stages.trainTrainers(here);
        Project project = stages.created(here, 1);
        stages.begin(project);
        long vague = projects.vagues(project.id()).get(0).id();
        TheCase theCase = driver.theCase("technicalReadiness", vague).waitsAt("declareReady");
        ground.as(here.dsi());
        for (String field : List.of("accountsReady", "networkReady")) {
            for (Object sent : List.of(
                    elsewhere.schools(),
                    elsewhere.schools().get(0),
                    "[\"" + here.schools().get(0) + "\",\""
                            + elsewhere.schools().get(0) + "\"]",
                    "<b>école</b>",
                    "' OR 1=1")) {
                refused(theCase.refuses("declareReady", Map.of(field, sent)), "parmi les écoles de la vague");
            }
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM school_readiness WHERE project_id = ?")
                        .param(project.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAnswerNamesItsOwnPeopleAndNeighbours() {
        Campaign campaign = campaigns.campaign(here, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 80);
        driver.runDue();
        Survey survey = campaigns.surveyOf(campaign, here.schools().get(0));
        TheCase theCase = driver.theCase("needsSurvey", survey.id());
        ground.as(here.directors().get(0));
        refused(theCase.refuses("answer", named("resourcePersonChoice", stranger.id())), "personne ressource");
        refused(theCase.refuses("answer", named("resourcePersonChoice", "99999999999999999999")), "personne ressource");
        refused(theCase.refuses("answer", named("resourcePersonName", stranger.fullName())), "personne ressource");
        refused(
                theCase.refuses(
                        "answer",
                        NeedsGround.answerWith(
                                "withSchools", "[\"" + elsewhere.schools().get(0) + "\"]")),
                "");
        refused(
                theCase.refuses(
                        "answer",
                        NeedsGround.answerWith(
                                "withSchools",
                                "[\"" + here.schools().get(1) + "\",\""
                                        + elsewhere.schools().get(0) + "\"]")),
                "");
        var beside = NeedsGround.answerWith("resourcePersonId", stranger.id());
        theCase.completes("answer", beside);
        assertThat(needs.answer(survey.id()).orElseThrow().answers().resourcePersonId())
                .as("a field the form does not have")
                .isNull();
    }

    private static Map<String, Object> named(String field, Object value) {
        var answer = NeedsGround.answerWith("hasResourcePerson", "yes");
        answer.put("resourcePersonConsent", true);
        answer.put(field, value);
        return answer;
    }

    @Test
    void whoMovesGoesToASchoolOfTheCirconscription() {
        Agent gone = here.teachers().get(0);
        staff.markMissing(List.of(gone.id()), LocalDate.of(2026, 9, 1));
        driver.runDue();
        long departure = jdbc.sql("SELECT id FROM departure WHERE agent_id = ?")
                .param(gone.id())
                .query(Long.class)
                .single();
        ground.as(here.directors().get(0));
        TheCase theCase = driver.theCase("departure", departure).waitsAt("confirmDeparture");
        refused(
                theCase.refuses(
                        "confirmDeparture",
                        Map.of(
                                "answer",
                                "MUTE",
                                "day",
                                "2026-09-01",
                                "school",
                                elsewhere.schools().get(0))),
                "Aucune école de la circonscription");
    }

    @Test
    void anArrivalIsDeclaredInASchoolOfOnesOwn() {
        Map<String, Object> form = Map.of(
                "lastName",
                "Nouvelle",
                "firstName",
                "Anne",
                "email",
                here.uai() + ".n@exemple.invalid",
                "agentFunction",
                "ADJOINT",
                "quotity",
                "100",
                "takenUpOn",
                "2026-09-01",
                "entExperience",
                "NON",
                "school",
                elsewhere.schools().get(0));
        for (Agent who : List.of(here.erun(), here.directors().get(0))) {
            ground.as(who);
            refused(driver.refusesToStart("arrivalDeclaration", form), "Aucune de vos écoles");
        }
        ground.as(here.ien());
        refused(driver.refusesToStart("arrivalDeclaration", form), "Seules les directions");
    }

    @Test
    void anUpdateSessionTakesPlaceAmongOnesOwn() {
        ground.as(here.erun());
        long release = releases.declare(new NewRelease(
                        here.uai(), "7." + here.uai(), LocalDate.of(2026, 9, 20), "Des menus", Set.of("PEDA-1"), null))
                .id();
        driver.runDue();
        TheCase theCase = driver.theCase("entRelease", release).waitsAt("qualify");
        Map<String, String> form = Map.of(
                "need",
                "FORMATION",
                "changes",
                "Les menus",
                "day",
                "2026-10-06",
                "time",
                "13:30",
                "place",
                elsewhere.schools().get(0),
                "trainer",
                "FOURNISSEUR");
        refused(theCase.refuses("qualify", form), "école de la circonscription");
    }

    @Test
    void aSessionIsCompletedWithPeopleAndRoomsOfOnesOwn() {
        ground.as(elsewhere.ien());
        long room = rooms.add(
                new Room(0, 0, elsewhere.uai(), "Salle des fêtes", null, "Bruz", 40, null, null, null, null, null));
        ground.as(here.ien());
        long session = sessions.open(new NewSession(
                        here.uai(),
                        null,
                        "PRES-ECOLE",
                        SessionGround.WEDNESDAY,
                        90,
                        "Redon",
                        Format.PRESENTIEL,
                        10,
                        1,
                        TrainerKind.EQUIPE_CIRCONSCRIPTION,
                        null,
                        false))
                .id();
        enrolments.enrol(session, here.teachers().get(0).id(), null);
        TheCase theCase = driver.theCase("trainingSession", session)
                .fires("cutOffReached")
                .waitsAt("prepare", "decideDate");
        Map.of(
                        "knownPlace", String.valueOf(room),
                        "trainer", String.valueOf(elsewhere.erun().id()),
                        "place", elsewhere.schools().get(0))
                .forEach((field, foreign) -> refused(
                        theCase.refuses("decideDate", Map.of("decision", "COMPLETER", field, foreign)),
                        field.equals("place") ? "la salle avec sa commune" : "la liste"));
    }

    private void refused(String sentence, String about) {
        assertThat(sentence)
                .contains(about)
                .isNotBlank()
                .doesNotContain(stranger.lastName())
                .doesNotContain("École d'essai")
                .doesNotContain("Essai " + elsewhere.uai());
    }
}
