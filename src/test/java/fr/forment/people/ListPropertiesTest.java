package fr.forment.people;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.files.CsvSheet;
import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.stafflist.ListDesk;
import fr.forment.stafflist.Outcome;
import fr.forment.stafflist.StaffDepositService;
import fr.forment.stafflist.StaffSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** What holds for any list: generated from fixed seeds, so that a failure can be looked at again. */
class ListPropertiesTest {

    private static final List<String> LAST =
            List.of("Martin", "Le Goff", "D'Arc", "Müller", "Nguyen", "Œuvrard", "de La Tour", "O'Neil", "Çelik");
    private static final List<String> FIRST = List.of("Zoé", "Anne-Marie", "Loïc", "François", "Noëlle", "Aya", "Max");
    private static final List<AgentFunction> FUNCTIONS = List.of(
            AgentFunction.ADJOINT,
            AgentFunction.ADJOINT,
            AgentFunction.TR,
            AgentFunction.PES,
            AgentFunction.AESH,
            AgentFunction.CONTRACTUEL);

    private final List<AnnotationConfigApplicationContext> contexts = new ArrayList<>();

    AnnotationConfigApplicationContext database() {
        return StaffDatabase.inMemory();
    }

    private AnnotationConfigApplicationContext open() {
        AnnotationConfigApplicationContext context = database();
        contexts.add(context);
        return context;
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        contexts.forEach(AnnotationConfigApplicationContext::close);
    }

    /**
     * So many people of both schools; names repeat, some have no address. Those without address have a name of their
     * own.
     */
    private static List<NewAgent> people(Random random, int count) {
        List<NewAgent> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String last = LAST.get(random.nextInt(LAST.size()))
                    + (random.nextInt(3) == 0 ? " " + LAST.get(random.nextInt(LAST.size())) : "");
            String first = FIRST.get(random.nextInt(FIRST.size()));
            boolean hasNone = random.nextInt(4) == 0;
            last = hasNone ? last + " Sans" + (char) ('a' + i / 26) + (char) ('a' + i % 26) : last;
            String email = hasNone ? null : "p" + i + "." + random.nextInt(1000) + "@exemple.invalid";
            String uai = random.nextBoolean() ? FIRST_SCHOOL : SECOND_SCHOOL;
            people.add(NewAgent.inSchool(last, first, email, FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), uai)
                    .working(List.of(100, 80, 75, 50).get(random.nextInt(4)), random.nextBoolean())
                    .since(random.nextBoolean() ? null : LocalDate.of(2020 + random.nextInt(6), 9, 1)));
        }
        return people;
    }

    private static String[] lines(List<NewAgent> people) {
        return people.stream()
                .map(who -> String.join(
                        ";",
                        who.schoolUai(),
                        who.lastName(),
                        who.firstName(),
                        who.email() == null ? "" : who.email(),
                        who.function().name().toLowerCase(),
                        String.valueOf(who.quotity()),
                        who.arrivedOn() == null ? "" : who.arrivedOn().toString(),
                        "",
                        who.constellation() ? "oui" : "non",
                        ""))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void whatWasExportedChangesNothingWhenItIsImported(long seed) {
        var context = open();
        ListDesk desk = new ListDesk(context);
        desk.signInSecretary(REDON);
        long id = desk.deposit(lines(people(new Random(seed), 60)));
        assertThat(desk.count(id, Outcome.TO_FIX) + desk.count(id, Outcome.DOUBTFUL))
                .as(desk.rows(id).toString())
                .isZero();
        desk.write(id, ArrivalKind.ALREADY_THERE);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        List<String> before = Tables.exactly(jdbc);
        List<List<Object>> exported = context.getBean(Agents.class).inCirconscription(REDON).stream()
                .map(StaffSheet::cells)
                .toList();

        byte[] csv = CsvSheet.of(
                StaffSheet.COLUMNS,
                exported.stream()
                        .map(row -> row.stream()
                                .map(cell -> cell == null ? "" : cell.toString())
                                .toList())
                        .toList());
        byte[] xlsx = XlsxBook.of(new XlsxSheet("Personnels", StaffSheet.COLUMNS, exported));
        StaffDepositService deposits = context.getBean(StaffDepositService.class);
        for (long again : new long[] {
            deposits.deposit(new ByteArrayResource(csv), "personnels.csv"),
            deposits.deposit(new ByteArrayResource(xlsx), "personnels.xlsx")
        }) {
            assertThat(desk.count(again, Outcome.SAME))
                    .as(desk.rows(again).toString())
                    .isEqualTo(61);
            assertThat(desk.rows(again)).allMatch(row -> row.outcome() == Outcome.SAME);
        }
        assertThat(Tables.exactly(jdbc)).isEqualTo(before);
    }

    /** One list a school, in either order, of the same final state: people moved between them, came and went. */
    @ParameterizedTest
    @ValueSource(longs = {13, 21, 34, 55})
    void listsOfTheSameStateAgreeInWhateverOrderTheyCome(long seed) {
        List<List<String>> states = new ArrayList<>();
        for (boolean reversed : new boolean[] {false, true}) {
            Random random = new Random(seed);
            var context = open();
            ListDesk desk = new ListDesk(context);
            desk.signInSecretary(REDON);
            List<NewAgent> start = people(random, 40).stream()
                    .filter(who -> who.email() != null && who.function() != AgentFunction.TR)
                    .toList();
            desk.write(desk.deposit(lines(start)), ArrivalKind.ALREADY_THERE);
            List<NewAgent> end = new ArrayList<>();
            for (NewAgent who : start) {
                switch (random.nextInt(6)) {
                    case 0 ->
                        end.add(NewAgent.inSchool(
                                who.lastName(),
                                who.firstName(),
                                who.email(),
                                AgentFunction.ADJOINT,
                                other(who.schoolUai())));
                    case 1 -> end.add(who.working(50, false));
                    case 2 -> {
                        // gone
                    }
                    default -> end.add(who);
                }
            }
            end.add(NewAgent.inSchool("Nouveau", "Nils", "nils@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL));
            List<List<NewAgent>> files = new ArrayList<>(List.of(in(FIRST_SCHOOL, end), in(SECOND_SCHOOL, end)));
            if (reversed) {
                Collections.reverse(files);
            }
            for (List<NewAgent> file : files) {
                desk.write(desk.deposit(lines(file)), ArrivalKind.ALREADY_THERE);
            }
            states.add(Tables.state(context.getBean(JdbcClient.class)));
        }
        assertThat(states.get(0)).isEqualTo(states.get(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {89, 144, 233})
    void anUndoneListHasNeverBeen(long seed) {
        Random random = new Random(seed);
        var context = open();
        ListDesk desk = new ListDesk(context);
        desk.signInSecretary(REDON);
        desk.write(desk.deposit(lines(people(random, 50))), ArrivalKind.ALREADY_THERE);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        List<String> before = Tables.exactly(jdbc);
        long id = desk.deposit(lines(people(new Random(seed + 1), 50)));
        desk.rows(id).stream()
                .filter(row -> row.outcome() == Outcome.DOUBTFUL)
                .forEach(row -> desk.answer(
                        id,
                        row,
                        row.choices().get(random.nextInt(row.choices().size())).code()));
        while (desk.count(id, Outcome.DOUBTFUL) > 0) {
            desk.rows(id).stream()
                    .filter(row -> row.outcome() == Outcome.DOUBTFUL)
                    .forEach(row -> desk.answer(id, row, "SKIP"));
        }
        if (desk.acceptGoodLines(id)) {
            assertThat(Tables.exactly(jdbc)).isNotEqualTo(before);
            desk.undo(id);
        }
        assertThat(Tables.exactly(jdbc)).isEqualTo(before);
    }

    private static List<NewAgent> in(String uai, List<NewAgent> people) {
        return people.stream().filter(who -> who.schoolUai().equals(uai)).toList();
    }

    private static String other(String uai) {
        return uai.equals(FIRST_SCHOOL) ? SECOND_SCHOOL : FIRST_SCHOOL;
    }
}
