package fr.forment.people;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.people.StaffDatabase.Heard;
import fr.forment.stafflist.AcceptanceService;
import fr.forment.stafflist.AcceptanceService.Answer;
import fr.forment.stafflist.IntakeState;
import fr.forment.stafflist.ListDesk;
import fr.forment.stafflist.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.core.context.SecurityContextHolder;

/** The two hard moments: the machine stops between two lines, and two people act at once. */
class ListSafetyTest extends OnStaffDatabase {

    private static final int LINES = 1_300;

    private JdbcClient jdbc;
    private ListDesk desk;
    private Agent secretary;

    @BeforeEach
    void open() {
        jdbc = context.getBean(JdbcClient.class);
        desk = new ListDesk(context);
        secretary = desk.signInSecretary(REDON);
    }

    private long depositMany() {
        String[] lines = new String[LINES];
        for (int i = 0; i < LINES; i++) {
            lines[i] = (i % 2 == 0 ? FIRST_SCHOOL : SECOND_SCHOOL) + ";Nom" + i + ";Prenom;p" + i
                    + "@exemple.invalid;adjoint";
        }
        return desk.deposit(lines);
    }

    @Test
    void aFailureInTheMiddleLeavesNothing() {
        List<String> before = Tables.exactly(jdbc);
        long id = depositMany();
        int chunk = new Random(4711).nextInt(3);
        AtomicInteger told = new AtomicInteger();
        context.getBean(Heard.class).reaction = event -> {
            if (event instanceof PeopleArrived && told.getAndIncrement() == chunk) {
                throw new IllegalStateException("the machine stops");
            }
        };

        assertThat(desk.accept(id, ArrivalKind.NEWCOMER)).isEqualTo(Answer.STARTED);

        assertThat(told).as("it was in the middle").hasValue(chunk + 1);
        assertThat(Tables.exactly(jdbc)).isEqualTo(before);
        assertThat(desk.file(id).state()).as("offered again").isEqualTo(IntakeState.A_VERIFIER);
        assertThat(desk.file(id).problem()).contains("rien n'a été écrit");

        context.getBean(Heard.class).reaction = event -> {};
        assertThat(desk.write(id, ArrivalKind.NEWCOMER).figures().arrived()).isEqualTo(LINES);
    }

    @Test
    void aMachineThatDiedIsTakenOverAndOneThatWakesUpTooLateWritesNothing() throws Exception {
        List<String> before = Tables.exactly(jdbc);
        long id = depositMany();
        AtomicInteger told = new AtomicInteger();
        ExecutorService otherMachine = Executors.newSingleThreadExecutor();
        Callable<Boolean> takeOver = DelegatingSecurityContextCallable.create(
                () -> {
                    jdbc.sql(
                                    "UPDATE staff_import SET lease_until = CURRENT_TIMESTAMP - INTERVAL '1' MINUTE WHERE id = ?")
                            .param(id)
                            .update();
                    boolean seen = desk.file(id).interrupted();
                    context.getBean(AcceptanceService.class).resume(id);
                    return seen;
                },
                null);
        context.getBean(Heard.class).reaction = event -> {
            if (event instanceof PeopleArrived && told.getAndIncrement() == 1) {
                assertThat(now(otherMachine.submit(takeOver)))
                        .as("shown as interrupted")
                        .isTrue();
            }
        };

        desk.accept(id, ArrivalKind.NEWCOMER);

        assertThat(told).hasValueGreaterThan(1);
        assertThat(Tables.exactly(jdbc)).as("nothing of the one that woke up").isEqualTo(before);
        assertThat(desk.file(id).state()).isEqualTo(IntakeState.A_VERIFIER);
        context.getBean(Heard.class).reaction = event -> {};
        jdbc.sql("UPDATE staff_import_turn SET lease_until = CURRENT_TIMESTAMP - INTERVAL '1' MINUTE")
                .update();
        assertThat(desk.write(id, ArrivalKind.NEWCOMER).figures().arrived()).isEqualTo(LINES);
        otherMachine.shutdown();
    }

    @Test
    void anAnalysisThatWasCutOffBeginsAgain() {
        long id = desk.deposit(FIRST_SCHOOL + ";Neuf;Zoé;;adjoint");
        jdbc.sql("DELETE FROM staff_import_line").update();
        jdbc.sql(
                        "UPDATE staff_import SET state = 'EN_ANALYSE', worker = 'dead', lease_until = CURRENT_TIMESTAMP - INTERVAL '1' MINUTE")
                .update();
        assertThat(desk.file(id).interrupted()).isTrue();
        context.getBean(AcceptanceService.class).resume(id);
        assertThat(desk.file(id).state()).isEqualTo(IntakeState.A_VERIFIER);
        assertThat(desk.row(id, "Neuf Zoé").outcome()).isEqualTo(Outcome.NEW);
    }

    @Test
    void twoClicksAtOnceWriteOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            long id = desk.deposit(FIRST_SCHOOL + ";Neuf;Zoé" + (char) ('A' + round) + ";;adjoint");
            desk.onlyAdds(id);
            int revision = desk.file(id).revision();
            AcceptanceService acceptance = context.getBean(AcceptanceService.class);
            List<Answer> answers = atOnce(
                    () -> acceptance.accept(id, revision, ArrivalKind.ALREADY_THERE, false),
                    () -> acceptance.accept(id, revision, ArrivalKind.ALREADY_THERE, false));
            assertThat(answers)
                    .as("the other is told no fault")
                    .containsExactlyInAnyOrder(Answer.STARTED, Answer.DONE_ALREADY);
            assertThat(acceptance.accept(id, revision, ArrivalKind.ALREADY_THERE, false))
                    .as("nor a late one")
                    .isEqualTo(Answer.DONE_ALREADY);
            assertThat(acceptance.drop(id)).as("what is written is not dropped").isFalse();
            assertThat(context.getBean(Agents.class).named(List.of("neuf zoe" + (char) ('a' + round))))
                    .hasSize(1);
        }
    }

    @Test
    void theSecondClickOnAListThatIsHeldIsNoOtherPreview() {
        desk.write(depositMany(), ArrivalKind.ALREADY_THERE);
        long id = desk.deposit(FIRST_SCHOOL + ";Neuf;Zoé;;adjoint");
        AcceptanceService acceptance = context.getBean(AcceptanceService.class);
        int revision = desk.file(id).revision();
        assertThat(acceptance.accept(id, revision, ArrivalKind.ALREADY_THERE, false))
                .isEqualTo(Answer.HELD);
        assertThat(acceptance.accept(id, revision, ArrivalKind.ALREADY_THERE, false))
                .isEqualTo(Answer.HELD);
        assertThat(acceptance.drop(id)).isTrue();
        assertThat(acceptance.accept(id, revision, ArrivalKind.ALREADY_THERE, false))
                .isEqualTo(Answer.OTHER_THAN_SHOWN);
    }

    @Test
    void twoPeopleWhoBringTheSameNewcomerBringHimOnce() throws Exception {
        Agent erun = context.getBean(StaffService.class)
                .register(
                        NewAgent.inCirconscription("Roche", "Rémi", null, AgentFunction.ERUN, REDON),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
        AcceptanceService acceptance = context.getBean(AcceptanceService.class);
        for (int round = 0; round < 5; round++) {
            String line = FIRST_SCHOOL + ";Duo;Léo" + (char) ('A' + round) + ";;adjoint";
            desk.signIn(secretary);
            long first = desk.deposit(line);
            desk.onlyAdds(first);
            int firstShown = desk.file(first).revision();
            Callable<Answer> secretaryClicks = DelegatingSecurityContextCallable.create(
                    () -> acceptance.accept(first, firstShown, ArrivalKind.ALREADY_THERE, false),
                    SecurityContextHolder.getContext());
            SecurityContextHolder.clearContext();
            desk.signIn(erun);
            long second = desk.deposit(line);
            desk.onlyAdds(second);
            int secondShown = desk.file(second).revision();
            Callable<Answer> erunClicks = DelegatingSecurityContextCallable.create(
                    () -> acceptance.accept(second, secondShown, ArrivalKind.ALREADY_THERE, false),
                    SecurityContextHolder.getContext());

            assertThat(atOnce(secretaryClicks, erunClicks))
                    .as("each gets an answer")
                    .isSubsetOf(Answer.STARTED, Answer.BUSY)
                    .contains(Answer.STARTED);

            assertThat(context.getBean(Agents.class).named(List.of("duo leo" + (char) ('a' + round))))
                    .hasSize(1);
        }
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        List<Future<Answer>> futures = new ArrayList<>();
        for (Callable<Answer> click : List.of(one, other)) {
            futures.add(hands.submit(DelegatingSecurityContextCallable.create(
                    () -> {
                        start.await();
                        return click.call();
                    },
                    null)));
        }
        hands.shutdown();
        return List.of(futures.get(0).get(), futures.get(1).get());
    }

    private static <T> T now(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
