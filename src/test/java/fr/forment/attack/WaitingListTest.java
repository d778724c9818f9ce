package fr.forment.attack;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.assertions.Ics;
import fr.forment.attendance.MarksService;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.hours.HoursLedger;
import fr.forment.hours.OutsideHours;
import fr.forment.hours.OutsideHoursService;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.NewSession;
import fr.forment.session.SessionDateService;
import fr.forment.session.SessionDepartureService;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.SwapService;
import fr.forment.session.TrainingSession;
import fr.forment.session.WaitingListService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who waits was written nothing, kept his row when all was over, and missed free places that others then took. */
@HouseTest
@Tag("attack")
class WaitingListTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionService service;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    SessionDateService dates;

    @Autowired
    SessionDepartureService departures;

    @Autowired
    SwapService swaps;

    @Autowired
    StaffService staff;

    @Autowired
    MarksService marks;

    @Autowired
    WaitingListService lists;

    @Autowired
    OutsideHoursService outside;

    @Autowired
    HoursLedger hours;

    @Autowired
    ProcessDriver driver;

    @Autowired
    MailBox box;

    @Autowired
    Visitor visitor;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Agent first;
    private Agent second;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(3);
        first = circo.teachers().get(0);
        second = circo.teachers().get(1);
    }

    @Test
    void whoIsPutInLineIsToldOnce() {
        TrainingSession session = some.session(circo, 1, 1);
        some.enrol(session, first);
        some.enrol(session, second);
        assertThatMails(letters(second))
                .isOne()
                .isAbout("Liste d'attente")
                .says("mercredi 18 novembre 2026")
                .doesNotSay("Vous êtes inscrit");
    }

    @Test
    void whoGetsThePlaceIsToldSoAndNotThatHeWaits() {
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment place = some.enrol(session, first);
        some.enrol(session, second);
        enrolments.decline(place.id(), first.id());
        assertThat(letters(second))
                .filteredOn(mail -> mail.state() == MailState.QUEUED)
                .singleElement()
                .satisfies(mail -> assertThat(mail).says("Une place s'est libérée"));
    }

    @Test
    void theLineEndsWithTheSessionHeldCancelledOrEmptyByOneLetter() {
        TrainingSession held = some.session(circo, 1, 1);
        TrainingSession empty = some.session(circo, SessionGround.WEDNESDAY.plusDays(1), 1, 1);
        TrainingSession cancelled = some.session(circo, SessionGround.WEDNESDAY.plusDays(30), 1, 1);
        Agent[] came = {first, circo.teachers().get(2), circo.teachers().get(4)};
        Agent[] waited = {second, circo.teachers().get(3), circo.teachers().get(5)};
        List<TrainingSession> all = List.of(held, empty, cancelled);
        for (int i = 0; i < 3; i++) {
            some.enrol(all.get(i), came[i]);
            some.enrol(all.get(i), waited[i]);
        }
        all.forEach(session -> driver.theCase("trainingSession", session.id()));
        driver.travelTo(SessionGround.WEDNESDAY.plusDays(1).plusHours(2));
        marks.allPresent(held.id(), 1);
        driver.theCase("trainingSession", held.id()).completes("mark", Map.of("confirmed", true));
        marks.record(
                empty.id(), 1, Map.of(row(empty, came[1]).id(), new MarksService.Mark(EnrolmentState.ABSENT, null)));
        driver.theCase("trainingSession", empty.id()).completes("mark", Map.of("confirmed", true));
        service.cancel(cancelled.id(), "Grève");
        driver.runDue();
        for (int i = 0; i < 3; i++) {
            Agent who = waited[i];
            assertThat(row(all.get(i), who).state().isActive())
                    .as(who.fullName())
                    .isFalse();
            assertThat(letters(who))
                    .filteredOn(mail -> mail.template().equals("session/noPlace"))
                    .as("%d", i)
                    .hasSize(1);
            assertThat(letters(who))
                    .as("nothing of a place or hours that never were")
                    .noneMatch(mail -> mail.template().equals("session/cancelled"));
        }
        assertThat(letters(waited[2])).anyMatch(mail -> mail.bodyText().contains("Grève"));
    }

    @Test
    void whoWaitsHearsOfANewDateAndOfBeingTakenOff() {
        TrainingSession session = some.session(circo, 1, 1);
        some.enrol(session, first);
        Enrolment waiting = some.enrol(session, second);
        driver.theCase("trainingSession", session.id());
        service.postpone(session.id(), SessionGround.WEDNESDAY.plusWeeks(1), null, "Neige");
        assertThatMails(letters(second)).some(mail -> mail.says("25 novembre 2026", "Neige", "liste d'attente"));
        assertThat(letters(second))
                .as("the date that is no more")
                .filteredOn(mail -> mail.state() == MailState.QUEUED)
                .noneMatch(mail -> mail.template().equals("session/waiting"));
        enrolments.remove(waiting.id(), "Doublon");
        assertThatMails(letters(second)).some(mail -> mail.says("Doublon").doesNotSay("Vous n'êtes plus inscrit"));
    }

    @Test
    void aMotiveAcceptedOnceCountsWhenAPlaceIsFree() {
        TrainingSession early = some.session(circo, SessionGround.WEDNESDAY.minusWeeks(2), 5, 1);
        TrainingSession late = some.session(circo, 1, 1);
        some.enrol(early, second);
        Enrolment place = some.enrol(late, first);
        Enrolment waiting = enrolments.enrol(late.id(), second.id(), "Préfère cette date");
        enrolments.decline(place.id(), first.id());
        assertThat(state(waiting)).isEqualTo(EnrolmentState.INSCRIT);
        assertThat(some.enrol(late, circo.teachers().get(2)).state())
                .as("the next comer")
                .isEqualTo(EnrolmentState.LISTE_ATTENTE);
    }

    @Test
    void soDoesOneGivenLaterToSomebodyWhoWaitsAlready() {
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment place = some.enrol(session, first);
        Enrolment waiting = some.enrol(session, second);
        transaction.executeWithoutResult(tx -> hours.plan(second.id(), "2026-2027", 330, "autre:1"));
        enrolments.decline(place.id(), first.id());
        assertThat(state(waiting)).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        assertThat(enrolments
                        .enrol(session.id(), second.id(), "Accord de l'IEN")
                        .state())
                .isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void enrollingByHandOrByChoiceServesWhoWaitsFirst() {
        TrainingSession session = some.session(circo, 2, 1);
        some.enrol(session, first);
        Enrolment place = some.enrol(session, circo.teachers().get(2));
        Enrolment waiting = some.enrol(session, second);
        transaction.executeWithoutResult(tx -> hours.plan(second.id(), "2026-2027", 330, "autre:2"));
        enrolments.decline(place.id(), null);
        assertThat(state(waiting)).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        jdbc.sql("DELETE FROM hours_entry WHERE agent_id = ? AND source_key = 'autre:2'")
                .param(second.id())
                .update(); // nobody says so
        assertThat(some.enrol(session, circo.teachers().get(3)).state()).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        assertThat(state(waiting)).isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void theListIsLookedAtAgainWhenTheOtherSessionIsCancelled() {
        TrainingSession other = some.session(circo, SessionGround.WEDNESDAY.minusWeeks(2), 5, 1);
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment waiting = inLineBehindAnObstacle(session, other);
        driver.theCase("trainingSession", other.id());
        service.cancel(other.id(), "Grève");
        driver.runDue();
        assertThat(state(waiting)).isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void andWhenThePersonLeavesTheOtherSession() {
        TrainingSession other = some.session(circo, SessionGround.WEDNESDAY.minusWeeks(2), 5, 1);
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment waiting = inLineBehindAnObstacle(session, other);
        enrolments.decline(row(other, second).id(), second.id());
        assertThat(state(waiting)).isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void andWhenHoursOutsideTheEntAreWithdrawn() {
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment place = some.enrol(session, first);
        Enrolment waiting = some.enrol(session, second);
        ground.as(circo.secretary());
        outside.add(second.id(), UUID.randomUUID(), new OutsideHours("Animation", LocalDate.of(2026, 9, 1), 300));
        enrolments.decline(place.id(), first.id());
        assertThat(state(waiting)).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        long entry = jdbc.sql("SELECT id FROM hours_entry WHERE agent_id = ? AND state = 'OUTSIDE'")
                .param(second.id())
                .query(Long.class)
                .single();
        int version = jdbc.sql("SELECT version FROM hours_entry WHERE id = ?")
                .param(entry)
                .query(Integer.class)
                .single();
        outside.withdraw(second.id(), entry, version);
        assertThat(state(waiting)).isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void andWhenATrainerIsFreeAgain() {
        Agent trainer = circo.cpc();
        TrainingSession same = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(2), 1, 1);
        TrainingSession session = service.open(new NewSession(
                circo.uai(),
                null,
                "SENS-CHGT",
                SessionGround.WEDNESDAY,
                60,
                "Mairie",
                Format.PRESENTIEL,
                1,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                circo.erun().id(),
                false));
        Enrolment place = some.enrol(session, first);
        Enrolment waiting = some.enrol(session, trainer);
        service.postpone(same.id(), SessionGround.WEDNESDAY, null, "Salle prise");
        enrolments.decline(place.id(), first.id());
        assertThat(state(waiting)).as("trains at that hour").isEqualTo(EnrolmentState.LISTE_ATTENTE);
        service.entrustTo(same.id(), null);
        assertThat(state(waiting)).isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void whatNobodyToldIsFoundByTheRound() {
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment place = some.enrol(session, first);
        Enrolment waiting = some.enrol(session, second);
        transaction.executeWithoutResult(tx -> hours.plan(second.id(), "2026-2027", 330, "autre:3"));
        enrolments.decline(place.id(), first.id());
        jdbc.sql("DELETE FROM hours_entry WHERE agent_id = ? AND source_key = 'autre:3'")
                .param(second.id())
                .update();
        lists.round();
        assertThat(state(waiting)).isEqualTo(EnrolmentState.INSCRIT);
        assertThat(some.writtenTo("enrol", waiting.id())).containsExactly(second.email());
    }

    @Test
    void theAgendaFileSaysWhatTheReaderIs() throws Exception {
        TrainingSession session = some.session(circo, 1, 1);
        String page = "/sessions/" + session.id();
        Enrolment place = some.enrol(session, first);
        Enrolment waiting = some.enrol(session, second);
        Ics enrolled = ics(first, session);
        assertThat(enrolled).isPublishedAs("CONFIRMED").takesTheReadersTime();
        Ics waits = ics(second, session);
        assertThat(waits).isPublishedAs("TENTATIVE");
        assertThat(visitor.page(second, page).select("a[href$=.ics]").text()).contains("liste d'attente");
        assertThat(ics(circo.directors().get(0), session)).isForInformation();
        assertThat(visitor.page(circo.directors().get(0), page)
                        .select("a[href$=.ics]")
                        .text())
                .doesNotContain("mon agenda");

        enrolments.decline(place.id(), first.id());
        Ics left = ics(first, session);
        assertThat(left).isCancelled().replaces(enrolled);
        assertThat(visitor.page(first, page).select("a[href$=.ics]").text()).contains("Retirer");
        assertThat(visitor.page(first, page).text()).contains("Empêchement signalé");
        Ics promoted = ics(second, session);
        assertThat(promoted).hasStatus("CONFIRMED").replaces(waits);

        Enrolment again = some.enrol(session, first);
        assertThat(again.state()).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        assertThat(ics(first, session))
                .as("a new row begins no lower")
                .hasStatus("TENTATIVE")
                .replaces(left);
        service.postpone(session.id(), SessionGround.WEDNESDAY.plusWeeks(1), null, "Neige");
        assertThat(ics(second, session)).replaces(promoted);
        enrolments.remove(waiting.id(), "Doublon");
        assertThat(ics(second, session)).hasMethod("CANCEL");
    }

    /** Departures come from lists and jobs too: one session without a date must not hold them up. */
    @Test
    void whileADateIsSoughtPeopleLeaveAndNobodyIsServed() throws Exception {
        TrainingSession session = some.session(circo, 4, 1);
        Agent removed = circo.teachers().get(2);
        Agent absent = circo.teachers().get(3);
        List.of(first, second, removed, absent).forEach(agent -> some.enrol(session, agent));
        Enrolment waiting = some.enrol(session, circo.teachers().get(4));
        dates.ask(session.id());
        assertThat(visitor.page(first, "/sessions/" + session.id()).select("form[action$=empechement]"))
                .hasSize(1);
        visitor.as(first, post("/sessions/inscriptions/" + row(session, first).id() + "/empechement"));
        assertThat(state(row(session, first))).isEqualTo(EnrolmentState.ANNULE_AGENT);
        staff.leave(second.id(), driver.now().toLocalDate());
        assertThat(state(row(session, second))).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        enrolments.remove(row(session, removed).id(), "Autre projet");
        assertThat(state(row(session, removed))).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        departures.absent(absent.id(), SessionGround.WEDNESDAY.toLocalDate().plusDays(10));
        assertThat(state(row(session, absent))).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        assertThat(state(waiting)).as("for which date?").isEqualTo(EnrolmentState.LISTE_ATTENTE);
        assertThat(sessions.find(session.id()).orElseThrow().booked()).isZero();
        assertThatThrownBy(() -> some.enrol(session, first))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("à fixer");
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).select("form[action$=/inscrire]"))
                .as("nothing is offered that is refused")
                .isEmpty();
    }

    @Test
    void anotherDateChosenMeanwhileServesNobodyInASessionWithoutOne() {
        TrainingSession session = some.session(circo, 1, 1);
        TrainingSession other = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(1), 5, 1);
        some.enrol(session, first);
        Enrolment waiting = some.enrol(session, second);
        dates.ask(session.id());
        swaps.choose(first.id(), other.id());
        assertThat(state(row(session, first))).isEqualTo(EnrolmentState.DATE_CHANGEE);
        assertThat(state(waiting)).isEqualTo(EnrolmentState.LISTE_ATTENTE);
    }

    @Test
    void thePageSaysThatWhoWaitsIsTold() throws Exception {
        TrainingSession session = some.session(circo, 1, 1);
        some.enrol(session, first);
        var answer = visitor.as(
                circo.erun(),
                post("/sessions/" + session.id() + "/inscrire").param("agent", String.valueOf(second.id())));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(letters(second)).hasSize(1);
    }

    /** Second waits for the session, which has a place he cannot take while he is in the other. */
    private Enrolment inLineBehindAnObstacle(TrainingSession session, TrainingSession other) {
        Enrolment place = some.enrol(session, first);
        Enrolment waiting = some.enrol(session, second);
        some.enrol(other, second);
        enrolments.decline(place.id(), first.id());
        assertThat(state(waiting)).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        return waiting;
    }

    private List<QueuedMail> letters(Agent who) {
        return box.about("trainingSession:").stream()
                .filter(mail -> mail.toAddress().equals(who.email()))
                .toList();
    }

    private Ics ics(Agent reader, TrainingSession session) throws Exception {
        var answer = visitor.as(reader, get("/sessions/" + session.id() + ".ics"));
        assertThat(answer.getStatus()).isEqualTo(200);
        return Ics.of(answer.getContentAsString());
    }

    private Enrolment row(TrainingSession session, Agent who) {
        return sessions.enrolments(session.id()).stream()
                .filter(row -> row.agentId() == who.id())
                .findFirst()
                .orElseThrow();
    }

    private EnrolmentState state(Enrolment row) {
        return sessions.enrolment(row.id()).orElseThrow().state();
    }
}
