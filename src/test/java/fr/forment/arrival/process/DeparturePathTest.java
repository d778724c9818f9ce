package fr.forment.arrival.process;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.access.AccountService;
import fr.forment.account.Account;
import fr.forment.account.AgentFunction;
import fr.forment.arrival.Departure;
import fr.forment.arrival.DepartureState;
import fr.forment.arrival.Departures;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.session.EnrolmentService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The diagram {@code departure}, from the list that misses somebody to the first day away. */
@HouseTest
class DeparturePathTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Autowired
    ProcessDriver driver;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    TestGround ground;

    @Autowired
    StaffService staff;

    @Autowired
    Agents agents;

    @Autowired
    AccountService accounts;

    @Autowired
    Departures departures;

    @Autowired
    Journal history;

    @Autowired
    SessionService sessionService;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    Sessions sessions;

    @Autowired
    MailBox mails;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Agent gone;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        gone = circo.teachers().get(0);
    }

    @Test
    void isConfirmedByTheDirectorAndFreesThePlaces() {
        TrainingSession session = session(LocalDate.of(2026, 9, 22));
        enrolments.enrol(session.id(), gone.id(), null);
        TheCase theCase = missing(gone).waitsAt("confirmDeparture");
        assertThat(theCase.candidatesOf("confirmDeparture"))
                .containsExactlyInAnyOrder(
                        "directeur." + circo.schools().get(0), "secretaire." + circo.uai(), "erun." + circo.uai());
        assertThat(theCase.formOf("confirmDeparture")).containsKeys("who", "graceEnd", "departureId");
        assertThat(openTasks.of("nobody", List.of("directeur." + circo.schools().get(0)), 10))
                .extracting(OpenTask::name)
                .singleElement()
                .asString()
                .startsWith("Départ à confirmer")
                .contains(gone.fullName() + " – ");
        assertThat(theCase.refuses("confirmDeparture", Map.of())).contains("Choisissez une réponse");
        assertThat(theCase.refuses("confirmDeparture", Map.of("answer", "PARTI")))
                .contains("depuis quel jour");
        assertThat(theCase.refuses("confirmDeparture", Map.of("answer", "PARTI", "day", "2019-09-01")))
                .contains("moins d'un an");

        ground.as(circo.directors().get(0));
        theCase.completes("confirmDeparture", Map.of("answer", "PARTI", "day", "2026-08-31"))
                .isEnded()
                .passed("recordDeparture", "handOver", "gone");
        assertThat(of(gone).state()).isEqualTo(DepartureState.PARTI);
        assertThat(agents.find(gone.id()).orElseThrow().leftOn()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(account(gone).enabled()).isFalse();
        assertThat(sessions.ofAgent(gone.id())).isEmpty();
        assertThat(history.of(Departure.JOURNAL, of(gone).id()))
                .extracting(JournalEntry::after)
                .containsExactly(
                        DepartureState.ABSENT_DU_FICHIER.name(),
                        DepartureState.ANNONCE.name(),
                        DepartureState.PARTI.name());
        assertThat(departures.ofAgent(gone.id())).hasSize(1);
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void remindsThenTakesSilenceForADeparture() {
        TheCase theCase = missing(gone).waitsAt("confirmDeparture");
        assertThat(written("ask:"))
                .containsExactlyInAnyOrder(
                        circo.directors().get(0).email(), circo.secretary().email());
        assertThat(theCase.dateOf("answerLate1")).isEqualTo(LocalDateTime.of(2026, 9, 8, 8, 0));
        assertThat(theCase.dateOf("graceOver")).isEqualTo(LocalDateTime.of(2026, 9, 22, 8, 0));
        theCase.fires("answerLate1").passed("remind1", "reminded1");
        assertThat(written("remind:1:"))
                .containsExactly(circo.directors().get(0).email());
        theCase.fires("answerLate2").passed("remind2", "reminded2");
        assertThat(written("remind:2:"))
                .containsExactlyInAnyOrder(
                        circo.directors().get(0).email(), circo.erun().email());
        theCase.fires("graceOver").isEnded().passed("presumeGone", "handOver").didNotPass("recordDeparture");
        assertThat(agents.find(gone.id()).orElseThrow().leftOn()).isEqualTo(TODAY);
        assertThat(mails.about("departure:presume:" + of(gone).id() + ":"))
                .extracting(QueuedMail::toAddress)
                .containsExactlyInAnyOrder(
                        circo.directors().get(0).email(), circo.secretary().email());
    }

    @Test
    void aListThatMissesManyMakesOneMailPerReader() {
        Agent other = circo.teachers().get(1);
        staff.markMissing(List.of(gone.id(), other.id()), TODAY);
        driver.runDue();
        List<QueuedMail> asked =
                mails.about("departure:ask:2026-09-01:" + circo.schools().get(0));
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).says(gone.lastName(), other.lastName());
    }

    @Test
    void aListThatMissesHundredsMakesALetterThatCanBeRead() {
        List<Agent> team = staff.registerAll(
                IntStream.range(0, 45)
                        .mapToObj(n -> NewAgent.inSchool(
                                "Manque" + (char) ('a' + n / 26) + (char) ('a' + n % 26),
                                "Noa",
                                null,
                                AgentFunction.ADJOINT,
                                circo.schools().get(0)))
                        .toList(),
                ArrivalKind.ALREADY_THERE);
        staff.markMissing(team.stream().map(Agent::id).toList(), TODAY);
        driver.runDue();
        assertThatMails(mails.about(
                        "departure:ask:2026-09-01:" + circo.schools().get(0)))
                .isOne()
                .says("et 5 autres, sur la page ci-dessous");
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void stillThere() {
        missing(gone)
                .completes("confirmDeparture", Map.of("answer", "PRESENT"))
                .isEnded()
                .passed("settled")
                .didNotPass("handOver");
        assertThat(of(gone).state()).isEqualTo(DepartureState.REVENU);
        assertThat(agents.find(gone.id()).orElseThrow().missingSince()).isNull();
    }

    @Test
    void inAnotherSchoolOfTheCirconscription() {
        TheCase theCase = missing(gone);
        assertThat(theCase.refuses(
                        "confirmDeparture", Map.of("answer", "MUTE", "day", "2026-09-01", "school", "Nulle part")))
                .contains("Aucune école");
        assertThat(theCase.refuses(
                        "confirmDeparture", Map.of("answer", "MUTE", "day", "2026-09-01", "school", "École d'essai")))
                .contains("code UAI");
        assertThat(theCase.refuses(
                        "confirmDeparture",
                        Map.of(
                                "answer",
                                "MUTE",
                                "day",
                                "2026-09-01",
                                "school",
                                circo.schools().get(0))))
                .contains("déjà dans cette école", "toujours là");
        assertThat(of(gone).state()).isEqualTo(DepartureState.ABSENT_DU_FICHIER);
        theCase.completes(
                        "confirmDeparture",
                        Map.of(
                                "answer",
                                "MUTE",
                                "day",
                                "2026-09-01",
                                "school",
                                circo.schools().get(1).toLowerCase()))
                .isEnded();
        assertThat(of(gone).state()).isEqualTo(DepartureState.MUTE);
        assertThat(agents.find(gone.id()).orElseThrow().schoolUai())
                .isEqualTo(circo.schools().get(1));
    }

    @Test
    void onLeaveKeepsThePostAndFreesOnlyThePlacesOfThatTime() {
        enrolments.enrol(session(LocalDate.of(2026, 9, 22)).id(), gone.id(), null);
        TheCase theCase = missing(gone);
        assertThat(theCase.refuses("confirmDeparture", Map.of("answer", "CONGE", "day", "2026-09-01")))
                .contains("à venir");
        theCase.completes("confirmDeparture", Map.of("answer", "CONGE", "day", "2026-11-16"))
                .waitsAt("dayBackCome");
        assertThat(sessions.ofAgent(gone.id())).isEmpty();
        staff.markMissing(List.of(gone.id()), TODAY);
        assertThat(departures.ofAgent(gone.id())).hasSize(1);
        theCase.fires("dayBackCome").passed("isBack").waitsAt("confirmDeparture");
        assertThat(theCase.formOf("confirmDeparture").get("answer"))
                .as("asked again, with nothing of the first answer")
                .isNull();
        assertThat(theCase.formOf("confirmDeparture").get("day")).isNull();
        theCase.completes("confirmDeparture", Map.of("answer", "CONGE", "day", "2026-12-14"));
        staffSees(gone, theCase);
    }

    private void staffSees(Agent agent, TheCase theCase) {
        assertThat(of(agent).state()).isEqualTo(DepartureState.EN_CONGE);
        staff.seenAgain(List.of(agent.id()));
        theCase.isEnded().didNotPass("closeBack");
        assertThat(of(agent).state()).isEqualTo(DepartureState.REVENU);
    }

    @Test
    void isBackFromLeaveWhenTheListHoldsThePersonAgain() {
        TheCase theCase = missing(gone)
                .completes("confirmDeparture", Map.of("answer", "CONGE", "day", "2026-11-16"))
                .waitsAt("dayBackCome");
        // a list that nobody told: the mark is gone, no event
        clearMark(gone);
        theCase.fires("dayBackCome").isEnded().passed("closeBack", "back");
        assertThat(of(gone).state()).isEqualTo(DepartureState.REVENU);
    }

    @Test
    void anAnnouncedDepartureChangesNothingBeforeItsDay() {
        staff.leave(gone.id(), LocalDate.of(2026, 10, 1));
        TheCase theCase = theCase(gone).waitsAt("firstDayAwayCome").didNotPass("askWhetherGone");
        assertThat(theCase.dateOf("firstDayAwayCome")).isEqualTo(LocalDateTime.of(2026, 10, 1, 5, 0));
        assertThat(account(gone).enabled()).isTrue();
        staff.leave(gone.id(), LocalDate.of(2026, 10, 8));
        theCase.isEnded();
        TheCase again = theCase(gone).waitsAt("firstDayAwayCome");
        assertThat(again.dateOf("firstDayAwayCome")).isEqualTo(LocalDateTime.of(2026, 10, 8, 5, 0));
        again.fires("firstDayAwayCome").isEnded().passed("handOver", "gone");
        assertThat(account(gone).enabled()).isFalse();
        assertThat(of(gone).state()).isEqualTo(DepartureState.PARTI);
    }

    @Test
    void whoMovesBeforeTheDayIsNotGone() {
        staff.leave(gone.id(), LocalDate.of(2026, 10, 1));
        TheCase theCase = theCase(gone).waitsAt("firstDayAwayCome");
        staff.move(gone.id(), circo.schools().get(1), TODAY);
        theCase.isEnded().didNotPass("handOver");
        assertThat(of(gone).state()).isEqualTo(DepartureState.MUTE);
    }

    @Test
    void whoComesBackWithinTheGraceIsAskedAboutNoMore() {
        TheCase theCase = missing(gone).waitsAt("confirmDeparture");
        staff.seenAgain(List.of(gone.id()));
        theCase.isEnded();
        assertThat(of(gone).state()).isEqualTo(DepartureState.REVENU);
        missing(gone).waitsAt("confirmDeparture");
        assertThat(departures.ofAgent(gone.id())).hasSize(2);
    }

    @Test
    void aListThatDatesTheDepartureAnswersForEverybody() {
        TheCase theCase = missing(gone).waitsAt("confirmDeparture");
        staff.leave(gone.id(), TODAY);
        theCase.isEnded();
        theCase(gone).isEnded().passed("handOver");
        assertThat(departures.ofAgent(gone.id())).extracting(Departure::state).containsExactly(DepartureState.PARTI);
    }

    @Test
    void twoListsThatMissThePersonAskOnce() {
        missing(gone);
        staff.markMissing(List.of(gone.id()), TODAY);
        assertThat(departures.ofAgent(gone.id())).hasSize(1);
    }

    @Test
    void nobodyConfirmsHisOwnDepartureAlone() {
        assertThat(missing(circo.directors().get(0)).candidatesOf("confirmDeparture"))
                .containsExactlyInAnyOrder("ien." + circo.uai(), "secretaire." + circo.uai(), "erun." + circo.uai());
    }

    private TheCase missing(Agent agent) {
        staff.markMissing(List.of(agent.id()), TODAY);
        return theCase(agent);
    }

    private void clearMark(Agent agent) {
        jdbc.sql("UPDATE agent SET missing_since = NULL WHERE id = ?")
                .param(agent.id())
                .update();
    }

    private TheCase theCase(Agent agent) {
        return driver.theCase("departure", of(agent).id());
    }

    private Departure of(Agent agent) {
        return departures.ofAgent(agent.id()).get(0);
    }

    private Account account(Agent agent) {
        return accounts.ofAgent(agent.id()).orElseThrow();
    }

    private TrainingSession session(LocalDate day) {
        TrainingSession session = sessionService.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                day.atTime(17, 0),
                60,
                "Salle d'essai",
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                null,
                false));
        driver.runDue();
        return sessions.find(session.id()).orElseThrow();
    }

    private List<String> written(String start) {
        driver.runDue();
        return List.of(circo.schools().get(0), circo.uai()).stream()
                .flatMap(place -> mails.about("departure:" + start).stream()
                        .filter(mail -> mail.mailKey().contains(":" + place + ":")))
                .map(QueuedMail::toAddress)
                .toList();
    }
}
