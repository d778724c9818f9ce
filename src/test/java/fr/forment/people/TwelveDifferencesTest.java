package fr.forment.people;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static fr.forment.people.StaffDatabase.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.access.AccountService;
import fr.forment.account.AgentFunction;
import fr.forment.files.UnreadableFile;
import fr.forment.people.StaffDatabase.Heard;
import fr.forment.people.StaffDatabase.Instants;
import fr.forment.stafflist.AcceptanceService.Answer;
import fr.forment.stafflist.Choice;
import fr.forment.stafflist.ListDesk;
import fr.forment.stafflist.Outcome;
import fr.forment.stafflist.PreviewService.Row;
import fr.forment.stafflist.StaffDepositService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The twelve ways in which two lists of the same place may differ, and what each becomes. */
class TwelveDifferencesTest extends OnStaffDatabase {

    private ListDesk desk;

    @BeforeEach
    void open() {
        desk = new ListDesk(context);
        desk.signInSecretary(REDON);
    }

    private Agent known(String lastName, String firstName, String email, AgentFunction function, String uai) {
        return staff.register(NewAgent.inSchool(lastName, firstName, email, function, uai), ArrivalKind.ALREADY_THERE)
                .orElseThrow();
    }

    private Agent now(Agent agent) {
        return agents.find(agent.id()).orElseThrow();
    }

    private List<Record> heard() {
        return context.getBean(Heard.class).events;
    }

    private static List<String> codes(Row row) {
        return row.choices().stream().map(Choice::code).toList();
    }

    @Test
    void case01NewPersonArrives() {
        known("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        long id = desk.deposit(
                FIRST_SCHOOL + ";Morvan;Claire;;adjoint", FIRST_SCHOOL + ";Neuf;Zoé;zoe@exemple.invalid;adjoint");

        assertThat(desk.row(id, "Neuf Zoé").outcome()).isEqualTo(Outcome.NEW);
        desk.write(id, ArrivalKind.NEWCOMER);

        Agent zoe = agents.withEmails(List.of("zoe@exemple.invalid")).get(0);
        assertThat(zoe.arrivedOn()).isEqualTo(TODAY);
        assertThat(heard()).containsExactly(new PeopleArrived(List.of(zoe.id())));
    }

    @Test
    void aKnownAddressAndADeclaredPersonWithoutOneAreAQuestion() {
        Agent aurelie = known("Lamy", "Aurélie", "aurelie@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        Agent declared = known("Lamy", "Aurélie", null, AgentFunction.ADJOINT, SECOND_SCHOOL);
        long id = desk.deposit(SECOND_SCHOOL + ";Lamy;Aurélie;aurelie@exemple.invalid;adjoint");

        Row row = desk.rows(id).stream()
                .filter(each -> each.outcome() != Outcome.GONE)
                .findFirst()
                .orElseThrow();
        assertThat(row.outcome()).as("not moved in silence beside her twin").isEqualTo(Outcome.DOUBTFUL);
        assertThat(row.reason()).contains("sans adresse", "déjà sur la liste de cette école");
        desk.answer(id, row, "SAME:" + aurelie.id());
        desk.write(id, ArrivalKind.NEWCOMER);

        assertThat(now(aurelie).schoolUai()).isEqualTo(SECOND_SCHOOL);
        assertThat(now(declared).missingSince())
                .as("the director is asked what became of the other")
                .isEqualTo(TODAY);
    }

    @Test
    void case02GonePersonIsMarkedAndStays() {
        Agent claire = known("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        Agent aesh = known("Aide", "Ali", null, AgentFunction.AESH, FIRST_SCHOOL);
        Agent elsewhere = known("Loin", "Paul", null, AgentFunction.ADJOINT, SECOND_SCHOOL);
        long id = desk.deposit(FIRST_SCHOOL + ";Neuf;Zoé;;adjoint");

        assertThat(desk.row(id, "Morvan Claire").outcome()).isEqualTo(Outcome.GONE);
        desk.write(id, ArrivalKind.ALREADY_THERE);

        assertThat(now(claire).missingSince()).isEqualTo(TODAY);
        assertThat(now(claire).isActiveOn(TODAY))
                .as("nobody leaves by an omission")
                .isTrue();
        assertThat(now(aesh).missingSince())
                .as("a list of teachers says nothing of the AESH")
                .isNull();
        assertThat(now(elsewhere).missingSince())
                .as("a list of one school says nothing of another")
                .isNull();
        assertThat(heard()).containsExactly(new PeopleMissing(List.of(claire.id())));
        long again = desk.deposit(FIRST_SCHOOL + ";Neuf;Zoé;;adjoint");
        assertThat(desk.count(again, Outcome.GONE)).as("told once").isZero();
    }

    @Test
    void case03GoneThenBack() {
        Agent claire = known("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        staff.markMissing(List.of(claire.id()), TODAY.minusDays(3));
        Agent paul = known("Retour", "Paul", "paul@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        Agent lea = known("Depart", "Léa", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        staff.leave(paul.id(), TODAY.minusDays(30));
        staff.leave(lea.id(), TODAY.minusDays(30));
        heard().clear();

        long id = desk.deposit(
                FIRST_SCHOOL + ";Morvan;Claire;;adjoint",
                SECOND_SCHOOL + ";Retour;Paul;paul@exemple.invalid;PES",
                SECOND_SCHOOL + ";Depart;Léa;;adjoint");
        assertThat(desk.row(id, "Morvan Claire").outcome()).isEqualTo(Outcome.BACK);
        assertThat(desk.row(id, "Retour Paul").outcome())
                .as("the address proves it")
                .isEqualTo(Outcome.BACK);
        assertThat(desk.row(id, "Depart Léa").outcome())
                .as("a name alone does not")
                .isEqualTo(Outcome.DOUBTFUL);
        assertThat(desk.accept(id, ArrivalKind.NEWCOMER)).isEqualTo(Answer.UNDECIDED);
        desk.answer(id, desk.row(id, "Depart Léa"), "SAME:" + lea.id());
        desk.write(id, ArrivalKind.NEWCOMER);

        assertThat(now(claire).missingSince()).isNull();
        assertThat(now(paul).schoolUai()).isEqualTo(SECOND_SCHOOL);
        assertThat(now(paul).function()).isEqualTo(AgentFunction.PES);
        assertThat(now(lea).isActiveOn(TODAY)).isTrue();
        assertThat(heard())
                .contains(new PeopleSeenAgain(List.of(claire.id())), new PeopleArrived(List.of(paul.id(), lea.id())));
    }

    @Test
    void case04MovedToAnotherSchool() {
        Agent claire = known("Morvan", "Claire", "claire@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        known("Reste", "Ali", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        long id = desk.deposit(
                FIRST_SCHOOL + ";Reste;Ali;;adjoint", SECOND_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;adjoint");

        assertThat(desk.row(id, "Morvan Claire").outcome()).isEqualTo(Outcome.MOVED);
        desk.write(id, ArrivalKind.NEWCOMER);

        assertThat(now(claire).schoolUai()).isEqualTo(SECOND_SCHOOL);
        assertThat(heard())
                .as("not gone from the first, not new in the second")
                .containsExactly(new AgentMoved(claire.id(), FIRST_SCHOOL, SECOND_SCHOOL));
    }

    @Test
    void case05TwoSchools() {
        Agent brigade = known("Brigade", "Bea", "bea@exemple.invalid", AgentFunction.TR, FIRST_SCHOOL);
        long id = desk.deposit(
                FIRST_SCHOOL + ";Double;Dan;dan@exemple.invalid;adjoint",
                SECOND_SCHOOL + ";Double;Dan;dan@exemple.invalid;adjoint",
                SECOND_SCHOOL + ";Brigade;Bea;bea@exemple.invalid;TR");
        Row dan = desk.rows(id).stream()
                .filter(row -> row.name().equals("Double Dan") && row.outcome() == Outcome.DOUBTFUL)
                .findFirst()
                .orElseThrow();
        assertThat(codes(dan)).as("one address, one person").containsExactly("FIRST", "HERE", "SKIP");
        assertThat(codes(desk.row(id, "Brigade Bea")))
                .containsExactly("SAME:" + brigade.id(), "BOTH:" + brigade.id(), "SKIP");
        desk.answer(id, dan, "HERE");
        desk.answer(id, desk.row(id, "Brigade Bea"), "BOTH:");
        desk.write(id, ArrivalKind.ALREADY_THERE);

        assertThat(agents.withEmails(List.of("dan@exemple.invalid")))
                .singleElement()
                .extracting(Agent::schoolUai)
                .isEqualTo(SECOND_SCHOOL);
        assertThat(now(brigade).schoolUai()).as("the main school stays").isEqualTo(FIRST_SCHOOL);
        assertThat(heard()).noneMatch(AgentMoved.class::isInstance);

        long again = desk.deposit(
                FIRST_SCHOOL + ";Double;Dan;dan@exemple.invalid;adjoint",
                SECOND_SCHOOL + ";Double;Dan;dan@exemple.invalid;adjoint",
                SECOND_SCHOOL + ";Brigade;Bea;bea@exemple.invalid;TR");
        assertThat(desk.count(again, Outcome.DOUBTFUL))
                .as("what was said once is not asked again")
                .isZero();
        assertThat(desk.count(again, Outcome.MOVED)).isZero();
        assertThat(desk.count(again, Outcome.GONE)).isZero();
    }

    @Test
    void case06SameName() {
        Agent claire = known("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        long id = desk.deposit(SECOND_SCHOOL + ";Morvan;Claire;;adjoint");
        Row row = desk.row(id, "Morvan Claire");
        assertThat(row.outcome()).isEqualTo(Outcome.DOUBTFUL);
        assertThat(codes(row)).containsExactly("SAME:" + claire.id(), "OTHER", "SKIP");
        desk.answer(id, row, "OTHER");
        desk.write(id, ArrivalKind.ALREADY_THERE);
        assertThat(agents.named(List.of("morvan claire")))
                .extracting(Agent::schoolUai)
                .containsExactlyInAnyOrder(FIRST_SCHOOL, SECOND_SCHOOL);

        long told = desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;;adjoint", SECOND_SCHOOL + ";Morvan;Claire;;adjoint");
        assertThat(desk.count(told, Outcome.SAME)).as("each in her own school").isEqualTo(2);
        known("Avec", "Adresse", "a1@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        long other = desk.deposit(
                SECOND_SCHOOL + ";Avec;Adresse;a2@exemple.invalid;adjoint", SECOND_SCHOOL + ";Morvan;Claire;;adjoint");
        assertThat(desk.row(other, "Avec Adresse").outcome())
                .as("two addresses tell two people apart")
                .isEqualTo(Outcome.NEW);
    }

    @Test
    void case07RenamedByMarriage() {
        Agent claire = known("Morvan", "Claire", "claire@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        Agent zoe = known("Quéré", "Zoé", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        long id = desk.deposit(
                FIRST_SCHOOL + ";Le Goff;Claire;claire@exemple.invalid;adjoint", FIRST_SCHOOL + ";Madec;Zoé;;adjoint");
        assertThat(codes(desk.row(id, "Le Goff Claire")))
                .as("nobody else can have her address")
                .containsExactly("SAME:" + claire.id(), "SKIP");
        assertThat(codes(desk.row(id, "Madec Zoé"))).containsExactly("SAME:" + zoe.id(), "OTHER", "SKIP");
        assertThat(desk.count(id, Outcome.GONE))
                .as("nobody is gone while that is open")
                .isZero();
        desk.answer(id, desk.row(id, "Le Goff Claire"), "SAME:");
        desk.answer(id, desk.row(id, "Madec Zoé"), "OTHER");
        assertThat(desk.row(id, "Quéré Zoé").outcome())
                .as("then the former one is missing")
                .isEqualTo(Outcome.GONE);
        desk.write(id, ArrivalKind.NEWCOMER);

        assertThat(now(claire).lastName()).isEqualTo("Le Goff");
        assertThat(context.getBean(AccountService.class)
                        .ofAgent(claire.id())
                        .orElseThrow()
                        .lastName())
                .isEqualTo("Le Goff");
        assertThat(now(zoe).lastName()).isEqualTo("Quéré");
    }

    @Test
    void case08AnotherAddressForTheSamePerson() {
        Agent claire = known("Morvan", "Claire", "claire@ancien.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        long id = desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;claire@nouveau.invalid;adjoint");
        assertThat(desk.row(id, "Morvan Claire").outcome()).isEqualTo(Outcome.DOUBTFUL);
        desk.answer(id, desk.row(id, "Morvan Claire"), "SAME:");
        assertThat(desk.row(id, "Morvan Claire").reason())
                .contains("adresse : claire@ancien.invalid devient claire@nouveau.invalid");
        desk.write(id, ArrivalKind.NEWCOMER);
        assertThat(now(claire).email()).isEqualTo("claire@nouveau.invalid");
        assertThat(agents.inSchool(FIRST_SCHOOL)).hasSize(1);
    }

    @Test
    void case09TeacherBecomesDirector() {
        Agent former = known("Ancien", "Yves", null, AgentFunction.DIRECTEUR, FIRST_SCHOOL);
        Agent claire = known("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        long id = desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;;directrice");
        assertThat(desk.row(id, "Morvan Claire").reason())
                .contains("fonction : Adjoint ou adjointe devient Directeur ou directrice");
        desk.write(id, ArrivalKind.NEWCOMER);

        assertThat(now(claire).function()).isEqualTo(AgentFunction.DIRECTEUR);
        assertThat(agents.directorOf(FIRST_SCHOOL).orElseThrow().id()).isEqualTo(claire.id());
        assertThat(heard())
                .contains(new DirectorChanged(FIRST_SCHOOL, former.id(), claire.id()))
                .filteredOn(DirectorChanged.class::isInstance)
                .as("told once, when all is written")
                .hasSize(1);
    }

    @Test
    void case10MidYear() {
        context.getBean(Instants.class).moveTo("2027-01-11T09:00:00Z");
        Agent claire = known("Morvan", "Claire", "claire@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        long id = desk.deposit(
                SECOND_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;adjoint;;05/01/2027",
                SECOND_SCHOOL + ";Neuf;Zoé;;contractuelle;50;11/01/2027;30/04/2027");
        desk.write(id, ArrivalKind.NEWCOMER);

        assertThat(now(claire).arrivedOn()).as("the day the file says").isEqualTo(LocalDate.of(2027, 1, 5));
        Agent zoe = agents.named(List.of("neuf zoe")).get(0);
        assertThat(zoe.leftOn()).isEqualTo(LocalDate.of(2027, 4, 30));
        assertThat(zoe.isActiveOn(LocalDate.of(2027, 1, 11))).isTrue();
        assertThat(heard())
                .contains(
                        new AgentMoved(claire.id(), FIRST_SCHOOL, SECOND_SCHOOL), new PeopleArrived(List.of(zoe.id())));
    }

    @Test
    void case11EmptyFile() {
        Agent claire = known("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        assertThatThrownBy(() -> desk.depositFile("")).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> desk.depositFile(ListDesk.HEADER)).isInstanceOf(UnreadableFile.class);
        nothingIsKept();
        assertThat(now(claire).missingSince()).isNull();
    }

    @Test
    void case12TruncatedFileOrWrongEncoding() {
        Agent claire = known("Morvan", "Héloïse", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        assertThatThrownBy(() -> desk.depositFile(
                        ListDesk.HEADER + FIRST_SCHOOL + ";Neuf;Zoé;;adjoint;;;;;\n" + FIRST_SCHOOL + ";\"Mor"))
                .isInstanceOf(UnreadableFile.class);
        nothingIsKept();
        String text = ListDesk.HEADER + FIRST_SCHOOL + ";Morvan;Héloïse;;adjoint;;;;;\n";
        for (var encoding : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16)) {
            long id = context.getBean(StaffDepositService.class)
                    .deposit(new ByteArrayResource(text.getBytes(encoding)), "liste.csv");
            assertThat(desk.row(id, "Morvan Héloïse").outcome())
                    .as("recognised in " + encoding)
                    .isEqualTo(Outcome.SAME);
        }
        assertThat(now(claire).missingSince()).isNull();
    }

    private void nothingIsKept() {
        assertThat(context.getBean(JdbcClient.class)
                        .sql("SELECT COUNT(*) FROM staff_import")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(context.getBean(JdbcClient.class)
                        .sql("SELECT COUNT(*) FROM staff_import_chunk")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
