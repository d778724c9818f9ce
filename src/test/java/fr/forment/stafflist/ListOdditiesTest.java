package fr.forment.stafflist;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.database.Slice;
import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.people.ArrivalKind;
import fr.forment.people.StaffDatabase;
import fr.forment.stafflist.AcceptanceService.Answer;
import fr.forment.stafflist.PreviewService.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.core.context.SecurityContextHolder;

/** What stands in real lists besides people, each once: totals, copied lines, cover pages, a second tab. */
@Tag("attack")
class ListOdditiesTest {

    private static final List<String> TITLES = List.of("Code UAI", "Nom", "Prénom", "Fonction", "Courriel", "Quotité");

    private AnnotationConfigApplicationContext context;
    private ListDesk desk;

    @BeforeEach
    void openAsTheSecretary() {
        context = StaffDatabase.inMemory();
        desk = new ListDesk(context);
        desk.signInSecretary(REDON);
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        context.close();
    }

    @Test
    void skipsCopiedLinesAndSaysSo() {
        String claire = FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;adjoint;80";
        String rose = FIRST_SCHOOL + ";Petit;Rose;;adjoint";
        long id =
                desk.deposit(claire, rose, claire, FIRST_SCHOOL + ";Autre;Luc;;adjoint", rose, rose + ";;;;;remarque");

        assertThat(desk.count(id, Outcome.TO_FIX)).isZero();
        assertThat(desk.count(id, Outcome.NEW)).isEqualTo(3);
        assertThat(skipped(id)).extracting(Row::line).containsExactly(4L, 6L, 7L);
        assertThat(skipped(id)).allSatisfy(row -> assertThat(row.reason()).contains("identique à la ligne"));
        assertThat(desk.write(id, ArrivalKind.ALREADY_THERE).figures().arrived())
                .isEqualTo(3);
    }

    @Test
    void aLineThatDiffersIsStillAsked() {
        long id =
                desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;;adjoint;80", FIRST_SCHOOL + ";Morvan;Claire;;adjoint;50");
        assertThat(desk.count(id, Outcome.TO_FIX)).isEqualTo(1);
        assertThat(skipped(id)).isEmpty();
    }

    @Test
    void skipsTotalsAndSaysSo() {
        for (String total : List.of(
                "Total : 12;;",
                "Total;12;",
                ";TOTAL GÉNÉRAL;2",
                FIRST_SCHOOL + ";Sous-total;2 personnes",
                ";;Total de l'école : 2",
                "Nombre d'agents : 2;;",
                ";Effectif total;2",
                ";;2 personnes")) {
            long id = desk.deposit(FIRST_SCHOOL + ";Petit;Rose;;adjoint", total);
            assertThat(desk.count(id, Outcome.TO_FIX)).as(total).isZero();
            assertThat(desk.count(id, Outcome.NEW)).as(total).isEqualTo(1);
            assertThat(skipped(id)).as(total).singleElement().satisfies(row -> assertThat(row.reason())
                    .contains("ligne de total"));
        }
    }

    /**
     * A bare line at the end of a CSV file, without the separators of the other lines: no sign that the file was cut.
     */
    @Test
    void skipsABareTotalAtTheEnd() {
        long id = desk.depositFile(ListDesk.HEADER + FIRST_SCHOOL + ";Petit;Rose;;adjoint;;;;;\nTotal : 1\n");
        assertThat(desk.count(id, Outcome.NEW)).isEqualTo(1);
        assertThat(skipped(id)).hasSize(1);
    }

    @Test
    void someCalledTotalIsAPerson() {
        long id = desk.deposit(FIRST_SCHOOL + ";Total;Jean;;adjoint", FIRST_SCHOOL + ";Petit;Effectif;;adjoint");
        assertThat(desk.count(id, Outcome.NEW)).isEqualTo(2);
    }

    @Test
    void readsTwoTabsWhoseTitlesAgree() {
        List<String> turned = List.of("Nom", "Prénom", "Code UAI", "Fonction", "Courriel", "Quotité");
        long id = deposit(
                new XlsxSheet(
                        "Directions",
                        TITLES,
                        List.of(List.of(FIRST_SCHOOL, "Morvan", "Claire", "directrice", "", "100"))),
                new XlsxSheet(
                        "Adjoints",
                        turned,
                        List.of(
                                List.of("Petit", "Rose", FIRST_SCHOOL, "adjoint", "", "80"),
                                List.of("Loin", "Paul", "0350999Z", "adjoint", "", "80"),
                                List.of("Petit", "Rose", FIRST_SCHOOL, "adjoint", "", "80"))));

        assertThat(desk.row(id, "Morvan Claire").outcome()).isEqualTo(Outcome.NEW);
        assertThat(rows(id, Outcome.NEW)).extracting(Row::name).containsExactly("Morvan Claire", "Petit Rose");
        assertThat(rows(id, Outcome.TO_FIX)).singleElement().satisfies(row -> assertThat(row.sheet())
                .isEqualTo("Adjoints"));
        assertThat(skipped(id)).singleElement().satisfies(row -> assertThat(row.reason())
                .contains("ligne 2 de la feuille « Adjoints »"));
        assertThat(desk.file(id).sheets().unread()).isEmpty();
    }

    @Test
    void namesTheTabItDoesNotReadAndConcludesNobodyAbsent() {
        desk.write(
                desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;;directrice", FIRST_SCHOOL + ";Petit;Rose;;adjoint"),
                ArrivalKind.ALREADY_THERE);

        long id = deposit(
                new XlsxSheet(
                        "Directions",
                        TITLES,
                        List.of(List.of(FIRST_SCHOOL, "Morvan", "Claire", "directrice", "", "100"))),
                new XlsxSheet("Adjoints", List.of("Enseignant", "École"), List.of(List.of("PETIT Rose", "École A"))));

        assertThat(desk.file(id).sheets().unread()).containsExactly("Adjoints");
        assertThat(desk.count(id, Outcome.SAME)).isEqualTo(1);
        assertThat(desk.count(id, Outcome.GONE)).isZero();
        context.getBean(fr.forment.stafflist.AnswerService.class).setWhole(id, true);
        assertThat(desk.count(id, Outcome.GONE))
                .as("whatever is said of the file")
                .isZero();
        assertThat(desk.accept(id, ArrivalKind.ALREADY_THERE)).isNotEqualTo(Answer.HELD);
    }

    @Test
    void findsTheListBehindACoverPage() {
        desk.write(desk.deposit(SECOND_SCHOOL + ";Ancien;Luc;;adjoint"), ArrivalKind.ALREADY_THERE);
        for (XlsxSheet cover : List.of(
                new XlsxSheet(
                        "Page de garde", List.of("Liste des personnels"), List.of(List.of("Circonscription de Redon"))),
                new XlsxSheet(
                        "Page de garde",
                        List.of("Circonscription", "Redon"),
                        List.of(List.of("Année", "2026-2027"), List.of("Mise à jour", "1/9/2026"))))) {
            long id = deposit(
                    cover,
                    new XlsxSheet(
                            "Liste", TITLES, List.of(List.of(SECOND_SCHOOL, "Petit", "Rose", "adjoint", "", "80"))));
            assertThat(desk.row(id, "Petit Rose").outcome()).isEqualTo(Outcome.NEW);
            assertThat(desk.file(id).sheets().unread()).containsExactly("Page de garde");
            assertThat(desk.count(id, Outcome.GONE))
                    .as("a cover page holds nobody")
                    .isEqualTo(1);
        }
    }

    private long deposit(XlsxSheet... sheets) {
        long id = context.getBean(StaffDepositService.class)
                .deposit(new ByteArrayResource(XlsxBook.of(sheets)), "liste.xlsx");
        var view = context.getBean(StaffDepositService.class).mapping(id);
        view.ifPresent(columns ->
                context.getBean(StaffDepositService.class).choose(id, columns.proposed(), columns.usual(), false));
        return id;
    }

    private List<Row> skipped(long id) {
        return rows(id, Outcome.SKIPPED);
    }

    private List<Row> rows(long id, Outcome outcome) {
        return new ArrayList<>(context.getBean(PreviewService.class).page(id, outcome, 0, Slice.SIZE));
    }
}
