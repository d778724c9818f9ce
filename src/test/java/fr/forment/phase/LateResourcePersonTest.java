package fr.forment.phase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.project.OpeningDates;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.LineLookService;
import fr.forment.waiting.PlaceRequest;
import fr.forment.waiting.RequestOrigin;
import fr.forment.waiting.WaitingGround;
import fr.forment.waiting.WaitingLines;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A director names the resource person after the sessions of the vague have opened: nobody is forgotten. */
@HouseTest
class LateResourcePersonTest {

    private static final String MODULE = "RES-ECOLE";

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    Projects projects;

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    WaitingLines lines;

    @Autowired
    WaitingGround waiting;

    @Autowired
    LineLookService looks;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    OpeningDates dates;

    private Circo circo;
    private Project project;
    private Agent named;

    @BeforeEach
    void sessionsOfTheVagueHaveOpened() {
        circo = ground.circonscription(2);
        stages.trainTrainers(circo);
        project = stages.inFirstVague(circo, 1);
        named = circo.teachers().get(0);
    }

    private void theDirectorNames() {
        long place = projects.place(project.id(), circo.schools().get(0))
                .orElseThrow()
                .id();
        driver.theCase("schoolOpening", place).completes("engage", stages.engagement(circo, 0));
    }

    private TrainingSession session(int capacity) {
        return service.open(new NewSession(
                circo.uai(),
                null,
                MODULE,
                SessionGround.WEDNESDAY,
                60,
                "Mairie",
                Format.PRESENTIEL,
                capacity,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                circo.erun().id(),
                false));
    }

    @Test
    void aPlaceOfTheNextSessionIsTheirs() {
        TrainingSession next = session(5);

        theDirectorNames();

        assertThat(sessions.ofAgent(named.id())).extracting(TrainingSession::id).contains(next.id());
        assertThat(lines.ofAgent(named.id()))
                .filteredOn(request -> request.moduleCode().equals(MODULE))
                .isEmpty();
    }

    /** A school that opens in June is asked in September: both questions would come within a week. */
    @Test
    void theSecondQuestionOnTheUseLeavesTheFirstItsTime() {
        LocalDate june = LocalDate.of(2027, 6, 11);
        LocalDate first = dates.after(project, june, 30);
        assertThat(first).isAfterOrEqualTo(LocalDate.of(2027, 9, 1));
        assertThat(dates.after(project, june, 90)).isAfterOrEqualTo(first.plusWeeks(4));
        assertThat(dates.after(project, LocalDate.of(2026, 9, 7), 90))
                .as("where no summer lies between, ninety days are ninety days")
                .isEqualTo(LocalDate.of(2026, 12, 7));
    }

    /** Of a plan: what is asked of a school is pressed for before its vague's first session, not before its opening. */
    @Test
    void remindersCountFromTheFirstSessionOfTheVague() {
        Circo other = ground.circonscription(1);
        ApprovedPlanGround.Planned planned = plans.plan(other, "FORMATEURS");
        LocalDate first = LocalDate.of(2026, 11, 18);
        plans.line(
                planned,
                1,
                "VAGUE",
                MODULE,
                first,
                LocalTime.of(14, 0),
                60,
                20,
                other.cpc().id(),
                List.of("PERSONNE_RESSOURCE"),
                Map.of(other.schools().get(0), 1));
        long place = projects.place(planned.projectId(), other.schools().get(0))
                .orElseThrow()
                .id();

        assertThat(dates.engagementReminder(place, 1)).isBefore(first).isAfter(LocalDate.of(2026, 10, 1));
        assertThat(dates.engagementReminder(place, 2)).isBefore(first).isAfter(dates.engagementReminder(place, 1));
        assertThat(dates.reminder(place, 3)).as("the opening keeps its own").isAfter(dates.opening(place));
    }

    @Test
    void withoutASessionTheyWaitInTheLineAndBothAreTold() {
        theDirectorNames();

        assertThat(lines.ofAgent(named.id()))
                .filteredOn(request -> request.moduleCode().equals(MODULE))
                .hasSize(1)
                .allSatisfy(request -> assertThat(request.isActive()).isTrue())
                .extracting(PlaceRequest::origin)
                .containsExactly(RequestOrigin.OUVERTURE);
        assertThat(waiting.letters(named))
                .filteredOn(mail -> mail.template().equals("waiting/named"))
                .singleElement()
                .extracting(QueuedMail::bodyText)
                .asString()
                .contains("personne ressource", "liste d'attente");
        assertThat(waiting.letters(circo.directors().get(0)))
                .filteredOn(mail -> mail.template().equals("waiting/namedTold"))
                .singleElement()
                .extracting(QueuedMail::bodyText)
                .asString()
                .contains(named.fullName());
        TrainingSession later = session(5);
        looks.round();
        assertThat(waiting.open(later).agentId())
                .as("the first place that comes is proposed")
                .isEqualTo(named.id());
    }
}
