package fr.forment.staff;

import static fr.forment.staff.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.staff.StaffDatabase.REDON;
import static fr.forment.staff.StaffDatabase.SCHOOL_ELSEWHERE;
import static fr.forment.staff.StaffDatabase.SECOND_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;

import fr.forment.staff.StaffImportService.Result;
import fr.forment.staff.StaffPreview.Outcome;
import fr.forment.territory.ImportProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class StaffImportServiceTest {

    private static final String HEADER = String.join(";", StaffFile.HEADER) + "\n";

    private AnnotationConfigApplicationContext context;
    private StaffService staff;
    private Agents agents;
    private StaffImportService imports;

    @BeforeEach
    void openAsTheSecretary() {
        context = database();
        staff = context.getBean(StaffService.class);
        agents = context.getBean(Agents.class);
        imports = context.getBean(StaffImportService.class);
        Agent secretary = staff.register(NewAgent.inCirconscription("Huet", "Anne", null, AgentFunction.SECRETAIRE, REDON),
                Arrival.ALREADY_THERE).orElseThrow();
        signIn(context.getBean(AccountService.class).ofAgent(secretary.id()).orElseThrow());
    }

    AnnotationConfigApplicationContext database() {
        return StaffDatabase.inMemory();
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        context.close();
    }

    private static void signIn(Account account) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account.login(), null,
                AuthorityUtils.createAuthorityList(account.authorities())));
    }

    private long deposit(String lines) {
        return imports.deposit("liste.csv", (HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    private StaffPreview preview(long id) {
        return imports.find(id).orElseThrow().preview();
    }

    private Result accept(long id, Arrival arrival) {
        return imports.accept(id, preview(id).fingerprint(), arrival, true).orElseThrow();
    }

    @Test
    void showsFirstAndWritesOnAcceptanceOnly() {
        long id = deposit(FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;directrice;100;;;;\n"
                + REDON + ";Quéré;Loïc;loic@exemple.invalid;E-RUN;100;;;;\n");

        assertThat(preview(id).count(Outcome.NEW)).isEqualTo(2);
        assertThat(agents.inSchool(FIRST_SCHOOL)).isEmpty();

        assertThat(accept(id, Arrival.ALREADY_THERE)).isEqualTo(new Result(2, 0, 0));
        assertThat(agents.directorOf(FIRST_SCHOOL)).isPresent();
        assertThat(agents.withFunction(REDON, AgentFunction.ERUN)).hasSize(1);
        assertThat(context.getBean(AgentHistory.class).of(agents.directorOf(FIRST_SCHOOL).orElseThrow().id()))
                .as("told by whom").singleElement().extracting(AgentHistory.Entry::byWhom).isEqualTo("Anne Huet");
        assertThat(imports.find(id)).as("used once").isEmpty();
        assertThat(context.getBean(JdbcClient.class).sql("SELECT COUNT(*) FROM staff_import WHERE content IS NOT NULL").query(Integer.class)
                .single()).as("nothing is kept of the file").isZero();
    }

    @Test
    void aKnownPersonIsChangedByWhatTheListSaysAndNotByItsSilence() {
        Agent claire = staff.register(NewAgent.inSchool("Morvan", "Claire", "claire@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL)
                .working(80, true), Arrival.ALREADY_THERE).orElseThrow();
        long id = deposit(SECOND_SCHOOL + ";MORVAN;CLAIRE;Claire@exemple.invalid;directeur;;;;;\n");

        assertThat(preview(id).rows()).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.CHANGED);
            assertThat(row.changes()).hasSize(2).anyMatch(change -> change.startsWith("fonction")).anyMatch(change -> change.startsWith("école"));
        });
        assertThat(accept(id, Arrival.NEWCOMER)).isEqualTo(new Result(0, 1, 0));

        Agent after = agents.find(claire.id()).orElseThrow();
        assertThat(after.schoolUai()).isEqualTo(SECOND_SCHOOL);
        assertThat(after.function()).isEqualTo(AgentFunction.DIRECTEUR);
        assertThat(after.quotity()).isEqualTo(80);
        assertThat(after.constellation()).isTrue();
        assertThat(after.lastName()).as("capitals are no new name").isEqualTo("Morvan");
        assertThat(context.getBean(StaffDatabase.Heard.class).events)
                .contains(new AgentMoved(claire.id(), FIRST_SCHOOL, SECOND_SCHOOL), new DirectorChanged(SECOND_SCHOOL, null, claire.id()));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String lines = FIRST_SCHOOL + ";Morvan;Claire;;directrice;80;01/09/2025;;oui;\n" + REDON + ";Quéré;Loïc;;ERUN;;;;;\n";
        accept(deposit(lines), Arrival.ALREADY_THERE);
        int before = agents.inCirconscription(REDON).size();

        long again = deposit(lines);

        assertThat(preview(again).count(Outcome.SAME)).isEqualTo(2);
        assertThat(accept(again, Arrival.NEWCOMER)).isEqualTo(new Result(0, 0, 0));
        assertThat(agents.inCirconscription(REDON)).hasSize(before);
    }

    @Test
    void withAProblemNothingIsWrittenUnlessTheGoodLinesAreAskedFor() {
        long id = deposit(FIRST_SCHOOL + ";Morvan;Claire;;adjoint;;;;;\n" + SCHOOL_ELSEWHERE + ";Loin;Paul;;adjoint;;;;;\n");
        assertThat(preview(id).problems()).extracting(ImportProblem::line, ImportProblem::message)
                .containsExactly(tuple(3L, "Cette école n'est pas dans votre périmètre."));

        assertThat(imports.accept(id, preview(id).fingerprint(), Arrival.NEWCOMER, false)).isEmpty();
        assertThat(agents.inSchool(FIRST_SCHOOL)).isEmpty();

        assertThat(imports.accept(id, preview(id).fingerprint(), Arrival.NEWCOMER, true)).contains(new Result(1, 0, 1));
        assertThat(agents.inSchool(FIRST_SCHOOL)).hasSize(1);
        assertThat(agents.inSchool(SCHOOL_ELSEWHERE)).isEmpty();
    }

    @Test
    void nothingIsWrittenWhenItWouldNoLongerDoWhatWasShown() {
        long id = deposit(FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;adjoint;;;;;\n");
        String shown = preview(id).fingerprint();
        staff.register(NewAgent.inSchool("Morvan", "Claire", "claire@exemple.invalid", AgentFunction.PES, FIRST_SCHOOL), Arrival.NEWCOMER);

        assertThat(imports.accept(id, shown, Arrival.NEWCOMER, true)).isEmpty();
        assertThat(agents.inSchool(FIRST_SCHOOL)).extracting(Agent::function).containsExactly(AgentFunction.PES);
    }

    @Test
    void nobodyNamesOrDemotesAHigherRankByAFile() {
        Agent ien = staff.register(NewAgent.inCirconscription("Chef", "Ève", "ien@exemple.invalid", AgentFunction.IEN, REDON),
                Arrival.ALREADY_THERE).orElseThrow();
        long id = deposit(FIRST_SCHOOL + ";Chef;Ève;ien@exemple.invalid;adjoint;;;;;\n" + REDON + ";Faux;Chef;moi@exemple.invalid;IEN;;;;;\n");

        assertThat(preview(id).rows()).isEmpty();
        assertThat(preview(id).problems()).hasSize(2).allSatisfy(problem -> assertThat(problem.message()).contains("Votre rôle"));

        long same = deposit(REDON + ";Chef;Ève;ien@exemple.invalid;IEN;;;;;\n");
        assertThat(preview(same).rows()).as("already known as such").singleElement().extracting(StaffPreview.Row::outcome)
                .isEqualTo(Outcome.SAME);
        long departure = deposit(REDON + ";Chef;Ève;ien@exemple.invalid;IEN;;;01/10/2026;;\n");
        assertThat(preview(departure).rows()).as("nor may he be sent away").isEmpty();
        assertThat(agents.find(ien.id()).orElseThrow().function()).isEqualTo(AgentFunction.IEN);
    }

    @Test
    void aDepartureIsADepartureAndAnotherAddressIsAQuestion() {
        Agent claire = staff.register(NewAgent.inSchool("Morvan", "Claire", "claire@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL),
                Arrival.ALREADY_THERE).orElseThrow();
        accept(deposit(FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;adjoint;;;2026-08-31;;\n"), Arrival.NEWCOMER);
        assertThat(agents.inSchool(FIRST_SCHOOL)).isEmpty();
        assertThat(context.getBean(StaffDatabase.Heard.class).events).contains(new AgentLeft(claire.id(), FIRST_SCHOOL));

        staff.register(NewAgent.inSchool("Quéré", "Loïc", "loic@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL), Arrival.ALREADY_THERE);
        assertThat(preview(deposit(FIRST_SCHOOL + ";Quéré;Loïc;autre@exemple.invalid;adjoint;;;;;\n" + FIRST_SCHOOL + ";Dupont;Zoé;;adjoint;;;;;\n"
                + FIRST_SCHOOL + ";Dupont;Zoé;;PES;;;;;\n")).problems()).extracting(ImportProblem::line).containsExactly(2L, 4L);
    }

    @Test
    void aFileIsOnlyItsOwnersAndADirectorWritesOnlyForHisSchool() {
        long id = deposit(FIRST_SCHOOL + ";Morvan;Claire;;adjoint;;;;;\n");
        Agent director = staff.register(NewAgent.inSchool("Dir", "Paul", null, AgentFunction.DIRECTEUR, FIRST_SCHOOL), Arrival.ALREADY_THERE)
                .orElseThrow();
        signIn(context.getBean(AccountService.class).ofAgent(director.id()).orElseThrow());

        assertThat(imports.find(id)).isEmpty();
        long own = deposit(FIRST_SCHOOL + ";Morvan;Claire;;adjoint;;;;;\n" + SECOND_SCHOOL + ";Autre;Zoé;;adjoint;;;;;\n"
                + REDON + ";Roi;Jean;;CPC;;;;;\n");
        assertThat(preview(own).rows()).hasSize(1);
        assertThat(preview(own).problems()).hasSize(2);
    }
}
