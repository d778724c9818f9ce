package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.resource.ResourceChanged;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.halfday.StandInService;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What happens on the second date of a session, or to who stands in that day, hits it like the first. */
@HouseTest
@Tag("attack")
class SeveralDatesTest extends ToldSession {

    private static final LocalDate SECOND = WEDNESDAY.plusWeeks(1);

    @Autowired
    StandInService standIns;

    @Autowired
    SessionHalfDays halfDays;

    @Autowired
    HitSessions hits;

    @Autowired
    RecheckService recheck;

    private Agent standIn;

    @BeforeEach
    void spread() throws Exception {
        standIn = circo.erun();
        assertThat(visitor.refused(circo.ien(), onBoth(String.valueOf(standIn.id()))))
                .isEmpty();
        driver.runDue();
    }

    @Test
    void theAbsenceOfWhoStandsInIsSeenAndThatOfTheReplacedIsNot() throws Exception {
        assertThat(found("ABSENCE", "&qui=" + standIn.id(), SECOND))
                .contains("1 session touchée", "Le formateur n'est pas disponible", "plusieurs dates")
                .contains(French.day(SECOND) + ", de 14 h à 15 h 30", standIn.fullName());
        assertThat(found("ABSENCE", "&qui=" + standIn.id(), WEDNESDAY))
                .as("the day he gives nothing")
                .contains("Aucune session");
        assertThat(found("ABSENCE", "&qui=" + circo.cpc().id(), SECOND))
                .as("replaced that day")
                .contains("Aucune session");
        assertThat(found("ABSENCE", "&qui=" + circo.cpc().id(), WEDNESDAY)).contains("1 session touchée");
    }

    @Test
    void snowAStrikeAndALostRoomOnTheSecondDateAreSeen() throws Exception {
        assertThat(found("FERMETURE", "&ecoles=toutes", SECOND)).contains("1 session touchée", French.day(SECOND));
        assertThat(found("GREVE", "&qui=" + standIn.id(), SECOND)).contains("1 session touchée");
        assertThat(found("SALLE", "&lieu=" + session.place(), SECOND)).contains("1 session touchée");
        assertThat(found("SALLE", "&lieu=" + session.place(), SECOND.plusDays(1)))
                .contains("Aucune session");
        assertThat(found("FERMETURE", "&ecoles=toutes", WEDNESDAY.plusDays(2)))
                .as("between them nobody is there")
                .contains("Aucune session");
    }

    /** What people write down among the resources: by itself, in the background. */
    @Test
    void aResourceThatChangesIsLookedAtForWhoStandsIn() {
        jdbc.sql("INSERT INTO trainer_absence (agent_id, from_day, until_day) VALUES (?, ?, ?)")
                .params(standIn.id(), SECOND, SECOND)
                .update();
        transaction.executeWithoutResult(done -> recheck.on(new ResourceChanged(
                ResourceChanged.Kind.ABSENCE, standIn.id(), null, null, circo.uai(), SECOND, SECOND)));
        while (recheck.next().isPresent()) {
            recheck.look(recheck.next().orElseThrow());
        }
        assertThat(hits.ofSession(session.id())).hasValueSatisfying(hit -> {
            assertThat(hit.heldOn()).isEqualTo(SECOND);
            assertThat(hit.why()).contains(French.day(SECOND));
        });
    }

    /** A school that leaves takes its people out, whatever the dates. */
    @Test
    void aSchoolThatLeavesTakesItsPeopleOut() throws Exception {
        assertThat(found("DEPART", "&ecole=" + circo.schools().get(0), null)).contains("n'a plus lieu d'être");
    }

    /** The people stay convoked to the dates they know; who comes instead reads it once a person lets the letter go. */
    @Test
    void whoStandsInIsReplacedAndOnlyThePeopleConcernedGetALetterThatWaits() throws Exception {
        String page = page("ABSENCE", "&qui=" + standIn.id(), SECOND);
        String proposed = visitor.page(circo.ien(), page)
                .select("section[aria-labelledby=plusieurs-dates] li li")
                .text();
        assertThat(proposed).startsWith(French.day(SECOND)).contains("devient").doesNotContain(French.day(WEDNESDAY));
        change(circo.ien(), page);
        List<HalfDay> now = halfDays.of(sessions.find(session.id()).orElseThrow());
        assertThat(now).hasSize(2);
        assertThat(now.get(0).startsAt()).isEqualTo(WEDNESDAY.atTime(14, 0));
        assertThat(now.get(0).trainerId()).isNull();
        assertThat(now.get(1).startsAt()).isEqualTo(SECOND.atTime(14, 0));
        assertThat(now.get(1).trainerId()).isNotEqualTo(standIn.id());
        long bundle = bundles.madeFor("/plans/" + plan.planId()).get(0).id();
        assertThat(recipients(bundle, "HELD"))
                .contains(standIn.email())
                .doesNotContain(circo.teachers().get(0).email());
        assertThat(found("RESSOURCES", "", null)).contains("Aucune session");
    }

    @Test
    void aSnowDayMovesTheHalfDayItFallsOnAndNoOther() throws Exception {
        change(circo.ien(), page("FERMETURE", "&ecoles=toutes&motif=Neige", SECOND));
        List<HalfDay> now = halfDays.of(sessions.find(session.id()).orElseThrow());
        assertThat(now).hasSize(2);
        assertThat(now).extracting(HalfDay::minutes).containsOnly(90);
        assertThat(now)
                .extracting(half -> half.startsAt().toLocalDate())
                .contains(WEDNESDAY)
                .doesNotContain(SECOND);
        long bundle = bundles.madeFor("/plans/" + plan.planId()).get(0).id();
        assertThat(recipients(bundle, "HELD"))
                .contains(circo.teachers().get(0).email(), circo.cpc().email());
        assertThat(recipients(bundle, "QUEUED")).isEmpty();
        assertThat(sessions.enrolments(session.id()))
                .allMatch(row -> row.state().isActive());
        assertThat(found("RESSOURCES", "", null)).contains("Aucune session");
        assertThat(driver.incidents()).isEmpty();
    }

    /**
     * Its first date is over: what is still to come moves, everybody keeps his place, and its end is waited for anew.
     */
    @Test
    void aSnowDayOnTheSecondDateOfASessionUnderWayMovesThatDateAlone() throws Exception {
        driver.travelTo(WEDNESDAY.plusDays(1).atTime(8, 0));
        assertThat(now().state()).isEqualTo(SessionState.EN_COURS);
        List<EnrolmentState> before =
                sessions.enrolments(session.id()).stream().map(Enrolment::state).toList();

        change(circo.ien(), page("FERMETURE", "&ecoles=toutes&motif=Neige", SECOND));
        List<HalfDay> dates = halfDays.of(now());
        assertThat(dates).hasSize(2);
        assertThat(dates.get(0).startsAt()).isEqualTo(WEDNESDAY.atTime(14, 0));
        assertThat(dates.get(1).minutes()).isEqualTo(90);
        assertThat(dates.get(1).startsAt().toLocalDate()).isAfter(SECOND);
        assertThat(now().state()).isEqualTo(SessionState.EN_COURS);
        assertThat(sessions.enrolments(session.id()))
                .extracting(Enrolment::state)
                .isEqualTo(before);
        long bundle = bundles.madeFor("/plans/" + plan.planId()).get(0).id();
        assertThat(recipients(bundle, "HELD")).contains(circo.teachers().get(0).email());
        assertThat(jdbc.sql("SELECT body_text FROM outbox_mail WHERE bundle_id = ? AND to_address = ?")
                        .params(bundle, circo.teachers().get(0).email())
                        .query(String.class)
                        .list())
                .anyMatch(
                        text -> text.contains(French.day(dates.get(1).startsAt().toLocalDate())));
        assertThat(found("RESSOURCES", "", null)).contains("Aucune session");

        driver.travelTo(SECOND.atTime(23, 0));
        assertThat(now().state()).as("its old end is over").isEqualTo(SessionState.EN_COURS);
        driver.travelTo(dates.get(1).endsAt().plusHours(1));
        assertThat(now().state()).isEqualTo(SessionState.A_EMARGER);
        assertThat(driver.incidents()).isEmpty();
    }

    /** The page of its dates does the same, for a session of a plan or of none. */
    @Test
    void whatIsToComeOfASessionUnderWayMovesOnThePageOfItsDates() throws Exception {
        driver.travelTo(WEDNESDAY.plusDays(1).atTime(8, 0));
        assertThat(now().state()).isEqualTo(SessionState.EN_COURS);
        LocalDate later = SECOND.plusWeeks(1);
        assertThat(visitor.refused(circo.ien(), underWay(WEDNESDAY.plusDays(5), later)))
                .contains("demi-journées passées ne changent plus");
        assertThat(halfDays.of(now())).extracting(HalfDay::startsAt).contains(SECOND.atTime(14, 0));

        assertThat(visitor.refused(circo.ien(), underWay(WEDNESDAY, later))).isEmpty();
        assertThat(halfDays.of(now()))
                .extracting(HalfDay::startsAt)
                .containsExactly(WEDNESDAY.atTime(14, 0), later.atTime(14, 0));
        assertThat(now().state()).isEqualTo(SessionState.EN_COURS);
        driver.travelTo(SECOND.atTime(23, 0));
        assertThat(now().state()).as("its old end is over").isEqualTo(SessionState.EN_COURS);
        driver.travelTo(later.atTime(23, 0));
        assertThat(now().state()).isEqualTo(SessionState.A_EMARGER);
        assertThat(visitor.page(circo.ien(), "/sessions/" + session.id() + "/dates")
                        .select("input[name=jour]"))
                .isEmpty();
    }

    private MockHttpServletRequestBuilder underWay(LocalDate first, LocalDate second) throws Exception {
        String page = "/sessions/" + session.id() + "/dates";
        var request = post(page)
                .param(
                        "vu",
                        visitor.page(circo.ien(), page).select("input[name=vu]").attr("value"))
                .param("motive", "Salle prise");
        for (LocalDate day : List.of(first, second)) {
            request.param("jour", day.toString())
                    .param("debut", "14:00")
                    .param("fin", "15:30")
                    .param("formateur", day.equals(second) ? String.valueOf(standIn.id()) : "");
        }
        return request;
    }

    private TrainingSession now() {
        return sessions.find(session.id()).orElseThrow();
    }

    /** The room is lost from the second date on: the session stays together, in one place. */
    @Test
    void aLostRoomLeavesTheSessionInOnePlace() throws Exception {
        String lost = session.place();
        change(circo.ien(), page("SALLE", "&lieu=" + lost, SECOND));
        var now = sessions.find(session.id()).orElseThrow();
        assertThat(now.place().equals(lost))
                .as("another room, or all dates while this one is there: " + now.place() + halfDays.of(now))
                .isEqualTo(halfDays.of(now).stream()
                        .allMatch(half -> half.startsAt().toLocalDate().isBefore(SECOND)));
        assertThat(found("RESSOURCES", "", null)).contains("Aucune session");
    }

    @Test
    void aDateBeyondTheToleranceIsForTheInspectorToChange() throws Exception {
        String page = page("FERMETURE", "&ecoles=toutes&motif=Neige", WEDNESDAY, SECOND);
        Document shown = visitor.page(circo.erun(), page);
        assertThat(shown.select("#decider ~ p").text()).contains("demandent une décision de l'IEN");
        assertThat(shown.select("button[value=demi-journees]")).isEmpty();
        assertThat(visitor.refused(circo.erun(), gesture(shown, page))).contains("tolérance");
        assertThat(halfDays.of(sessions.find(session.id()).orElseThrow()))
                .extracting(half -> half.startsAt().toLocalDate())
                .containsExactly(WEDNESDAY, SECOND);
    }

    /** A button that would be refused is not shown; the page says who decides instead. */
    @Test
    void whatIsOfferedToTheTeamIsNotRefusedByTheTolerance() throws Exception {
        String page = page("ABSENCE", "&qui=" + standIn.id(), SECOND);
        Document shown = visitor.page(circo.erun(), page);
        boolean offered = !shown.select("button[value=demi-journees]").isEmpty();
        String refused = visitor.refused(circo.erun(), gesture(shown, page));
        assertThat(refused.isEmpty()).as(refused).isEqualTo(offered);
    }

    @Test
    void whoDecidesOnWhatHasChangedMeanwhileIsTold() throws Exception {
        String page = page("ABSENCE", "&qui=" + standIn.id(), SECOND);
        Document shown = visitor.page(circo.ien(), page);
        change(circo.ien(), page);
        List<HalfDay> after = halfDays.of(sessions.find(session.id()).orElseThrow());
        assertThat(visitor.refused(circo.ien(), gesture(shown, page))).contains("ont changé depuis l'affichage");
        assertThat(halfDays.of(sessions.find(session.id()).orElseThrow())).isEqualTo(after);
    }

    private void change(Agent who, String page) throws Exception {
        assertThat(visitor.refused(who, gesture(visitor.page(who, page), page))).isEmpty();
        driver.runDue();
    }

    private static MockHttpServletRequestBuilder gesture(Document shown, String page) {
        return post(page)
                .param("vu", shown.select("input[name=vu]").attr("value"))
                .param("geste", "demi-journees");
    }

    private String page(String what, String who, LocalDate... days) {
        return "/plans/" + plan.planId() + "/evenement?quoi=" + what + who + "&du=" + days[0] + "&au="
                + days[days.length - 1];
    }

    private String found(String what, String who, LocalDate day) throws Exception {
        String days = day == null ? "" : "&du=" + day + "&au=" + day;
        Document page = visitor.page(circo.ien(), "/plans/" + plan.planId() + "/evenement?quoi=" + what + who + days);
        return page.select("main").text();
    }

    private MockHttpServletRequestBuilder onBoth(String trainerOfTheSecond) throws Exception {
        String page = "/sessions/" + session.id() + "/dates";
        var form = post(page)
                .param(
                        "vu",
                        visitor.page(circo.ien(), page).select("input[name=vu]").attr("value"))
                .param("motive", "Deux temps")
                .param("shortNotice", "true");
        for (var half : List.of(WEDNESDAY, SECOND)) {
            form.param("jour", half.toString()).param("debut", "14:00").param("fin", "15:30");
        }
        return form.param("formateur", "", trainerOfTheSecond);
    }
}
