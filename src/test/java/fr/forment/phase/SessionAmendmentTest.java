package fr.forment.phase;

import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.attack.Attack;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TimeMachine;
import fr.forment.hours.HoursLedger;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanApproved;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.words.PlanDifference;
import fr.forment.project.VagueEngaged;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.Convocation;
import fr.forment.session.DatesService;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.NewSession;
import fr.forment.session.Occupations;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.AmendedAway;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.told.SentSummons;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An amendment changes one fact of a line, or several: each reaches the session, everybody concerned has one letter,
 * the history says both values.
 */
@HouseTest
@Tag("attack")
class SessionAmendmentTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    private static final String YEAR = "2026-2027";

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    Plans plansRead;

    @Autowired
    PlanFollowUp followUp;

    @Autowired
    AmendmentService amendments;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionService service;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    DatesService dates;

    @Autowired
    SessionHalfDays halfDays;

    @Autowired
    SessionWords words;

    @Autowired
    SentSummons papers;

    @Autowired
    Journal history;

    @Autowired
    Occupations occupations;

    @Autowired
    HoursLedger hours;

    @Autowired
    MailBox mails;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Planned before;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        before = plans.plan(circo, "FORMATEURS");
    }

    @Test
    void aPlaceAloneReachesTheSessionAndEverybody() {
        TrainingSession session = opened();
        List<String> people = addresses(session);
        amend("place = 'Redon'");
        TrainingSession after = now(session);
        assertThat(after.place()).isEqualTo("Redon");
        assertThat(after.sequence()).as("agendas take it for newer").isEqualTo(session.sequence() + 1);
        assertThat(after.state()).isEqualTo(session.state());
        assertThatMails(lettersTo(people)).hasSize(people.size()).each(mail -> mail.says("Redon", "Rennes")
                .doesNotSay("Une nouvelle convocation"));
        assertThatMails(lettersTo(List.of(circo.cpc().email()))).isOne().says("Redon", "Rennes");
        assertThat(lines(session)).containsExactly("Lieu : Rennes > Lieu : Redon");
        assertThat(told(circo.erun())).isEmpty();
    }

    @Test
    void aTrainerAloneIsToldAndSoIsTheFormerOne() {
        TrainingSession session = opened();
        List<String> people = addresses(session);
        amend("trainer_agent_id = " + circo.erun().id());
        assertThat(now(session).trainerId()).isEqualTo(circo.erun().id());
        assertThat(occupations.busy(
                        List.of(circo.cpc().id(), circo.erun().id()), session.startsAt(), session.endsAt(), null))
                .containsExactly(circo.erun().id());
        assertThatMails(lettersTo(List.of(circo.cpc().email()))).isOne().says("confiée à une autre personne");
        assertThatMails(lettersTo(List.of(circo.erun().email()))).isOne().isAbout("Session à animer");
        assertThatMails(lettersTo(people))
                .hasSize(people.size())
                .each(mail -> mail.says(circo.erun().fullName(), circo.cpc().fullName()));
        assertThat(lines(session))
                .containsExactly("Formation assurée par : " + circo.cpc().fullName() + " > Formation assurée par : "
                        + circo.erun().fullName());
    }

    /** What people moved since stands in the amendment too, which changes something else; whoever decides reads it. */
    @Test
    void anAmendmentShowsWhatStandsToday() {
        TrainingSession session = opened();
        LocalDateTime moved = WEDNESDAY.minusWeeks(1).plusDays(1).atTime(17, 0);
        jdbc.sql("UPDATE training_session SET starts_at = ?, ends_at = ?, trainer_id = ? WHERE id = ?")
                .params(moved, moved.plusMinutes(90), circo.erun().id(), session.id())
                .update();
        jdbc.sql("UPDATE training_plan SET state = 'APPROUVE' WHERE id = ?")
                .param(before.planId())
                .update();
        ground.as(circo.cpc());
        Plan amendment = amendments.prepare(before.planId(), "Autre salle");
        Plan inForce = plansRead.find(before.planId()).orElseThrow();
        assertThat(standing(amendment).startsAt()).isEqualTo(moved);
        assertThat(standing(amendment).trainerAgentId()).isEqualTo(circo.erun().id());
        assertThat(difference(inForce, amendment).isEmpty()).isTrue();

        jdbc.sql("UPDATE planned_session SET place = 'Redon' WHERE plan_id = ? AND line = 1")
                .param(amendment.id())
                .update();
        assertThat(standing(amendment).startsAt()).isEqualTo(moved);
        assertThat(standing(amendment).place()).isEqualTo("Redon");
        assertThat(difference(inForce, amendment).changed())
                .singleElement()
                .satisfies(changed -> assertThat(changed.what()).containsExactly("lieu"));

        jdbc.sql("UPDATE planned_session SET held_on = ? WHERE plan_id = ? AND line = 1")
                .params(WEDNESDAY.plusWeeks(2), amendment.id())
                .update();
        assertThat(difference(inForce, amendment).changed()).singleElement().satisfies(changed -> {
            assertThat(changed.before().startsAt()).as("from where it stands").isEqualTo(moved);
            assertThat(changed.after().startsAt())
                    .as("its hour is the one people know")
                    .isEqualTo(WEDNESDAY.plusWeeks(2).atTime(17, 0));
        });
    }

    private PlannedSession standing(Plan plan) {
        return followUp.asHeld(plan, plansRead.sessions(plan.id())).stream()
                .filter(line -> line.line() == 1)
                .findFirst()
                .orElseThrow();
    }

    private PlanDifference difference(Plan one, Plan other) {
        return followUp.difference(one, plansRead.sessions(one.id()), other, plansRead.sessions(other.id()));
    }

    /** The letter sends them to the summons on the page. */
    @Test
    void theSummonsOnThePageSaysWhatTheLettersSay() {
        TrainingSession session = opened();
        plans.book(session);
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        assertThat(summons(session)).isNotEmpty().allSatisfy(paper -> assertThat(paper.place() + paper.trainer())
                .contains("Rennes", circo.cpc().fullName()));
        amend("place = 'Redon', trainer_agent_id = " + circo.erun().id());
        assertThatMails(lettersTo(addresses(session))).each(mail -> mail.says("convocation à jour"));
        assertThat(summons(session))
                .as("as they were sent, until the letters have left")
                .allSatisfy(paper -> assertThat(paper.place()).contains("Rennes"));
        lettersLeave(session);
        assertThat(summons(session)).allSatisfy(paper -> assertThat(paper.place() + paper.trainer())
                .contains("Redon", circo.erun().fullName()));
        service.entrustTo(session.id(), circo.secretary().id());
        lettersLeave(session);
        assertThat(summons(session)).allSatisfy(paper -> assertThat(paper.trainer())
                .contains(circo.secretary().fullName()));
    }

    private void lettersLeave(TrainingSession session) {
        jdbc.sql(
                        "UPDATE outbox_mail SET state = 'SENT', sent_at = queued_at WHERE about = ? AND state IN ('HELD', 'QUEUED')")
                .param("/sessions/" + session.id())
                .update();
    }

    private List<Convocation> summons(TrainingSession session) {
        List<Enrolment> rows = sessions.enrolments(session.id()).stream()
                .filter(row -> row.convokedAt() != null)
                .toList();
        List<Convocation> each = rows.stream()
                .flatMap(row -> papers.of(session, List.of(row)).stream())
                .map(SentSummons.Copy::paper)
                .toList();
        assertThat(papers.of(session, rows))
                .extracting(SentSummons.Copy::paper)
                .as("one by one or all at once")
                .isEqualTo(each);
        return each;
    }

    @Test
    void whoWaitsIsServedBeforeThoseAnAmendmentBrings() {
        TrainingSession session = opened();
        Agent waiting = circo.teachers().get(2);
        jdbc.sql("UPDATE training_session SET capacity = 3 WHERE id = ?")
                .param(session.id())
                .update();
        jdbc.sql("UPDATE planned_session SET capacity = 3 WHERE plan_id = ? AND line = 1")
                .param(before.planId())
                .update();
        assertThat(enrolments.enrol(session.id(), waiting.id(), null).state()).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        Planned after = copy();
        jdbc.sql(
                        "UPDATE planned_session_school SET people = 2 WHERE planned_session = (SELECT id FROM planned_session WHERE plan_id = ? AND line = 1)")
                .param(after.planId())
                .update();
        jdbc.sql(
                        "INSERT INTO planned_session_school (planned_session, school_uai, people) SELECT id, CAST(? AS VARCHAR), 1 FROM planned_session WHERE plan_id = ? AND line = 1")
                .params(circo.schools().get(1), after.planId())
                .update();
        plans.tell(new PlanApproved(after.planId(), before.projectId(), before.planId()));
        assertThat(sessions.enrolmentsOf(waiting.id()))
                .singleElement()
                .extracting(Enrolment::state)
                .isEqualTo(EnrolmentState.INSCRIT);
        assertThat(sessions.ofAgent(circo.directors().get(1).id()))
                .extracting(TrainingSession::id)
                .as("his school has its one place")
                .doesNotContain(session.id());
    }

    @Test
    void aCapacityAloneLetsInWhoWaits() {
        TrainingSession session = opened();
        Agent waiting = circo.teachers().get(2);
        jdbc.sql("UPDATE training_session SET capacity = booked WHERE id = ?")
                .param(session.id())
                .update();
        enrolments.enrol(session.id(), waiting.id(), null);
        amend("capacity = 25");
        assertThat(now(session).capacity()).isEqualTo(25);
        assertThat(sessions.enrolmentsOf(waiting.id()))
                .singleElement()
                .extracting(Enrolment::state)
                .isEqualTo(EnrolmentState.INSCRIT);
        assertThatMails(lettersTo(List.of(circo.cpc().email()))).isOne().says("25");
        assertThat(mails.about("trainingSession:amended:"))
                .filteredOn(mail -> addresses(session).contains(mail.toAddress()))
                .as("how many places there are is no news for those who have one")
                .isEmpty();
    }

    @Test
    void aCapacityBelowThoseEnrolledIsNotTakenOverAndTheErunIsTold() {
        TrainingSession session = opened();
        amend("capacity = 1, place = 'Redon'");
        assertThat(now(session).capacity()).isEqualTo(session.capacity());
        assertThat(now(session).place()).as("what can be is").isEqualTo("Redon");
        assertThat(history.of(TrainingSession.JOURNAL, session.id())).anySatisfy(line -> {
            assertThat(line.after()).isEqualTo("Non repris – places : 1");
            assertThat(line.why()).contains("Avenant au plan de formation", "3 personnes");
        });
        assertThatMails(told(circo.erun())).isOne().says("places : 1", "3 personnes");
    }

    @Test
    void aTrainerWhoIsTakenIsNotTakenOver() {
        TrainingSession session = opened();
        service.open(new NewSession(
                circo.uai(),
                null,
                "SENS-CHGT",
                session.startsAt().plusMinutes(89),
                30,
                "Rennes",
                session.format(),
                10,
                1,
                session.trainerKind(),
                circo.erun().id(),
                false));
        amend("trainer_agent_id = " + circo.erun().id() + ", place = 'Redon'");
        assertThat(now(session).trainerId()).isEqualTo(circo.cpc().id());
        assertThat(now(session).place()).isEqualTo("Redon");
        assertThat(history.of(TrainingSession.JOURNAL, session.id())).anySatisfy(line -> {
            assertThat(line.after())
                    .isEqualTo("Non repris – formation assurée par : "
                            + circo.erun().fullName());
            assertThat(line.why()).contains("déjà pris");
        });
        assertThat(told(circo.erun())).hasSize(1);
        assertThat(occupations.busy(List.of(circo.cpc().id()), session.startsAt(), session.endsAt(), null))
                .hasSize(1);
    }

    @Test
    void aDurationAloneMovesTheEndAndTheHours() {
        TrainingSession session = opened();
        Agent teacher = circo.directors().get(0);
        int left = hours.entMinutesLeft(teacher.id(), YEAR);
        amend("minutes = 105");
        assertThat(now(session).endsAt()).isEqualTo(session.startsAt().plusMinutes(105));
        assertThat(hours.entMinutesLeft(teacher.id(), YEAR)).isEqualTo(left - 15);
        assertThat(occupations.busy(
                        List.of(teacher.id(), circo.cpc().id()),
                        session.endsAt(),
                        session.endsAt().plusMinutes(15),
                        null))
                .hasSize(2);
        assertThatMails(lettersTo(addresses(session))).hasSize(3).each(mail -> mail.says("15 h 45", "15 h 30"));
    }

    @Test
    void aModuleAloneIsTold() {
        TrainingSession session = opened();
        amend("module_code = 'SENS-CHGT'");
        assertThat(now(session).moduleCode()).isEqualTo("SENS-CHGT");
        assertThatMails(lettersTo(addresses(session))).hasSize(3).each(mail -> mail.says("Module"));
        assertThat(lines(session)).singleElement().asString().startsWith("Module : ");
    }

    @Test
    void aFormatAloneIsTold() {
        TrainingSession session = opened();
        amend("format = 'DISTANCE'");
        assertThat(now(session).format()).isEqualTo(Format.DISTANCE);
        assertThatMails(lettersTo(addresses(session))).each(mail -> mail.says(Format.DISTANCE.label()));
        assertThat(lines(session))
                .containsExactly("Modalité : " + session.format().label() + " > Modalité : " + Format.DISTANCE.label());
    }

    @Test
    void severalFactsMakeOneLetterAndOneNewConvocation() {
        TrainingSession session = opened();
        List<String> people = addresses(session);
        plans.book(session);
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        amend("held_on = DATE '2026-12-02', place = 'Redon', trainer_agent_id = "
                + circo.erun().id());
        assertThat(now(session).day()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(now(session).place()).isEqualTo("Redon");
        assertThat(now(session).trainerId()).isEqualTo(circo.erun().id());
        assertThat(now(session).state()).isEqualTo(SessionState.OUVERTE);
        assertThatMails(lettersTo(people))
                .hasSize(people.size())
                .each(mail -> mail.says(
                        "mercredi 2 décembre 2026",
                        "mercredi 18 novembre 2026",
                        "Redon",
                        "Rennes",
                        circo.erun().fullName(),
                        "Une nouvelle convocation"));
        assertThat(lettersTo(List.of(circo.cpc().email()))).hasSize(1);
        assertThat(lettersTo(List.of(circo.erun().email()))).hasSize(1);
        assertThat(lines(session)).hasSize(3);
        driver.theCase("trainingSession", session.id()).waitsAt("prepare", "cutOffReached");
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void twoSessionsMayExchangeTheirTrainersAndTheirHours() {
        TrainingSession one = opened();
        TrainingSession other = sessions.ofVague(before.vagueId()).stream()
                .filter(session -> session.planLine() == 2)
                .findFirst()
                .orElseThrow();
        amend("trainer_agent_id = CASE line WHEN 1 THEN " + circo.erun().id() + " ELSE "
                + circo.cpc().id() + " END,"
                + " starts_at = CASE line WHEN 1 THEN TIME '16:00:00' ELSE TIME '14:00:00' END");
        assertThat(now(one).startsAt()).isEqualTo(WEDNESDAY.atTime(16, 0));
        assertThat(now(other).startsAt()).isEqualTo(WEDNESDAY.atTime(14, 0));
        assertThat(now(one).trainerId()).isEqualTo(circo.erun().id());
        assertThat(now(other).trainerId()).isEqualTo(circo.cpc().id());
        assertThat(sessions.enrolments(one.id())).allMatch(row -> row.state() == EnrolmentState.INSCRIT);
        assertThat(sessions.enrolments(other.id())).allMatch(row -> row.state() == EnrolmentState.INSCRIT);
    }

    @Test
    void whatWasChangedByHandStaysWhereTheAmendmentSaysNothing() {
        TrainingSession session = opened();
        LocalDateTime byHand = LocalDate.of(2026, 11, 25).atTime(14, 0);
        service.postpone(session.id(), byHand, null, "Salle");
        amend("capacity = 24");
        assertThat(now(session).startsAt()).isEqualTo(byHand);
        assertThat(now(session).capacity()).isEqualTo(24);
    }

    /** A line of a plan has one date: the others would be lost. */
    @Test
    void allDatesOfASessionFollowWhereEachMay() {
        TrainingSession session = opened();
        LocalDate first = WEDNESDAY.plusWeeks(1);
        LocalDate second = WEDNESDAY.plusWeeks(2);
        long standIn = circo.erun().id();
        ground.as(circo.ien());
        dates.set(
                session.id(),
                words.shownDates(session).sent(),
                List.of(
                        new HalfDay(1, first.atTime(9, 0), first.atTime(10, 30), null),
                        new HalfDay(2, second.atTime(9, 0), second.atTime(10, 30), standIn)),
                "Deux temps",
                true);
        List<String> people = addresses(session);
        amend("held_on = DATE '2026-11-25'");
        assertThat(halfDays.of(now(session)))
                .containsExactly(
                        new HalfDay(
                                1,
                                first.plusWeeks(1).atTime(9, 0),
                                first.plusWeeks(1).atTime(10, 30),
                                null),
                        new HalfDay(
                                2,
                                second.plusWeeks(1).atTime(9, 0),
                                second.plusWeeks(1).atTime(10, 30),
                                standIn));
        assertThat(now(session).minutes()).isEqualTo(180);
        assertThatMails(lettersTo(people)).each(mail -> mail.says("mercredi 2 décembre 2026", "mercredi 9 décembre"));
        assertThat(taken(standIn, session)).containsExactly(second.plusWeeks(1).atTime(9, 0));
        assertThat(taken(circo.cpc().id(), session))
                .containsExactly(first.plusWeeks(1).atTime(9, 0));
        assertThat(driver.incidents()).isEmpty();
    }

    private List<LocalDateTime> taken(long agent, TrainingSession session) {
        return jdbc.sql("SELECT starts_at FROM occupation WHERE agent_id = ? AND session_id = ? ORDER BY starts_at")
                .params(agent, session.id())
                .query(LocalDateTime.class)
                .list();
    }

    @Test
    void aSessionOnSeveralDatesKeepsThemAndTheErunIsTold() {
        TrainingSession session = opened();
        LocalDate first = WEDNESDAY.plusWeeks(1);
        LocalDate second = WEDNESDAY.plusWeeks(2);
        List<HalfDay> both = List.of(
                new HalfDay(1, first.atTime(9, 0), first.atTime(10, 30), null),
                new HalfDay(2, second.atTime(9, 0), second.atTime(10, 30), null));
        ground.as(circo.ien());
        dates.set(session.id(), words.shown(session).sent(), both, "Deux temps", false);
        amend("held_on = DATE '2026-12-09', place = 'Redon'");
        assertThat(halfDays.of(now(session))).isEqualTo(both);
        assertThat(now(session).minutes()).isEqualTo(180);
        assertThat(now(session).place()).as("the other facts are followed").isEqualTo("Redon");
        assertThat(history.of(TrainingSession.JOURNAL, session.id()))
                .anySatisfy(line -> assertThat(line.why() + "").contains("plusieurs dates, qui restent"));
        assertThatMails(told(circo.erun())).isOne().says("plusieurs dates, qui restent", "Dates et demi-journées");
    }

    /** Which half-day would be the longer one? The E-RUN is told what was asked for, in hours. */
    @Test
    void theLengthOfASessionOnSeveralDatesStaysAndTheErunIsTold() {
        TrainingSession session = opened();
        LocalDate first = WEDNESDAY.plusWeeks(1);
        ground.as(circo.ien());
        dates.set(
                session.id(),
                words.shown(session).sent(),
                List.of(
                        new HalfDay(1, first.atTime(9, 0), first.atTime(10, 0), null),
                        new HalfDay(
                                2,
                                first.plusWeeks(1).atTime(9, 0),
                                first.plusWeeks(1).atTime(9, 30),
                                null)),
                "Deux temps",
                false);
        amend("minutes = 120, place = 'Redon'");
        assertThat(now(session).minutes()).isEqualTo(90);
        assertThat(now(session).place()).isEqualTo("Redon");
        assertThat(history.of(TrainingSession.JOURNAL, session.id())).anySatisfy(line -> {
            assertThat(line.before()).isEqualTo("Durée : 1 h 30");
            assertThat(line.after()).isEqualTo("Non repris – durée : 2 h");
        });
        assertThatMails(told(circo.erun())).isOne().says("durée : 2 h", "Dates et demi-journées");
    }

    @Test
    void aSessionThatBeganIsLeftAloneAndTheErunIsTold() {
        TrainingSession session = opened();
        time.startAt(session.startsAt()
                .plusMinutes(5)
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant());
        amend("place = 'Redon'");
        assertThat(now(session).place()).isEqualTo("Rennes");
        assertThat(history.of(TrainingSession.JOURNAL, session.id()))
                .anySatisfy(line -> assertThat(line.after()).isEqualTo("Non repris – lieu : Redon"));
        assertThatMails(told(circo.erun())).isOne().says("lieu : Redon");
    }

    @Test
    void aSessionThatIsLeftOutIsCalledOffByLettersThatWait() {
        TrainingSession session = opened();
        lettersLeave(session);
        List<String> people = addresses(session);
        long plan = leftOut();
        assertThat(now(session).state()).isEqualTo(SessionState.ANNULEE);
        assertThat(callingOff(session)).isNotEmpty().allSatisfy(letter -> assertThat(letter)
                .containsEntry("state", "HELD")
                .containsEntry("about_plan", "/plans/" + plan));
        assertThat(callingOff(session))
                .extracting(letter -> letter.get("to_address"))
                .containsAll(people);
        assertThat(callingOff(session))
                .extracting(letter -> letter.get("to_address"))
                .contains(circo.cpc().email());
    }

    @Test
    void aSessionThatIsLeftOutTheDayBeforeIsCalledOffAtOnce() {
        TrainingSession session = opened();
        time.startAt(WEDNESDAY.minusDays(1).atTime(10, 0).toInstant(ZoneOffset.UTC));
        leftOut();
        assertThat(callingOff(session)).isNotEmpty().allSatisfy(letter -> assertThat(letter.get("state"))
                .as("%s", letter)
                .isNotEqualTo("HELD"));
    }

    /** Whatever the person who cancels it writes, the very words of an amendment too. */
    @Test
    void aSessionThatSomebodyCancelsIsCalledOffAtOnce() {
        TrainingSession session = opened();
        lettersLeave(session);
        ground.as(circo.ien());
        service.cancel(session.id(), AmendedAway.WHY);
        driver.runDue();
        assertThat(now(session).state()).isEqualTo(SessionState.ANNULEE);
        assertThat(callingOff(session)).isNotEmpty().allSatisfy(letter -> assertThat(letter.get("state"))
                .as("%s", letter)
                .isNotEqualTo("HELD"));
    }

    /** An amendment without the first line, approved. */
    private long leftOut() {
        Planned after = copy();
        jdbc.sql(
                        "DELETE FROM planned_session_school WHERE planned_session IN (SELECT id FROM planned_session WHERE plan_id = ? AND line = 1)")
                .param(after.planId())
                .update();
        jdbc.sql("DELETE FROM planned_session WHERE plan_id = ? AND line = 1")
                .param(after.planId())
                .update();
        plans.tell(new PlanApproved(after.planId(), before.projectId(), before.planId()));
        driver.runDue();
        return after.planId();
    }

    private List<Map<String, Object>> callingOff(TrainingSession session) {
        return jdbc.sql("""
                SELECT m.state, m.to_address, m.template, b.about AS about_plan FROM outbox_mail m LEFT JOIN mail_bundle b ON b.id = m.bundle_id
                 WHERE m.about = ? AND m.state <> 'DROPPED' AND m.template IN ('session/cancelled', 'session/cancelledNoted', 'session/trainerCancelled')""").param("/sessions/" + session.id()).query().listOfRows();
    }

    @Test
    void anotherPublicLeavesAndComes() {
        TrainingSession session = opened();
        Agent leaving = circo.directors().get(0);
        Agent coming = circo.directors().get(1);
        Planned after = copy();
        jdbc.sql(
                        "UPDATE planned_session_school SET school_uai = ? WHERE planned_session = (SELECT id FROM planned_session WHERE plan_id = ? AND line = 1)")
                .params(circo.schools().get(1), after.planId())
                .update();
        plans.tell(new PlanApproved(after.planId(), before.projectId(), before.planId()));
        assertThat(sessions.ofAgent(leaving.id()))
                .extracting(TrainingSession::id)
                .doesNotContain(session.id());
        assertThat(sessions.ofAgent(coming.id()))
                .extracting(TrainingSession::id)
                .contains(session.id());
        assertThat(mails.about("trainingSession:unseat:"))
                .filteredOn(mail -> leaving.email().equals(mail.toAddress()))
                .hasSize(1);
        assertThat(mails.about("trainingSession:enrol:"))
                .filteredOn(mail -> coming.email().equals(mail.toAddress()))
                .hasSize(1);
        assertThat(now(session).booked()).isEqualTo(3);
        assertThat(lines(session)).singleElement().asString().startsWith("Public : ");
    }

    /** The plan takes a seat away because somebody's hours went elsewhere: it is that person's, not the last one's. */
    @Test
    void aSeatLessIsThatOfWhoGoesBeyondHisHours() {
        TrainingSession session = opened();
        List<Enrolment> there = sessions.enrolments(session.id());
        long first = there.get(0).agentId();
        jdbc.sql(
                        "INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state) VALUES (?, ?, 'ailleurs', 1080, 'OUTSIDE')")
                .params(first, YEAR)
                .update();
        Planned after = copy();
        jdbc.sql(
                        "UPDATE planned_session_school SET people = 2 WHERE planned_session = (SELECT id FROM planned_session WHERE plan_id = ? AND line = 1)")
                .param(after.planId())
                .update();
        plans.tell(new PlanApproved(after.planId(), before.projectId(), before.planId()));

        assertThat(sessions.enrolments(session.id()))
                .filteredOn(row -> row.state().holdsPlace())
                .extracting(Enrolment::agentId)
                .containsExactlyElementsOf(
                        there.subList(1, 3).stream().map(Enrolment::agentId).toList());
    }

    /**
     * Whatever changes together: each fact is in the session or said to be not, nobody is in two places, nobody has two
     * letters about one session.
     */
    @Test
    void anythingChangedTogetherIsTakenOverOrSaid() {
        Random chance = Attack.chance("amendments");
        for (int round = 0; round < Attack.rounds(4, 60); round++) {
            ground();
            opened();
            service.open(new NewSession(
                    circo.uai(),
                    null,
                    "COMM",
                    WEDNESDAY.plusDays(7).atTime(15, 0),
                    60,
                    "Vitré",
                    Format.PRESENTIEL,
                    10,
                    1,
                    TrainerKind.EQUIPE_CIRCONSCRIPTION,
                    circo.erun().id(),
                    false));
            Planned after = copy();
            for (int line = 1; line <= 2; line++) {
                jdbc.sql(
                                "UPDATE planned_session SET held_on = ?, starts_at = ?, minutes = ?, place = ?, trainer_agent_id = ?, capacity = ? WHERE plan_id = ? AND line = ?")
                        .params(Arrays.asList(
                                one(chance, WEDNESDAY, WEDNESDAY.plusDays(7), WEDNESDAY.plusDays(4)),
                                one(chance, LocalTime.of(14, 0), LocalTime.of(15, 15), LocalTime.of(16, 0)),
                                one(chance, 60, 75, 90),
                                one(chance, "Rennes", "Redon", circo.schools().get(1)),
                                one(
                                        chance,
                                        circo.cpc().id(),
                                        circo.erun().id(),
                                        circo.directors().get(0).id(),
                                        null),
                                one(chance, 2, 20, 30),
                                after.planId(),
                                line))
                        .update();
            }
            Map<Long, TrainingSession> earlier = sessions.ofVague(before.vagueId()).stream()
                    .collect(Collectors.toMap(TrainingSession::id, session -> session));
            plans.tell(new PlanApproved(after.planId(), before.projectId(), before.planId()));
            driver.runDue();
            sessions.ofVague(before.vagueId())
                    .forEach(session -> assertFollowed(earlier.get(session.id()), session, after.planId()));
            assertNobodyIsInTwoPlaces();
        }
    }

    private void assertFollowed(TrainingSession earlier, TrainingSession session, long planId) {
        var line = plansRead.sessions(planId).stream()
                .filter(one -> one.line() == session.planLine())
                .findFirst()
                .orElseThrow();
        String refused = history.of(TrainingSession.JOURNAL, session.id()).stream()
                .map(JournalEntry::after)
                .filter(text -> text.startsWith("Non repris"))
                .collect(Collectors.joining("\n"));
        assertThat(session.startsAt().equals(line.day().atTime(line.start())) && session.minutes() == line.minutes()
                        || refused.contains("date : "))
                .as("date of %s; %s", line, refused)
                .isTrue();
        assertThat(session.place().equals(line.place()) || refused.contains("lieu : "))
                .as("place of %s; %s", line, refused)
                .isTrue();
        assertThat(Objects.equals(session.trainerId(), line.trainerAgentId())
                        || refused.contains("formation assurée par : "))
                .as("trainer of %s; %s", line, refused)
                .isTrue();
        assertThat(session.capacity() == line.capacity() || refused.contains("places : "))
                .as("places of %s; %s", line, refused)
                .isTrue();
        assertThat(told(circo.erun()).isEmpty())
                .as(refused)
                .isEqualTo(sessions.ofVague(before.vagueId()).stream()
                        .flatMap(one -> history.of(TrainingSession.JOURNAL, one.id()).stream())
                        .noneMatch(text -> text.after().startsWith("Non repris")));
        List<Enrolment> seated = sessions.enrolments(session.id()).stream()
                .filter(row -> row.state().holdsPlace())
                .toList();
        assertThat(session.booked()).isEqualTo(seated.size()).isLessThanOrEqualTo(session.capacity());
        Map<String, Long> letters = mails.about("trainingSession:").stream()
                .filter(mail -> mail.mailKey().matches("trainingSession:(amended|unseat):.*"))
                .filter(mail -> Pattern.compile("/sessions/" + session.id() + "\\b")
                        .matcher(mail.bodyText())
                        .find())
                .collect(Collectors.groupingBy(QueuedMail::toAddress, Collectors.counting()));
        assertThat(letters.values())
                .as(
                        "%s %s",
                        letters,
                        mails.about("trainingSession:").stream()
                                .map(mail -> mail.toAddress() + " " + mail.mailKey())
                                .toList())
                .allMatch(number -> number == 1);
        boolean told = !earlier.startsAt().equals(session.startsAt())
                || !earlier.place().equals(session.place())
                || !Objects.equals(earlier.trainerId(), session.trainerId());
        if (told) {
            assertThat(letters.keySet()).containsAll(addresses(session));
        }
    }

    private void assertNobodyIsInTwoPlaces() {
        List<String> twice =
                jdbc.sql("""
                WITH there AS (
                    SELECT e.agent_id AS agent, s.id, s.starts_at, s.ends_at FROM enrolment e JOIN training_session s ON s.id = e.session_id
                    WHERE e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE') AND s.circonscription_uai = :circo
                    UNION SELECT trainer_id, id, starts_at, ends_at FROM training_session WHERE trainer_id IS NOT NULL AND circonscription_uai = :circo)
                SELECT a.agent || ' in ' || a.id || ' and ' || b.id FROM there a JOIN there b ON a.agent = b.agent AND a.id < b.id
                WHERE a.starts_at < b.ends_at AND b.starts_at < a.ends_at""").param("circo", circo.uai()).query(String.class).list();
        assertThat(twice).isEmpty();
        assertThat(jdbc.sql("""
                SELECT COUNT(*) FROM training_session s WHERE s.circonscription_uai = :circo AND (
                    SELECT COUNT(*) FROM occupation o WHERE o.session_id = s.id AND o.starts_at = s.starts_at AND o.ends_at = s.ends_at)
                    <> s.booked + CASE WHEN s.trainer_id IS NULL THEN 0 ELSE 1 END""")
                        .param("circo", circo.uai())
                        .query(Integer.class)
                        .single())
                .as("everybody's time is taken for the hours the session has")
                .isZero();
    }

    @SafeVarargs
    private static <T> T one(Random chance, T... values) {
        return values[chance.nextInt(values.length)];
    }

    /** Line 1, with three people of the first school, and another one at four o'clock; announced. */
    private TrainingSession opened() {
        plans.line(
                before,
                1,
                "VAGUE",
                "PRES-ECOLE",
                WEDNESDAY,
                LocalTime.of(14, 0),
                90,
                20,
                circo.cpc().id(),
                List.of("DIRECTEUR", "ENSEIGNANT"),
                Map.of(circo.schools().get(0), 3));
        plans.line(
                before,
                2,
                "VAGUE",
                "SENS-CHGT",
                WEDNESDAY,
                LocalTime.of(16, 0),
                60,
                20,
                circo.erun().id(),
                List.of("DIRECTEUR"),
                Map.of(circo.schools().get(0), 1));
        plans.tell(new VagueEngaged(before.vagueId()));
        driver.runDue();
        sessions.ofVague(before.vagueId()).forEach(session -> driver.theCase("trainingSession", session.id()));
        sessions.ofVague(before.vagueId()).forEach(plans::tell);
        return sessions.ofVague(before.vagueId()).stream()
                .filter(session -> session.planLine() == 1)
                .findFirst()
                .orElseThrow();
    }

    /** An amendment that changes this in its first line (in both where the text tells lines apart), approved. */
    private void amend(String set) {
        Planned after = copy();
        jdbc.sql("UPDATE planned_session SET " + set + " WHERE plan_id = ?"
                        + (set.contains("CASE line") ? "" : " AND line = 1"))
                .param(after.planId())
                .update();
        plans.tell(new PlanApproved(after.planId(), before.projectId(), before.planId()));
        driver.runDue();
    }

    private Planned copy() {
        Planned after = plans.amended(before);
        jdbc.sql("""
                INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                trainer_kind, trainer_agent_id, profiles, expected)
                SELECT CAST(? AS BIGINT), line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                trainer_kind, trainer_agent_id, profiles, expected FROM planned_session WHERE plan_id = ?""").params(after.planId(), before.planId()).update();
        jdbc.sql("""
                INSERT INTO planned_session_school (planned_session, school_uai, people)
                SELECT n.id, s.school_uai, s.people FROM planned_session n JOIN planned_session o ON o.line = n.line AND o.plan_id = ?
                JOIN planned_session_school s ON s.planned_session = o.id WHERE n.plan_id = ?""").params(before.planId(), after.planId()).update();
        return after;
    }

    private TrainingSession now(TrainingSession session) {
        return sessions.find(session.id()).orElseThrow();
    }

    private List<String> addresses(TrainingSession session) {
        return jdbc.sql(
                        "SELECT a.email FROM enrolment e JOIN agent a ON a.id = e.agent_id WHERE e.session_id = ? AND e.active_agent_id IS NOT NULL")
                .param(session.id())
                .query(String.class)
                .list();
    }

    /** Letters of the amendment. */
    private List<QueuedMail> lettersTo(List<String> addresses) {
        return mails.about("trainingSession:amended:").stream()
                .filter(mail -> addresses.contains(mail.toAddress()))
                .toList();
    }

    private List<QueuedMail> told(Agent erun) {
        return mails.about("trainingSession:amendmentRefused:").stream()
                .filter(mail -> erun.email().equals(mail.toAddress()))
                .toList();
    }

    /** What the history says of the amendment. */
    private List<String> lines(TrainingSession session) {
        return history.of(TrainingSession.JOURNAL, session.id()).stream()
                .filter(line -> line.why() != null && line.why().startsWith("Avenant"))
                .map(line -> line.before() + " > " + line.after())
                .toList();
    }
}
