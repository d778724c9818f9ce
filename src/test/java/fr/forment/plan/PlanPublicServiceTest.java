package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.plan.PlanPublicService.Guest;
import fr.forment.plan.feedback.SchoolFeedbacks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom a session of a version that is not decided on is for. */
@HouseTest
class PlanPublicServiceTest {

    @Autowired
    private PlanningGround ground;

    @Autowired
    private TestGround people;

    @Autowired
    private PlanService service;

    @Autowired
    private PlanPublicService publics;

    @Autowired
    private PlanEditingService editing;

    @Autowired
    private Plans plans;

    @Autowired
    private SchoolFeedbacks feedbacks;

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private JdbcClient jdbc;

    private PlanningGround.Case made;
    private long plan;
    private String first;
    private String second;
    private PlannedSession session;

    @BeforeEach
    void calculate() {
        made = ground.projectWithNeeds();
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
        people.as(made.circo().cpc());
        first = made.school(0);
        second = made.school(1);
        session = session();
    }

    private PlannedSession session() {
        return plans.sessions(plan).stream()
                .filter(each -> each.moduleCode().equals("PRES-ECOLE")
                        && Integer.valueOf(1).equals(each.vagueRank()))
                .findFirst()
                .orElseThrow();
    }

    private void invite(Map<String, Integer> seats) {
        publics.invite(plan, session.line(), seats, now -> {});
    }

    private void refuses(Map<String, Integer> seats, String message) {
        assertThatThrownBy(() -> invite(seats)).isInstanceOf(Refusal.class).hasMessageContaining(message);
        assertThat(session()).isEqualTo(session);
    }

    private List<Unplaced> unplaced() {
        return feedbacks.unplaced(plans.find(plan).orElseThrow(), plans.sessions(plan)).stream()
                .filter(each -> each.moduleCode().equals("PRES-ECOLE"))
                .toList();
    }

    @Test
    void aSchoolIsTakenAwayAndComesBack() {
        assertThat(session.seats()).containsOnlyKeys(first, second);
        assertThat(publics.guests(plan, session.line()))
                .containsExactlyInAnyOrder(new Guest(first, 3, 0, 0), new Guest(second, 3, 0, 0));

        invite(Map.of(second, 0));

        PlannedSession without = session();
        assertThat(without.line()).isEqualTo(session.line());
        assertThat(without.seats()).isEqualTo(Map.of(first, 3));
        assertThat(without.expected()).isEqualTo(3);
        assertThat(plans.pinned(plan)).contains(session.line());
        assertThat(publics.guests(plan, session.line())).contains(new Guest(second, 0, 3, 3));
        assertThat(plans.history(plan)).last().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("Personnes attendues modifiées");
            assertThat(entry.before()).contains(" : 3, ");
            assertThat(entry.after()).endsWith(" : 3");
        });

        invite(Map.of(second, 2));
        assertThat(session().seats()).isEqualTo(Map.of(first, 3, second, 2));
    }

    /** The session stands, has seats, and the page of means says the same as the page of why. */
    @Test
    void peopleWithoutASeatTakeAFreeOne() {
        invite(Map.of(second, 2));
        assertThat(unplaced())
                .singleElement()
                .extracting(Unplaced::people, Unplaced::others)
                .satisfies(said -> {
                    assertThat(said.get(0)).isEqualTo(1);
                    assertThat((String) said.get(1)).startsWith("une session de ce module a encore des places (");
                });

        assertThat(publics.join(plan, session.line(), Set.of(second))).isEqualTo(1);

        assertThat(session().seats()).isEqualTo(session.seats());
        assertThat(unplaced()).isEmpty();
        assertThatThrownBy(() -> publics.join(plan, session.line(), Set.of(second)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("personne ne peut plus la rejoindre");
    }

    @Test
    void nobodyComesWhoHasNoNeedNoHoursOrNoPlace() {
        refuses(Map.of(second, 4), "indiquez un nombre de 0 à 3");
        refuses(Map.of(made.school(2), 1), "indiquez un nombre de 0 à 0");
        refuses(Map.of(first, 0, second, 0), "Plus personne ne viendrait");
        invite(Map.of(second, 0));
        session = session();
        jdbc.sql("UPDATE planned_session SET capacity = 4 WHERE id = ?")
                .param(session.id())
                .update();
        session = session();
        refuses(Map.of(second, 3), "augmentez d'abord le nombre de places");
        made.circo().teachers().forEach(teacher -> jdbc.sql(
                        "INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state) VALUES (?, '2026-2027', 'ailleurs', 600, 'OUTSIDE')")
                .param(teacher.id())
                .update());
        made.circo().directors().forEach(director -> jdbc.sql(
                        "INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state) VALUES (?, '2026-2027', 'ailleurs', 600, 'OUTSIDE')")
                .param(director.id())
                .update());
        refuses(Map.of(second, 1), "assez d'heures");
    }

    @Test
    void parentsAndTrainersAreNotChosen() {
        PlannedSession trainers = plans.sessions(plan).stream()
                .filter(each -> each.phase() == Phase.FORMATEURS)
                .findFirst()
                .orElseThrow();
        assertThat(PlanPublicService.isChosen(trainers)).isFalse();
        assertThatThrownBy(() -> publics.guests(plan, trainers.line())).isInstanceOf(Refusal.class);
    }
}
