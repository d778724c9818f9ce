package fr.forment.attack.together;

import static fr.forment.attack.together.AtOnce.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.attack.Attack;
import fr.forment.charter.CharterService;
import fr.forment.charter.Charters;
import fr.forment.convocation.CalendarFeeds;
import fr.forment.family.SchoolMeeting;
import fr.forment.family.SchoolMeetings;
import fr.forment.people.Agent;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.Plan;
import fr.forment.plan.Plans;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Two at the same moment: what can be one is one, and where only one may win the other is told so. */
@HouseTest
@Tag("attack")
class TogetherTest {

    private static final int ROUNDS = Attack.rounds(4, 40);

    @Autowired
    Charters charters;

    @Autowired
    CharterService charter;

    @Autowired
    SchoolMeetings meetings;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    AmendmentService amendments;

    @Autowired
    Plans plans;

    @Autowired
    ApprovedPlanGround approved;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionHalfDays halfDays;

    @Autowired
    TestGround ground;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private Agent director;
    private String school;

    @BeforeEach
    void aPlace() {
        circo = ground.circonscription(ROUNDS);
        director = circo.directors().get(0);
        school = circo.schools().get(0);
    }

    @Test
    void oneNewVersionOfTheRules() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            long seen = charters.current(circo.uai()).id();
            String name = "Version " + round;
            oneIsTold(
                    "vient d'être publiée",
                    () -> visitor.refused(circo.ien(), publish(seen, name + " A")),
                    () -> visitor.refused(circo.ien(), publish(seen, name + " B")));
            assertThat(charters.versions(circo.uai())).hasSize(1 + round);
        }
    }

    @Test
    void acceptedInTwoWindowsIsAcceptedOnce() throws Exception {
        long version = charters.current(circo.uai()).id();
        for (Agent teacher : circo.teachers()) {
            Callable<Integer> window =
                    () -> visitor.as(teacher, accept(version)).getStatus();
            assertThat(together(window, window)).containsOnly(302);
            assertThat(charter.accepted(teacher.id())).isPresent();
        }
    }

    @Test
    void whoAcceptsWhileAnotherVersionIsPublishedIsAskedForThatOne() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Agent one = circo.teachers().get(2 * round);
            Agent other = circo.teachers().get(2 * round + 1);
            long seen = charters.current(circo.uai()).id();
            String name = "Version " + round;
            assertThat(together(
                            () -> visitor.as(one, accept(seen)).getStatus(),
                            () -> visitor.as(other, accept(seen)).getStatus(),
                            () -> visitor.as(circo.ien(), publish(seen, name)).getStatus()))
                    .containsOnly(302);
            assertThat(charters.current(circo.uai()).label()).isEqualTo(name);
            assertThat(List.of(one, other)).allSatisfy(teacher -> {
                assertThat(charter.accepted(teacher.id())).isEmpty();
                assertThat(charter.isAwaitedFrom(teacher.id())).isTrue();
            });
        }
    }

    @Test
    void papersCountedTwiceAreOneCount() throws Exception {
        long version = charters.current(circo.uai()).id();
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(together(
                            () -> visitor.as(director, count(version, "80", "70"))
                                    .getStatus(),
                            () -> visitor.as(circo.erun(), count(version, "90", "60"))
                                    .getStatus()))
                    .containsOnly(302);
            assertThat(charters.counts(version, List.of(school)).get(school))
                    .satisfies(count -> assertThat(List.of(count.signed(), count.images()))
                            .as("the numbers of one hand")
                            .isIn(List.of(80, 70), List.of(90, 60)));
        }
    }

    @Test
    void aMeetingIsOneAndCountedByOne() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            String place = "Préau " + round;
            Callable<String> announced = () -> visitor.refused(director, meeting("", place, ""));
            assertThat(together(announced, announced)).containsOnly("");
            assertThat(meetings.of(school)).hasSize(round);
            SchoolMeeting made = meetings.of(school).stream()
                    .filter(each -> each.place().equals(place))
                    .findFirst()
                    .orElseThrow();
            oneIsTold(
                    "vient d'être modifiée",
                    () -> visitor.refused(
                            director, meeting("/" + made.id(), place, "30").param("vu", "0")),
                    () -> visitor.refused(
                            director, meeting("/" + made.id(), place, "31").param("vu", "0")));
            assertThat(meetings.find(made.id()).orElseThrow().headCount()).isIn(30, 31);
        }
    }

    @Test
    void twoWhoOpenTheFamiliesOfASchoolFirstReadOneAddress() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String page = "/ecole/" + circo.schools().get(round) + "/familles";
            Agent direction = circo.directors().get(round);
            assertThat(together(
                            () -> visitor.as(direction, get(page)).getStatus(),
                            () -> visitor.as(circo.erun(), get(page)).getStatus()))
                    .containsOnly(200);
        }
    }

    @Test
    void aCalendarAskedForInTwoWindowsHasOneAddress() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Callable<Integer> window =
                    () -> visitor.as(director, post("/moi/agendas")).getStatus();
            assertThat(together(window, window)).containsOnly(302);
            assertThat(feeds.of(director.id())).hasSize(1);
        }
    }

    @Test
    void ofTwoWhoChangeTheDatesOneIsTold() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate first = SessionGround.WEDNESDAY.toLocalDate();
            Circo place = ground.circonscription(1);
            Agent erun = place.erun();
            TrainingSession session = some.session(place, 5, 1);
            String seen = visitor.shown(erun, "/sessions/" + session.id() + "/dates");
            oneIsTold(
                    "Quelqu'un",
                    () -> visitor.refused(erun, dates(session, seen, first, first.plusWeeks(2))),
                    () -> visitor.refused(erun, dates(session, seen, first, first.plusWeeks(3))));
            TrainingSession now = sessions.find(session.id()).orElseThrow();
            assertThat(now.endsAt().toLocalDate()).isIn(first.plusWeeks(2), first.plusWeeks(3));
            assertThat(halfDays.of(now)).hasSize(2).last().satisfies(half -> assertThat(half.endsAt())
                    .isEqualTo(now.endsAt()));
        }
    }

    @Test
    void ofTwoWhoAmendAPlanOneIsToldAndNoTwoAmendmentsHaveOneName() throws Exception {
        var plan = approved.plan(circo, "FORMATEURS");
        for (int round = 1; round <= ROUNDS; round++) {
            MockHttpServletRequestBuilder[] asked = new MockHttpServletRequestBuilder[2];
            for (int hand = 0; hand < 2; hand++) {
                asked[hand] = post("/plans/" + plan.planId() + "/avenant").param("reason", "Grève " + hand);
            }
            oneIsTold(
                    "déjà en préparation",
                    () -> visitor.refused(circo.erun(), asked[0]),
                    () -> visitor.refused(circo.cpc(), asked[1]));
            List<Plan> all = plans.ofProject(plan.projectId());
            assertThat(all).hasSize(1 + round).extracting(Plan::title).doesNotHaveDuplicates();
            Plan open = all.stream()
                    .filter(each -> each.state().isOpen())
                    .findFirst()
                    .orElseThrow();
            assertThat(open.title()).isEqualTo("Avenant n° " + round + ", version 1");
            amendments.abandon(open.id());
        }
    }

    /** One has it, the other reads why not. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static void oneIsTold(String how, Callable<String>... hands) throws Exception {
        List<String> answers = together(hands);
        assertThat(answers).filteredOn(String::isEmpty).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.contains(how)).hasSize(1);
    }

    private static MockHttpServletRequestBuilder accept(long version) {
        return post("/charte").param("vu", String.valueOf(version));
    }

    private MockHttpServletRequestBuilder publish(long seen, String name) {
        return post("/chartes/" + circo.uai())
                .param("vu", String.valueOf(seen))
                .param("nom", name)
                .param("texte", "Un seul point : " + name);
    }

    private MockHttpServletRequestBuilder count(long version, String signed, String images) {
        return post("/ecole/" + school + "/familles/charte")
                .param("vu", String.valueOf(version))
                .param("eleves", "110")
                .param("signees", signed)
                .param("images", images);
    }

    private MockHttpServletRequestBuilder meeting(String which, String place, String came) {
        return post("/ecole/" + school + "/familles/reunions" + which)
                .param("jour", "2026-09-01")
                .param("heure", "18 h")
                .param("lieu", place)
                .param("nombre", came);
    }

    private static MockHttpServletRequestBuilder dates(TrainingSession session, String seen, LocalDate... days) {
        MockHttpServletRequestBuilder request = post("/sessions/" + session.id() + "/dates")
                .param("motive", "Deux temps")
                .param("vu", seen);
        for (LocalDate day : days) {
            request.param("jour", day.toString())
                    .param("debut", "9 h")
                    .param("fin", "11 h")
                    .param("formateur", "");
        }
        return request;
    }
}
