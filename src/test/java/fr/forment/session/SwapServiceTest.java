package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.french.Refusal;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.guard.WhyNot;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Another date of the same module: both places or none, the hours once. */
@HouseTest
class SwapServiceTest {

    private static final LocalDate LATE = LocalDate.of(2027, 6, 1);

    @Autowired
    SwapService swaps;

    @Autowired
    SessionChoices choices;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionGround some;

    @Autowired
    TestGround ground;

    @Autowired
    HoursLedger hours;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SessionRepository repository;

    @Autowired
    EnrolmentRepository enrolmentRows;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    EnrolmentRules rules;

    @Autowired
    WhyNot reasons;

    @Autowired
    Seating seating;

    @Autowired
    WaitingList line;

    @Autowired
    Convoking convoking;

    @Autowired
    Numbers numbers;

    @Autowired
    SessionMails mails;

    @Autowired
    SessionDates dates;

    @Autowired
    Agents agents;

    @Autowired
    TransactionTemplate transaction;

    private Circo circo;
    private Agent teacher;
    private TrainingSession first;
    private TrainingSession second;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(3);
        teacher = circo.teachers().get(0);
        first = some.session(circo, 2, 1);
        second = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(1), 1, 1);
    }

    @Test
    void changesTheDateAndCountsTheHoursOnce() {
        some.enrol(first, teacher);
        assertThat(choices.of(teacher.id(), "PRES-ECOLE", LATE, 3))
                .extracting(TrainingSession::id)
                .containsExactly(second.id());
        int left = hours.entMinutesLeft(teacher.id(), "2026-2027");
        swaps.choose(teacher.id(), second.id());
        swaps.choose(teacher.id(), second.id());
        assertThat(sessions.ofAgent(teacher.id()))
                .extracting(TrainingSession::id)
                .containsExactly(second.id());
        assertThat(hours.entMinutesLeft(teacher.id(), "2026-2027")).isEqualTo(left);
        assertThat(booked(first)).isZero();
        assertThat(booked(second)).isEqualTo(1);
    }

    @Test
    void aFullSessionLeavesThePersonWhereHeWas() {
        some.enrol(first, teacher);
        some.enrol(second, circo.teachers().get(1));
        assertThat(choices.of(teacher.id(), "PRES-ECOLE", LATE, 3)).isEmpty();
        assertThatThrownBy(() -> swaps.choose(teacher.id(), second.id()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dernière place");
        assertThat(sessions.ofAgent(teacher.id()))
                .extracting(TrainingSession::id)
                .containsExactly(first.id());
        assertThat(booked(first)).isEqualTo(1);
    }

    @Test
    void thePlaceGivenBackGoesToWhoWaits() {
        some.enrol(first, teacher);
        some.enrol(first, circo.teachers().get(1));
        Agent waiting = circo.teachers().get(2);
        assertThat(some.enrol(first, waiting).state()).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        TrainingSession third = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(2), 2, 1);
        swaps.choose(teacher.id(), third.id()); // the place of the second is proposed to who waits
        assertThat(sessions.enrolments(first.id()))
                .filteredOn(row -> row.agentId() == waiting.id())
                .extracting(Enrolment::state)
                .containsExactly(EnrolmentState.INSCRIT);
        assertThat(booked(first)).isEqualTo(2);
    }

    @Test
    void twoWhoWantTheLastPlaceGetItOnce() throws Exception {
        Agent other = circo.teachers().get(1);
        some.enrol(first, teacher);
        some.enrol(first, other);
        var hands = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> wishes = List.of(wish(teacher), wish(other));
            for (Future<Void> done : hands.invokeAll(wishes)) {
                try {
                    done.get();
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOfAny(Refusal.class, DataAccessException.class);
                }
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(booked(first) + booked(second)).isEqualTo(2);
        assertThat(sessions.ofAgent(teacher.id())).hasSize(1);
        assertThat(sessions.ofAgent(other.id())).hasSize(1);
    }

    @Test
    void noWednesdayMorningForASchoolThatTeachesThen() {
        TrainingSession morning = some.session(circo, LocalDateTime.of(2026, 11, 25, 9, 0), 5, 1);
        assertThat(choices.of(teacher.id(), "PRES-ECOLE", LATE, 3))
                .extracting(TrainingSession::id)
                .contains(morning.id());
        jdbc.sql("UPDATE school SET rhythm = 'QUATRE_JOURS_ET_DEMI' WHERE uai = ?")
                .param(circo.schools().get(0))
                .update();
        assertThat(choices.of(teacher.id(), "PRES-ECOLE", LATE, 3))
                .extracting(TrainingSession::id)
                .containsExactly(first.id(), second.id());
    }

    @Test
    void proposesWhatFitsOnly() {
        assertThat(choices.of(teacher.id(), "PRES-ECOLE", SessionGround.WEDNESDAY.toLocalDate(), 3))
                .extracting(TrainingSession::id)
                .containsExactly(first.id());
        hours.done(teacher.id(), "2026-2027", 5 * 60 + 30, "test:" + teacher.id());
        assertThat(choices.of(teacher.id(), "PRES-ECOLE", LATE, 3))
                .as("half an hour left")
                .isEmpty();
        assertThat(choices.of(circo.teachers().get(1).id(), "PRES-ECOLE", LATE, 1))
                .hasSize(1);
    }

    /** Between the look and the lock an organiser takes him off the list. */
    @Test
    void whatIsGoneMeanwhileNeedNotBeGivenBack() {
        Enrolment row = some.enrol(first, teacher);
        SessionRepository late = mock(SessionRepository.class, AdditionalAnswers.delegatesTo(repository));
        doAnswer(call -> {
                    if (enrolmentRows.active(first.id(), teacher.id()).isPresent()) {
                        enrolments.remove(row.id(), "Autre projet");
                    }
                    return repository.lock(call.getArgument(0));
                })
                .when(late)
                .lock(anyLong());
        SwapService slow = new SwapService(
                late, enrolmentRows, rules, reasons, seating, line, convoking, numbers, mails, dates, agents);
        transaction.executeWithoutResult(status -> slow.choose(teacher.id(), second.id()));
        assertThat(sessions.ofAgent(teacher.id()))
                .extracting(TrainingSession::id)
                .containsExactly(second.id());
        assertThat(sessions.enrolment(row.id()).orElseThrow().state()).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        assertThat(booked(first)).isZero();
    }

    @Test
    void refusesAnotherCirconscriptionsSession() {
        Circo elsewhere = ground.circonscription(1);
        TrainingSession theirs = some.session(elsewhere, 5, 1);
        assertThatThrownBy(() -> swaps.choose(teacher.id(), theirs.id()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("plus ouverte");
    }

    private Callable<Void> wish(Agent agent) {
        return () -> {
            swaps.choose(agent.id(), second.id());
            return null;
        };
    }

    private int booked(TrainingSession session) {
        return sessions.find(session.id()).orElseThrow().booked();
    }
}
