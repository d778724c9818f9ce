package fr.forment.arrival.process;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static fr.forment.people.ArrivalKind.NEWCOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.arrival.Arrival;
import fr.forment.arrival.ArrivalDeclarationService;
import fr.forment.arrival.ArrivalEnding;
import fr.forment.arrival.ArrivalOrigin;
import fr.forment.arrival.ArrivalProposals;
import fr.forment.arrival.ArrivalState;
import fr.forment.arrival.Arrivals;
import fr.forment.arrival.Declaration;
import fr.forment.arrival.Departures;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.Refusal;
import fr.forment.hours.HoursLedger;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.ListSays;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.people.TrainingRecords;
import fr.forment.session.EnrolmentService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class ArrivalPathTest {

    private static final Map<String, String> PRESENT =
            Map.of("answer", "PRESENTE", "takenUpOn", "2026-09-01", "entExperience", "NON");
    private static int number;

    @Autowired
    ProcessDriver driver;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    TestGround ground;

    @Autowired
    StaffService staff;

    @Autowired
    ListSays listSays;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Journal history;

    @Autowired
    ArrivalDeclarationService detection;

    @Autowired
    TrainingRecords records;

    @Autowired
    SessionService sessionService;

    @Autowired
    Sessions sessions;

    @Autowired
    Departures departures;

    @Autowired
    MailBox mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HoursLedger hours;

    @Autowired
    ArrivalProposals proposals;

    @Autowired
    EnrolmentService enrolments;

    private Circo circo;
    private String school;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        school = circo.schools().get(0);
    }

    @Test
    void isConfirmedEnrolledAndTrained() {
        for (String module : List.of("PRES-ECOLE", "PEDA-1", "COMM")) {
            session(module, LocalDate.of(2026, 9, 15 + number % 3));
            number++;
        }
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        TheCase theCase = theCase(newcomer).waitsAt("confirm");
        assertThat(theCase.candidatesOf("confirm"))
                .containsExactlyInAnyOrder("directeur." + school, "erun." + circo.uai());
        assertThat(openTasks.in("arrival", of(newcomer).id()))
                .singleElement()
                .extracting(OpenTask::name)
                .asString()
                .startsWith("Arrivée à confirmer")
                .contains(newcomer.fullName() + " – ");
        assertThat(theCase.formOf("confirm")).containsKeys("who", "since");
        assertThat(openTasks.prefilled("arrival", of(newcomer).id(), "confirm"))
                .as("the day announced")
                .containsEntry("takenUpOn", "2026-09-01");
        assertThat(written("askConfirmation", newcomer))
                .containsExactly(circo.directors().get(0).email());
        assertThat(theCase.refuses("confirm", Map.of())).contains("Choisissez une réponse");
        assertThat(theCase.refuses("confirm", Map.of("answer", "PRESENTE"))).contains("date de prise de fonction");
        assertThat(theCase.refuses("confirm", Map.of("answer", "PRESENTE", "takenUpOn", "2026-09-01")))
                .contains("déjà utilisé un ENT");

        ground.as(circo.directors().get(0));
        theCase.completes("confirm", PRESENT)
                .passed("recordConfirmation", "assignPath", "welcome", "enrol")
                .didNotPass("alertNoSession")
                .waitsAt("followUp", "awaitTraining");
        assertThat(of(newcomer).path()).containsExactly("PRES-ECOLE", "PEDA-1", "COMM");
        assertThat(of(newcomer).state()).isEqualTo(ArrivalState.INSCRIT);
        assertThat(of(newcomer).dueOn()).isEqualTo(LocalDate.of(2026, 10, 13));
        assertThat(theCase.dateOf("reminderDue1")).isEqualTo(LocalDateTime.of(2026, 9, 8, 8, 0));
        assertThat(sessions.ofAgent(newcomer.id())).hasSize(3);
        assertThat(written("welcome", newcomer)).containsExactly(newcomer.email());
        assertThat(jdbc.sql("SELECT body_text FROM outbox_mail WHERE to_address = ? AND template = 'arrival/welcomed'")
                        .param(newcomer.email())
                        .query(String.class)
                        .single())
                .as("who cannot sign in yet is given the way")
                .contains("/acces/lien/");

        train(newcomer, "PRES-ECOLE", "COMM");
        theCase.waitsAt("followUp", "awaitTraining");
        train(newcomer, "PEDA-1");
        theCase.isEnded().passed("trained", "close", "closed");
        assertThat(of(newcomer).ending()).isEqualTo(ArrivalEnding.FORME);
        assertThat(written("close", newcomer))
                .containsExactlyInAnyOrder(
                        newcomer.email(), circo.directors().get(0).email());
        assertThat(history.of(Arrival.JOURNAL, of(newcomer).id()))
                .extracting(JournalEntry::after)
                .startsWith(ArrivalState.DETECTE.name(), ArrivalState.CONFIRME.name())
                .endsWith(ArrivalState.FORME.name(), ArrivalState.CLOS.name());
        assertThat(driver.incidents()).isEmpty();
    }

    /** The catalogue wants « Présentation » before: neither its place nor its hours are given to what comes after. */
    @Test
    void followsTheOrderOfTheCatalogue() {
        session("PEDA-1", LocalDate.of(2026, 9, 14));
        session("PRES-ECOLE", LocalDate.of(2026, 9, 15));
        session("PEDA-1", LocalDate.of(2026, 9, 21));
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        confirmed(newcomer);
        assertThat(sessions.ofAgent(newcomer.id()))
                .extracting(TrainingSession::day)
                .containsExactlyInAnyOrder(LocalDate.of(2026, 9, 15), LocalDate.of(2026, 9, 21));
    }

    @Test
    void keepsTheHoursForWhatComesFirst() {
        session("PEDA-1", LocalDate.of(2026, 10, 5));
        session("COMM", LocalDate.of(2026, 10, 5));
        session("PRES-ECOLE", LocalDate.of(2026, 10, 6));
        long full = sessions.upcoming(circo.uai(), "PRES-ECOLE").get(0).id();
        enrolments.enrol(full, circo.directors().get(1).id(), null);
        capacity(full, 1);
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        transaction.executeWithoutResult(status -> hours.done(
                newcomer.id(), "2026-2027", hours.entMinutesLeft(newcomer.id(), "2026-2027") - 150, "test:short"));
        confirmed(newcomer);
        assertThat(sessions.ofAgent(newcomer.id()))
                .extracting(TrainingSession::moduleCode)
                .isEmpty();
        assertThat(hours.entMinutesLeft(newcomer.id(), "2026-2027")).isEqualTo(150);
        assertThat(proposals.of(of(newcomer)))
                .extracting(ArrivalProposals.Proposal::waits)
                .satisfiesExactly(
                        first -> assertThat(first).isNull(),
                        second -> assertThat(second).contains("À suivre après « "),
                        third -> assertThat(third).contains("heures qui restent sont gardées pour « "));
        capacity(full, 10);
        theCase(newcomer).fires("reminderDue1");
        assertThat(sessions.ofAgent(newcomer.id()))
                .extracting(TrainingSession::moduleCode)
                .contains("PRES-ECOLE");
        assertThat(proposals.of(of(newcomer)))
                .filteredOn(each -> each.module().equals("PEDA-1"))
                .singleElement()
                .extracting(ArrivalProposals.Proposal::waits)
                .asString()
                .contains("Plus assez d'heures pour l'ENT");
    }

    @Test
    void remindsThenEscalatesAndTakesANewDueDateAnAccompanimentEnds() {
        Agent newcomer = arrives(AgentFunction.TR);
        TheCase theCase = theCase(newcomer)
                .completes("confirm", Map.of("answer", "PRESENTE", "takenUpOn", "2026-09-22", "entExperience", "NON"))
                .passed("alertNoSession")
                .waitsAt("followUp", "awaitTraining");
        assertThat(written("alertNoSession", newcomer))
                .containsExactly(circo.erun().email());
        theCase.fires("reminderDue1").passed("remind1");
        assertThat(written("remind", newcomer)).containsExactly(newcomer.email());
        assertThat(toldOf(newcomer))
                .containsExactlyInAnyOrder(
                        circo.directors().get(0).email(), circo.erun().email());
        session("PRES-ECOLE", LocalDate.of(2026, 11, 10));
        theCase.fires("reminderDue2");
        assertThat(toldOf(newcomer)).hasSize(4);
        assertThat(of(newcomer).state()).isEqualTo(ArrivalState.INSCRIT);
        assertThat(sessions.ofAgent(newcomer.id())).hasSize(1);
        theCase.fires("reminderDue3").passed("reminded3");
        assertThat(written("remind", newcomer)).hasSize(3).containsOnly(newcomer.email());
        assertThat(toldOf(newcomer))
                .hasSize(6)
                .containsOnly(circo.directors().get(0).email(), circo.erun().email());
        theCase.fires("trainingOverdue").passed("escalate").waitsAt("followUp", "awaitTraining", "settleOverdue");
        assertThat(of(newcomer).state()).isEqualTo(ArrivalState.ESCALADE_IEN);
        assertThat(written("escalate", newcomer)).containsExactly(circo.ien().email());
        assertThat(theCase.candidatesOf("settleOverdue"))
                .containsExactlyInAnyOrder("ien." + circo.uai(), "erun." + circo.uai());
        assertThat(theCase.formOf("settleOverdue").get("missing").toString()).contains("Présentation");

        assertThat(theCase.refuses("settleOverdue", Map.of("settlement", "ECHEANCE")))
                .contains("nouvelle échéance");
        assertThat(theCase.refuses("settleOverdue", Map.of("settlement", "ECHEANCE", "newDue", "2026-09-02")))
                .contains("à venir");
        assertThat(theCase.refuses("settleOverdue", Map.of("settlement", "DISPENSE")))
                .contains("motif");
        assertThat(theCase.refuses("settleOverdue", Map.of())).contains("Choisissez une décision");
        theCase.completes(
                        "settleOverdue",
                        Map.of("settlement", "ECHEANCE", "newDue", "2026-11-20", "motive", "Retour de congé"))
                .passed("settled")
                .waitsAt("followUp", "awaitTraining");
        assertThat(theCase.dateOf("trainingOverdue")).isEqualTo(LocalDateTime.of(2026, 11, 20, 8, 0));
        assertThat(written("recordSettlement", newcomer)).containsExactly(newcomer.email());

        theCase.fires("trainingOverdue")
                .waitsAt("followUp", "awaitTraining", "settleOverdue")
                .fires("settlementLate")
                .passed("remindSettlement")
                .fires("settlementOverdue")
                .passed("escalateSettlement")
                .waitsAt("followUp", "awaitTraining", "settleOverdue")
                .completes(
                        "settleOverdue", Map.of("settlement", "ACCOMPAGNEMENT", "motive", "Deux heures avec l'E-RUN"))
                .isEnded()
                .passed("close");
        assertThat(of(newcomer).ending()).isEqualTo(ArrivalEnding.ACCOMPAGNE);
        assertThat(records.trainingsOf(newcomer.id()))
                .extracting(TrainingRecords.Training::source)
                .containsExactly("accompagnement:" + of(newcomer).id());
        driver.runDue();
        assertThat(mails.about("arrival:close:" + of(newcomer).id()))
                .filteredOn(mail -> mail.toAddress().equals(newcomer.email()))
                .singleElement()
                .satisfies(mail -> assertThat(mail).says("Un accompagnement individuel a remplacé"));
    }

    @Test
    void whoComesOnTheSameDayMakesOneLetterPerReaderNotOneEach() {
        Agent first = arrives(AgentFunction.ADJOINT);
        Agent second = arrives(AgentFunction.ADJOINT);
        Agent later = arrives(AgentFunction.ADJOINT);
        confirmed(first);
        confirmed(second);
        theCase(later)
                .completes("confirm", Map.of("answer", "PRESENTE", "takenUpOn", "2026-09-07", "entExperience", "NON"));
        train(second, "PRES-ECOLE");
        driver.travelTo(LocalDate.of(2026, 9, 8));
        for (String place : List.of(school, circo.uai())) {
            assertThat(mails.about("arrival:stillToTrain:" + place))
                    .singleElement()
                    .satisfies(mail -> {
                        assertThat(mail)
                                .says(
                                        first.lastName(),
                                        "Présentation",
                                        second.lastName(),
                                        "au plus tard le 13 octobre 2026")
                                .doesNotSay(later.lastName());
                        assertThat(mail.subject()).doesNotContain(first.lastName());
                        assertThat(mail.bodyText().lines().filter(line -> line.contains(second.lastName())))
                                .singleElement()
                                .asString()
                                .doesNotContain("Présentation");
                    });
        }
        assertThat(written("remind", first)).containsExactly(first.email());
        assertThat(written("remind", second)).containsExactly(second.email());
    }

    @Test
    void nobodyIsToldAboutHimself() {
        Agent director = circo.teachers().get(0);
        staff.leave(circo.directors().get(0).id(), LocalDate.of(2026, 9, 1));
        listSays.function(director, AgentFunction.DIRECTEUR, LocalDate.of(2026, 9, 1));
        theCase(director).fires("reminderDue1");
        assertThat(written("remind", director)).containsExactly(director.email());
        assertThat(toldOf(director)).containsExactly(circo.erun().email());
    }

    @Test
    void whoIsOnLeaveIsWaitedFor() {
        session("PRES-ECOLE", LocalDate.of(2026, 9, 22));
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        TheCase theCase = confirmed(newcomer);
        onLeave(newcomer, "2026-11-16");
        assertThat(of(newcomer).dueOn()).isEqualTo(LocalDate.of(2027, 1, 11));
        assertThat(sessions.ofAgent(newcomer.id()))
                .as("the place goes to somebody else")
                .isEmpty();
        theCase.fires("trainingOverdue")
                .passed("isPostponed", "laterDue")
                .didNotPass("escalate")
                .waitsAt("followUp", "awaitTraining");
        assertThat(written("remind", newcomer)).isEmpty();
        assertThat(written("alertNoSession", newcomer))
                .as("nobody looks for a date meanwhile")
                .hasSize(1);
        assertThat(theCase.dateOf("trainingOverdue")).isEqualTo(LocalDateTime.of(2027, 1, 11, 8, 0));
        session("PRES-ECOLE", LocalDate.of(2026, 12, 9));
        assertThat(sessions.ofAgent(newcomer.id())).isEmpty();

        staff.seenAgain(List.of(newcomer.id()));
        theCase.fires("reminderDue1");
        assertThat(written("remind", newcomer)).containsExactly(newcomer.email());
        assertThat(sessions.ofAgent(newcomer.id())).hasSize(1);
        train(newcomer, "PRES-ECOLE", "PEDA-1", "COMM");
        theCase.isEnded().passed("close");
    }

    @Test
    void whoIsConfirmedDuringALeaveHasTheWholeTimeAfterIt() {
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        onLeave(newcomer, "2026-11-16");
        confirmed(newcomer).waitsAt("followUp", "awaitTraining");
        assertThat(of(newcomer).dueOn()).isEqualTo(LocalDate.of(2027, 1, 11));
    }

    private void onLeave(Agent newcomer, String until) {
        staff.markMissing(List.of(newcomer.id()), LocalDate.of(2026, 9, 1));
        driver.theCase("departure", departures.ofAgent(newcomer.id()).get(0).id())
                .completes("confirmDeparture", Map.of("answer", "CONGE", "day", until))
                .waitsAt("dayBackCome");
    }

    @Test
    void isDispensedWithAMotive() {
        Agent newcomer = arrives(AgentFunction.TR);
        TheCase theCase = confirmed(newcomer).fires("trainingOverdue");
        theCase.completes("settleOverdue", Map.of("settlement", "DISPENSE", "motive", "Retraite proche"))
                .isEnded()
                .passed("closeUntrained");
        assertThat(of(newcomer).ending()).isEqualTo(ArrivalEnding.DISPENSE);
        assertThat(written("closeUntrained", newcomer)).hasSize(2);
    }

    @Test
    void forgetsTheTaskOfTheIenWhenThePersonIsTrainedMeanwhile() {
        Agent newcomer = arrives(AgentFunction.TR);
        TheCase theCase =
                confirmed(newcomer).fires("trainingOverdue").waitsAt("followUp", "awaitTraining", "settleOverdue");
        train(newcomer, "PRES-ECOLE");
        theCase.isEnded().passed("close");
        assertThat(of(newcomer).ending()).isEqualTo(ArrivalEnding.FORME);
    }

    @Test
    void endsAtOnceForWhoKnowsEverything() {
        Agent newcomer = arrives(AgentFunction.TR);
        theCase(newcomer)
                .completes("confirm", Map.of("answer", "PRESENTE", "takenUpOn", "2026-09-01", "entExperience", "OUI"))
                .isEnded()
                .passed("close")
                .didNotPass("awaitTraining");
        assertThat(of(newcomer).path()).isEmpty();
    }

    @Test
    void tellsTheSecretaryWhenItIsADuplicateOrAMistake() {
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        theCase(newcomer)
                .completes("confirm", Map.of("answer", "DOUBLON"))
                .isEnded()
                .passed("closeUnconfirmed");
        assertThat(of(newcomer).state()).isEqualTo(ArrivalState.DOUBLON);
        assertThat(written("closeUnconfirmed", newcomer))
                .containsExactly(circo.secretary().email());
        Agent other = arrives(AgentFunction.ADJOINT);
        theCase(other).completes("confirm", Map.of("answer", "ERREUR")).isEnded();
        assertThat(of(other).state()).isEqualTo(ArrivalState.FAUX_POSITIF);
    }

    @Test
    void remindsWhoHasToConfirm() {
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        TheCase theCase = theCase(newcomer);
        assertThat(theCase.dateOf("confirmationLate1")).isEqualTo(LocalDateTime.of(2026, 9, 4, 8, 0));
        theCase.fires("confirmationLate1")
                .fires("confirmationLate2")
                .passed("confirmationReminded1", "confirmationReminded2")
                .waitsAt("confirm");
        assertThat(written("remindConfirmation", newcomer))
                .containsExactlyInAnyOrder(
                        circo.directors().get(0).email(),
                        circo.directors().get(0).email(),
                        circo.erun().email());
    }

    @Test
    void aDeclaredArrivalNeedsNoConfirmation() {
        String email = "nouvelle" + ++number + "@exemple.invalid";
        long id = detection.declare(declaration(email));
        driver.theCase("arrival", id).passed("assignPath").didNotPass("confirm").waitsAt("followUp", "awaitTraining");
        assertThat(detection.declare(declaration(email))).isEqualTo(id);
    }

    @Test
    void aDeclarationAnswersForADetectedArrivalOfTheSamePerson() {
        Agent newcomer = arrives(AgentFunction.TR);
        TheCase theCase = theCase(newcomer).waitsAt("confirm");
        long id = detection.declare(new Declaration(
                newcomer.lastName(),
                newcomer.firstName(),
                newcomer.email(),
                AgentFunction.TR,
                school,
                100,
                LocalDate.of(2026, 9, 1),
                false));
        assertThat(id).isEqualTo(of(newcomer).id());
        theCase.waitsAt("followUp", "awaitTraining").passed("declared");
        assertThat(arrivals.ofAgent(newcomer.id())).hasSize(1);
    }

    @Test
    void refusesToDeclareWhoIsThereOrElsewhere() {
        Agent here = circo.teachers().get(0);
        assertThatThrownBy(() -> detection.declare(new Declaration(
                        here.lastName(),
                        here.firstName(),
                        here.email(),
                        AgentFunction.ADJOINT,
                        school,
                        100,
                        LocalDate.of(2026, 9, 1),
                        false)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("n'est pas à déclarer");
        Agent elsewhere = circo.teachers().get(3);
        assertThatThrownBy(() -> detection.declare(declaration(elsewhere.email())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("autre liste");
    }

    @Test
    void whoLeavesMeanwhileIsFollowedNoMore() {
        Agent unconfirmed = arrives(AgentFunction.ADJOINT);
        Agent followed = arrives(AgentFunction.ADJOINT);
        TheCase first = theCase(unconfirmed).waitsAt("confirm");
        TheCase second = confirmed(followed);
        staff.leave(unconfirmed.id(), LocalDate.of(2026, 9, 1));
        staff.leave(followed.id(), LocalDate.of(2026, 9, 1));
        first.isEnded();
        second.isEnded();
        assertThat(of(followed).ending()).isEqualTo(ArrivalEnding.PARTI);
        assertThat(of(followed).isOpen()).isFalse();
    }

    @Test
    void aDepartureSetForLaterEndsTheArrivalOnItsDay() {
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        TheCase theCase = confirmed(newcomer);
        staff.leave(newcomer.id(), LocalDate.of(2026, 9, 21));
        theCase.waitsAt("followUp", "awaitTraining").fires("reminderDue1");
        assertThat(written("remind", newcomer)).isNotEmpty();
        driver.travelTo(LocalDate.of(2026, 9, 21));
        theCase.isEnded();
        assertThat(of(newcomer).ending()).isEqualTo(ArrivalEnding.PARTI);
    }

    @Test
    void aNodeThatWasDownOnThatDayStillEscalatesNobodyWhoIsGone() {
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        TheCase theCase = confirmed(newcomer);
        staff.leave(newcomer.id(), LocalDate.of(2026, 9, 21));
        theCase.fires("trainingOverdue")
                .isEnded()
                .passed("gone", "closeUntrained")
                .didNotPass("escalate");
        assertThat(of(newcomer).ending()).isEqualTo(ArrivalEnding.PARTI);
    }

    @Test
    void whoMovesStartsAgainElsewhereWithWhatHeLearnt() {
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        TheCase before = confirmed(newcomer);
        train(newcomer, "PRES-ECOLE", "COMM");
        staff.move(newcomer.id(), circo.schools().get(1), LocalDate.of(2026, 9, 1));
        before.isEnded();
        assertThat(arrivals.ofAgent(newcomer.id()))
                .extracting(Arrival::ending)
                .containsExactly(null, ArrivalEnding.CHANGE_ECOLE);
        confirmed(newcomer).waitsAt("followUp", "awaitTraining");
        assertThat(of(newcomer).path()).containsExactly("PEDA-1");
        assertThat(of(newcomer).schoolUai()).isEqualTo(circo.schools().get(1));
    }

    @Test
    void asksNothingOfWhoReplacesBeforeThreeWeeks() {
        Agent newcomer = arrives(AgentFunction.TR);
        TheCase theCase = driver.theCase("arrival", of(newcomer).id()).waitsAt("threeWeeksPassed");
        assertThat(theCase.dateOf("threeWeeksPassed")).isEqualTo(LocalDateTime.of(2026, 9, 22, 8, 0));
        assertThat(written("askConfirmation", newcomer)).isEmpty();
        theCase.fires("threeWeeksPassed")
                .waitsAt("confirm")
                .completes("confirm", PRESENT)
                .waitsAt("followUp", "awaitTraining");
        assertThat(of(newcomer).path()).containsExactly("PRES-ECOLE");
    }

    @Test
    void forgetsAReplacementOfLessThanThreeWeeks() {
        Agent missing = arrives(AgentFunction.TR);
        staff.markMissing(List.of(missing.id()), LocalDate.of(2026, 9, 10));
        theCase(missing).isEnded().passed("closeShort", "closedShort").didNotPass("confirm");
        assertThat(of(missing).ending()).isEqualTo(ArrivalEnding.REMPLACEMENT_COURT);

        NewAgent shortly = NewAgent.inSchool(
                "Courte" + letters(), "Lou", "courte" + number + "@exemple.invalid", AgentFunction.CONTRACTUEL, school);
        Agent gone = staff.register(shortly.since(LocalDate.of(2026, 9, 1)), NEWCOMER)
                .orElseThrow();
        staff.leave(gone.id(), LocalDate.of(2026, 9, 1));
        assertThat(of(gone).isOpen()).isFalse();
        assertThat(written("askConfirmation", gone)).isEmpty();
    }

    @Test
    void aDeclaredReplacementWaitsForThreeWeeksToo() {
        long id = detection.declare(new Declaration(
                "Déclarée" + letters(), "Lou", null, AgentFunction.TR, school, 100, LocalDate.of(2026, 9, 1), false));
        driver.theCase("arrival", id)
                .waitsAt("threeWeeksPassed")
                .fires("threeWeeksPassed")
                .passed("assignPath")
                .didNotPass("confirm");
    }

    @Test
    void believesTheListWhenNobodyAnswers() {
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        TheCase theCase = theCase(newcomer);
        assertThat(theCase.dateOf("unanswered")).isEqualTo(LocalDateTime.of(2026, 9, 22, 8, 0));
        theCase.fires("unanswered")
                .passed("presume", "assignPath", "welcome")
                .didNotPass("recordConfirmation")
                .waitsAt("followUp", "awaitTraining");
        assertThat(of(newcomer).takenUpOn()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(written("presume", newcomer))
                .containsExactlyInAnyOrder(
                        circo.directors().get(0).email(), circo.erun().email());
    }

    @Test
    void aTeacherWhoBecomesTheDirectorFollowsTheDirectorsPathWithWhatHeLearnt() {
        Agent teacher = circo.teachers().get(0);
        train(teacher, "PRES-ECOLE", "PEDA-1");
        staff.leave(circo.directors().get(0).id(), LocalDate.of(2026, 9, 1));
        listSays.function(teacher, AgentFunction.DIRECTEUR, LocalDate.of(2026, 9, 1));
        theCase(teacher).didNotPass("confirm").waitsAt("followUp", "awaitTraining");
        assertThat(of(teacher).path()).containsExactly("ADM-DIR");
        assertThat(of(teacher).origin()).isEqualTo(ArrivalOrigin.FONCTION);
    }

    @Test
    void anotherFunctionChangesThePathThatIsBeingFollowed() {
        Agent newcomer = arrives(AgentFunction.ADJOINT);
        TheCase theCase = confirmed(newcomer).waitsAt("followUp", "awaitTraining");
        train(newcomer, "PRES-ECOLE");
        listSays.function(newcomer, AgentFunction.DIRECTEUR, LocalDate.of(2026, 9, 1));
        theCase.waitsAt("followUp", "awaitTraining");
        assertThat(of(newcomer).path()).containsExactly("SENS-CHGT", "ADM-DIR");
        train(newcomer, "SENS-CHGT", "ADM-DIR");
        theCase.isEnded().passed("close");
        assertThat(arrivals.ofAgent(newcomer.id())).hasSize(1);
    }

    @Test
    void aFunctionThatAsksForNothingNewStartsNothing() {
        Agent teacher = circo.teachers().get(0);
        train(teacher, "PRES-ECOLE", "PEDA-1");
        listSays.function(teacher, AgentFunction.CONTRACTUEL, LocalDate.of(2026, 9, 1));
        assertThat(arrivals.ofAgent(teacher.id())).isEmpty();
    }

    /** Zone B, 2026-2027: Toussaint 17/10 to 1/11, Noël 19/12 to 3/1. */
    @Test
    void nothingFallsDueInTheHolidays() {
        driver.travelTo(LocalDate.of(2026, 10, 12));
        Agent newcomer = arrives(AgentFunction.ADJOINT, LocalDate.of(2026, 10, 12));
        TheCase theCase = theCase(newcomer);
        assertThat(theCase.dateOf("confirmationLate1")).isEqualTo(LocalDateTime.of(2026, 10, 15, 8, 0));
        assertThat(theCase.dateOf("confirmationLate2")).isEqualTo(LocalDateTime.of(2026, 11, 5, 8, 0));
        theCase.completes("confirm", Map.of("answer", "PRESENTE", "takenUpOn", "2026-10-12", "entExperience", "NON"));
        assertThat(List.of("reminderDue1", "reminderDue2", "reminderDue3", "trainingOverdue").stream()
                        .map(theCase::dateOf))
                .containsExactly(
                        LocalDateTime.of(2026, 11, 2, 8, 0),
                        LocalDateTime.of(2026, 11, 17, 8, 0),
                        LocalDateTime.of(2026, 12, 1, 8, 0),
                        LocalDateTime.of(2026, 12, 8, 8, 0));

        driver.travelTo(LocalDate.of(2026, 12, 16));
        Agent late = arrives(AgentFunction.ADJOINT, LocalDate.of(2026, 12, 16));
        assertThat(theCase(late).dateOf("confirmationLate1")).isEqualTo(LocalDateTime.of(2027, 1, 4, 8, 0));
        assertThat(theCase(late).dateOf("unanswered")).isEqualTo(LocalDateTime.of(2027, 1, 20, 8, 0));
    }

    @Test
    void aDirectorDoesNotConfirmHimself() {
        Agent director = arrives(AgentFunction.DIRECTEUR);
        assertThat(theCase(director).candidatesOf("confirm"))
                .containsExactlyInAnyOrder("erun." + circo.uai(), "secretaire." + circo.uai(), "ien." + circo.uai());
        assertThat(written("askConfirmation", director))
                .containsExactly(circo.erun().email());
    }

    private Agent arrives(AgentFunction function) {
        return arrives(function, LocalDate.of(2026, 9, 1));
    }

    private Agent arrives(AgentFunction function, LocalDate since) {
        NewAgent who = NewAgent.inSchool(
                "Arrivant" + letters(), "Noa", "arrivant" + number + "@exemple.invalid", function, school);
        return staff.register(who.since(since), NEWCOMER).orElseThrow();
    }

    private Declaration declaration(String email) {
        return new Declaration(
                "Déclarée" + letters(),
                "Lou",
                email,
                AgentFunction.ADJOINT,
                school,
                100,
                LocalDate.of(2026, 9, 1),
                false);
    }

    private static String letters() {
        return Integer.toString(++number, 36)
                .chars()
                .mapToObj(c -> String.valueOf((char) ('a' + c % 26)))
                .reduce("", String::concat);
    }

    /** Three weeks later, when that is waited for. */
    private TheCase theCase(Agent newcomer) {
        TheCase theCase = driver.theCase("arrival", of(newcomer).id());
        return of(newcomer).isSubstitute() && of(newcomer).isOpen() && !theCase.hasPassed("threeWeeksPassed")
                ? theCase.fires("threeWeeksPassed")
                : theCase;
    }

    private TheCase confirmed(Agent newcomer) {
        return theCase(newcomer).completes("confirm", PRESENT);
    }

    private Arrival of(Agent newcomer) {
        return arrivals.ofAgent(newcomer.id()).get(0);
    }

    private void train(Agent newcomer, String... modules) {
        transaction.executeWithoutResult(t -> List.of(modules)
                .forEach(module -> records.record(newcomer.id(), module, LocalDate.of(2026, 9, 10), "test")));
        driver.runDue();
    }

    private void capacity(long sessionId, int seats) {
        jdbc.sql("UPDATE training_session SET capacity = ? WHERE id = ?")
                .params(seats, sessionId)
                .update();
    }

    private void session(String module, LocalDate day) {
        sessionService.open(new NewSession(
                circo.uai(),
                null,
                module,
                day.atTime(9, 0),
                60,
                "Salle d'essai",
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                null,
                false));
        driver.runDue();
    }

    /** The letters about everybody in the place and the circonscription in which this newcomer is named. */
    private List<String> toldOf(Agent newcomer) {
        driver.runDue();
        return List.of(school, circo.uai()).stream()
                .flatMap(place -> mails.about("arrival:stillToTrain:" + place).stream())
                .filter(mail -> mail.bodyText().contains(newcomer.lastName()))
                .map(QueuedMail::toAddress)
                .toList();
    }

    private List<String> written(String step, Agent newcomer) {
        driver.runDue();
        return mails.about("arrival:" + step + ":" + of(newcomer).id() + ":").stream()
                .map(QueuedMail::toAddress)
                .toList();
    }
}
