package fr.forment.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.Refusal;
import fr.forment.grid.GridFigures;
import fr.forment.grid.GridFilter;
import fr.forment.survey.Survey;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nobody is asked, reminded or counted twice, and nobody is left out: whoever acts at once, and wherever the machine
 * stops.
 */
@HouseTest
class CampaignScaleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 9, 30);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    LaunchService launch;

    @Autowired
    ReminderService reminders;

    @Autowired
    CampaignCourseService course;

    @Autowired
    Needs needs;

    @Autowired
    GridFigures gridFigures;

    @Autowired
    SchoolCalendar calendar;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Value("${forment.needs.chunk}")
    int chunk;

    @Autowired
    FormService forms;

    TestGround.Circo circo;
    Campaign campaign;

    /** A campaign whose opening job has not run yet. */
    private void planned(int schools) {
        circo = ground.circonscription(schools);
        campaign = campaigns.campaign(circo, TODAY, DEADLINE, 80);
    }

    private void everySchoolIsAskedOnce() {
        assertThat(needs.surveys(campaign.id()))
                .extracting(Survey::schoolUai)
                .containsExactlyInAnyOrderElementsOf(circo.schools());
        assertThat(driver.running())
                .filteredOn(running -> running.startsWith("needsSurvey:"))
                .hasSize(circo.schools().size())
                .doesNotHaveDuplicates();
        needs.surveys(campaign.id()).forEach(survey -> assertThat(campaigns.letters("invite:" + survey.id()))
                .hasSize(1));
        assertThat(needs.rate(campaign.id()).expected())
                .isEqualTo(circo.schools().size());
    }

    private static <T> List<T> together(List<Callable<T>> acts) throws Exception {
        var pool = Executors.newFixedThreadPool(acts.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(acts)) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void goesOnWhereItWasCutOffAtEachChunk() {
        planned(2 * chunk + 1);
        boolean left = true;
        int chunks = 0;
        while (left) {
            int before = needs.surveys(campaign.id()).size();
            int running = driver.running().size();
            transaction.executeWithoutResult(cut -> {
                launch.openSurveys(campaign.id());
                cut.setRollbackOnly();
            });
            assertThat(needs.surveys(campaign.id()))
                    .as("a chunk cut off leaves nothing behind")
                    .hasSize(before);
            assertThat(driver.running()).hasSize(running);
            left = launch.openSurveys(campaign.id());
            chunks++;
        }
        assertThat(chunks).isEqualTo(3);
        everySchoolIsAskedOnce();
        driver.theCase("needsCampaign", campaign.id()).waitsAt("waitForAnswers");
        everySchoolIsAskedOnce();
    }

    @Test
    void isLaunchedOnceWhenTwoLaunchAtOnce() throws Exception {
        planned(3 * chunk + 1);
        Callable<Boolean> open = () -> {
            while (launch.openSurveys(campaign.id())) {
                Thread.yield();
            }
            return true;
        };
        together(List.of(open, open));
        everySchoolIsAskedOnce();
    }

    @Test
    void remindsOnceWhenTwoRemindAtOnce() throws Exception {
        planned(2 * chunk);
        driver.theCase("needsCampaign", campaign.id()).waitsAt("waitForAnswers");
        driver.travelTo(LocalDate.of(2026, 9, 9));
        Callable<ReminderService.Outcome> remind = () -> reminders.remind(campaign.id());
        List<ReminderService.Outcome> outcomes = together(List.of(remind, remind));
        assertThat(outcomes).extracting(ReminderService.Outcome::written).containsExactlyInAnyOrder(2 * chunk, 0);
        assertThat(outcomes).extracting(ReminderService.Outcome::rested).containsExactlyInAnyOrder(0, 2 * chunk);
        needs.surveys(campaign.id()).forEach(survey -> assertThat(campaigns.letters("remind:" + survey.id()))
                .hasSize(1));
    }

    @Test
    void countsEachAnswerThatComesWhileItCloses() throws Exception {
        planned(12);
        TheCase theCase = driver.theCase("needsCampaign", campaign.id())
                .fires("deadlinePassed")
                .waitsAt("decideClosing");
        List<String> openForms = IntStream.range(0, 8)
                .mapToObj(i -> driver.theCase(
                                "needsSurvey",
                                campaigns
                                        .surveyOf(campaign, circo.schools().get(i))
                                        .id())
                        .taskId("answer"))
                .toList();
        List<Callable<Boolean>> acts = new ArrayList<>();
        openForms.forEach(each -> acts.add(() -> {
            try {
                forms.submitTaskForm(each, NeedsGround.goodAnswer());
                return true;
            } catch (RuntimeException tooLate) {
                return false;
            }
        }));
        acts.add(() -> {
            theCase.submits("decideClosing", java.util.Map.of("decision", "CLOSE", "reason", "Assez attendu"));
            driver.runDue();
            return true;
        });
        List<Boolean> done = together(acts);
        driver.runDue();
        theCase.waitsAt("reviewGrid");
        long answered = done.subList(0, 8).stream().filter(each -> each).count();
        assertThat(needs.surveys(campaign.id())).filteredOn(Survey::isAnswered).hasSize((int) answered);
        assertThat(needs.answers(campaign.id())).hasSize((int) answered);
        assertThat(needs.rate(campaign.id()).answered()).isEqualTo((int) answered);
        assertThat(gridFigures.schools(campaign.id(), GridFilter.ALL, 0, Integer.MAX_VALUE))
                .filteredOn(school -> !school.estimated())
                .as("what was accepted stands in the grid")
                .hasSize((int) answered);
        assertThat(needs.surveys(campaign.id())).noneMatch(Survey::isSilent);
    }

    /** Random days, answers, clicks, pauses and extensions. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void leavesEverySchoolFiveSchoolDaysBetweenLettersWhateverHappens(long seed) {
        var chance = new Random(seed);
        planned(4);
        driver.theCase("needsCampaign", campaign.id());
        LocalDateTime moment = TODAY.atTime(9, 0);
        for (int step = 0; step < 14; step++) {
            moment = moment.plusHours(6 + chance.nextInt(96));
            driver.travelTo(moment);
            act(chance);
            driver.runDue();
            assertThat(driver.incidents()).as("seed " + seed + ", " + moment).isEmpty();
        }
        for (Survey survey : needs.surveys(campaign.id())) {
            List<LocalDate> days = campaigns.departures(survey);
            for (int i = 1; i < days.size(); i++) {
                assertThat(calendar.isSchoolDay(Zone.B, days.get(i))).isTrue();
                assertThat(calendar.between(Zone.B, days.get(i - 1), days.get(i)))
                        .as("seed " + seed + ", " + days)
                        .isGreaterThanOrEqualTo(5);
            }
            assertThat(campaigns.tooEarly("needsCampaign:remind:" + survey.id() + ":", days))
                    .as("mails leave on the days noted")
                    .isEmpty();
        }
    }

    private void act(Random chance) {
        List<Survey> surveys = needs.surveys(campaign.id());
        Survey any = surveys.get(chance.nextInt(surveys.size()));
        try {
            switch (chance.nextInt(6)) {
                case 0 -> driver.theCase("needsSurvey", any.id()).submits("answer", NeedsGround.goodAnswer());
                case 1 ->
                    course.extend(
                            campaign.id(),
                            needs.find(campaign.id())
                                    .orElseThrow()
                                    .deadline()
                                    .plusDays(3 + chance.nextInt(9))
                                    .toString(),
                            null);
                case 2 -> course.pause(campaign.id(), "essai");
                case 3 -> course.resume(campaign.id(), null);
                default ->
                    reminders.remind(
                            campaign.id(),
                            surveys.stream()
                                    .map(Survey::id)
                                    .filter(id -> chance.nextBoolean())
                                    .toList());
            }
        } catch (Refusal | AssertionError notNow) {
            return; // a "no" is an answer too: the days between letters are what is asked here
        } catch (RuntimeException wrapped) {
            if (!String.valueOf(wrapped).contains("⟦")) {
                throw wrapped;
            }
        }
    }
}
