package fr.forment.people;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.SCHOOL_ELSEWHERE;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static fr.forment.people.StaffDatabase.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.access.AccountService;
import fr.forment.account.AgentFunction;
import fr.forment.people.StaffDatabase.Heard;
import fr.forment.stafflist.AcceptanceService;
import fr.forment.stafflist.AcceptanceService.Answer;
import fr.forment.stafflist.IntakeState;
import fr.forment.stafflist.ListDesk;
import fr.forment.stafflist.Outcome;
import fr.forment.stafflist.PreviewService;
import fr.forment.stafflist.StaffImport.Figures;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A list from its deposit to its writing: looked at first, written whole or not at all, within the rights of the person
 * who brings it.
 */
class StaffIntakeTest extends OnStaffDatabase {

    private ListDesk desk;

    @BeforeEach
    void openAsTheSecretary() {
        desk = new ListDesk(context);
        desk.signInSecretary(REDON);
    }

    private Agent known(String lastName, String email, AgentFunction function, String uai) {
        return staff.register(NewAgent.inSchool(lastName, "Claire", email, function, uai), ArrivalKind.ALREADY_THERE)
                .orElseThrow();
    }

    private List<Record> heard() {
        return context.getBean(Heard.class).events;
    }

    private int kept() {
        return context.getBean(JdbcClient.class).sql("""
                SELECT (SELECT COUNT(*) FROM staff_import_chunk) + (SELECT COUNT(*) FROM staff_import_line)
                     + (SELECT COUNT(*) FROM staff_import_candidate) FROM staff_import_turn""").query(Integer.class).single();
    }

    @Test
    void showsFirstAndWritesOnAcceptanceOnly() {
        long id = desk.deposit(
                FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;directrice;100",
                REDON + ";Quéré;Loïc;loic@exemple.invalid;E-RUN");

        assertThat(desk.file(id).state()).isEqualTo(IntakeState.A_VERIFIER);
        assertThat(desk.count(id, Outcome.NEW)).isEqualTo(2);
        assertThat(agents.inSchool(FIRST_SCHOOL)).isEmpty();

        assertThat(desk.write(id, ArrivalKind.ALREADY_THERE).figures()).isEqualTo(new Figures(2, 0, 0, 0, 0, 0));
        Agent director = agents.directorOf(FIRST_SCHOOL).orElseThrow();
        assertThat(agents.withFunction(REDON, AgentFunction.ERUN)).hasSize(1);
        assertThat(context.getBean(AccountService.class).ofAgent(director.id()))
                .as("accounts come with the people")
                .isPresent();
        assertThat(context.getBean(AgentTimeline.class).of(director.id()))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.byWhom()).as("told by whom").isEqualTo("Anne Huet"))
                .satisfies(entry -> assertThat(entry.why()).isEqualTo("liste « liste.csv »"));
        assertThat(heard()).as("a first list makes nobody a newcomer").isEmpty();
        assertThat(kept()).as("nothing is kept of the file").isZero();
    }

    @Test
    void aKnownPersonIsChangedByWhatTheListSaysAndNotByItsSilence() {
        Agent claire = staff.register(
                        NewAgent.inSchool(
                                        "Morvan",
                                        "Claire",
                                        "claire@exemple.invalid",
                                        AgentFunction.ADJOINT,
                                        FIRST_SCHOOL)
                                .working(80, true),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();

        long id = desk.deposit(SECOND_SCHOOL + ";MORVAN;CLAIRE;Claire@exemple.invalid;directeur");

        assertThat(desk.row(id, "MORVAN CLAIRE").outcome()).isEqualTo(Outcome.MOVED);
        assertThat(desk.row(id, "MORVAN CLAIRE").reason()).contains("de : ").contains("fonction : ");
        desk.write(id, ArrivalKind.NEWCOMER);
        Agent after = agents.find(claire.id()).orElseThrow();
        assertThat(after.schoolUai()).isEqualTo(SECOND_SCHOOL);
        assertThat(after.function()).isEqualTo(AgentFunction.DIRECTEUR);
        assertThat(after.quotity()).isEqualTo(80);
        assertThat(after.constellation()).isTrue();
        assertThat(after.lastName()).as("capitals are no new name").isEqualTo("Morvan");
        assertThat(heard())
                .contains(
                        new AgentMoved(claire.id(), FIRST_SCHOOL, SECOND_SCHOOL),
                        new DirectorChanged(SECOND_SCHOOL, null, claire.id()));
    }

    @Test
    void withALineToCorrectNothingIsWrittenUnlessTheGoodOnesAreAskedFor() {
        long id = desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;;adjoint", SCHOOL_ELSEWHERE + ";Loin;Paul;;adjoint");
        assertThat(desk.row(id, "Loin Paul").reason())
                .contains("Cette école ne relève ni de votre école ni de votre circonscription.");

        assertThat(desk.accept(id, ArrivalKind.NEWCOMER)).isEqualTo(Answer.TO_FIX);
        assertThat(agents.inSchool(FIRST_SCHOOL)).isEmpty();

        assertThat(context.getBean(AcceptanceService.class)
                        .accept(id, desk.file(id).revision(), ArrivalKind.NEWCOMER, true))
                .isEqualTo(Answer.STARTED);
        assertThat(desk.file(id).figures()).isEqualTo(new Figures(1, 0, 0, 0, 0, 1));
        assertThat(agents.inSchool(FIRST_SCHOOL)).hasSize(1);
        assertThat(agents.inSchool(SCHOOL_ELSEWHERE)).isEmpty();
    }

    @Test
    void nobodyIsHeldToBeGoneWhileALineCannotBeRead() {
        known("Morvan", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        long unreadable =
                desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;;adjoint;110", FIRST_SCHOOL + ";Dupont;Zoé;;adjoint");
        assertThat(desk.count(unreadable, Outcome.TO_FIX)).isEqualTo(1);
        assertThat(desk.count(unreadable, Outcome.GONE))
                .as("the line may be hers")
                .isZero();
    }

    @Test
    void whatIsWrittenIsWhatWasShown() {
        long id = desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;adjoint");
        staff.register(
                NewAgent.inSchool("Morvan", "Claire", "claire@exemple.invalid", AgentFunction.PES, FIRST_SCHOOL),
                ArrivalKind.ALREADY_THERE);

        assertThat(desk.accept(id, ArrivalKind.NEWCOMER)).isEqualTo(Answer.STARTED);

        assertThat(desk.file(id).state()).as("the preview is made anew").isEqualTo(IntakeState.A_VERIFIER);
        assertThat(desk.file(id).problem()).contains("rien n'a été écrit");
        assertThat(desk.row(id, "Morvan Claire").outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(agents.inSchool(FIRST_SCHOOL)).extracting(Agent::function).containsExactly(AgentFunction.PES);
        desk.write(id, ArrivalKind.NEWCOMER);
        assertThat(agents.inSchool(FIRST_SCHOOL)).extracting(Agent::function).containsExactly(AgentFunction.ADJOINT);
    }

    @Test
    void aPreviewThatWasChangedInAnotherTabIsNotWritten() {
        known("Morvan", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        long id = desk.deposit(FIRST_SCHOOL + ";Dupont;Zoé;;adjoint");
        int shown = desk.file(id).revision();
        desk.onlyAdds(id);
        assertThat(context.getBean(AcceptanceService.class).accept(id, shown, ArrivalKind.NEWCOMER, false))
                .isEqualTo(Answer.OTHER_THAN_SHOWN);
        assertThat(agents.inSchool(FIRST_SCHOOL)).hasSize(1);
    }

    @Test
    void nobodyNamesOrDemotesAHigherRankByAFile() {
        var secretary = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        Agent ien = staff.register(
                        NewAgent.inCirconscription("Chef", "Ève", "ien@exemple.invalid", AgentFunction.IEN, REDON),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
        SecurityContextHolder.setContext(secretary);
        long id = desk.deposit(
                FIRST_SCHOOL + ";Chef;Ève;ien@exemple.invalid;adjoint", REDON + ";Faux;Chef;moi@exemple.invalid;IEN");
        assertThat(desk.count(id, Outcome.TO_FIX)).isEqualTo(2);
        assertThat(desk.row(id, "Chef Ève").reason()).contains("votre rôle");

        long same = desk.deposit(REDON + ";Chef;Ève;ien@exemple.invalid;IEN");
        assertThat(desk.row(same, "Chef Ève").outcome())
                .as("already known as such")
                .isEqualTo(Outcome.SAME);
        long departure = desk.deposit(REDON + ";Chef;Ève;ien@exemple.invalid;IEN;;;01/10/2026");
        assertThat(desk.row(departure, "Chef Ève").outcome())
                .as("nor may he be sent away")
                .isEqualTo(Outcome.TO_FIX);
        long without = desk.deposit(REDON + ";Roi;Jean;;IEN");
        assertThat(desk.count(without, Outcome.GONE))
                .as("nor be held to be gone")
                .isZero();
        assertThat(agents.find(ien.id()).orElseThrow().function()).isEqualTo(AgentFunction.IEN);
    }

    @Test
    void aDepartureInTheFileIsADeparture() {
        Agent claire = known("Morvan", "claire@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        desk.write(
                desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;adjoint;;;2026-08-31"),
                ArrivalKind.NEWCOMER);
        assertThat(agents.inSchool(FIRST_SCHOOL)).isEmpty();
        assertThat(heard()).contains(new AgentLeft(claire.id(), FIRST_SCHOOL));
        long again = desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;adjoint;;;2026-08-31");
        assertThat(desk.row(again, "Morvan Claire").outcome()).isEqualTo(Outcome.SAME);
    }

    @Test
    void aFileIsOnlyItsOwnersAndADirectorWritesOnlyForHisSchool() {
        long id = desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;;adjoint");
        Agent director = staff.register(
                        NewAgent.inSchool("Dir", "Paul", null, AgentFunction.DIRECTEUR, FIRST_SCHOOL),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
        desk.signIn(director);

        assertThat(context.getBean(PreviewService.class).find(id)).isEmpty();
        assertThatThrownBy(() -> context.getBean(AcceptanceService.class).accept(id, 1, ArrivalKind.NEWCOMER, true))
                .hasMessageContaining("vôtre");
        long own = desk.deposit(
                FIRST_SCHOOL + ";Morvan;Claire;;adjoint",
                SECOND_SCHOOL + ";Autre;Zoé;;adjoint",
                REDON + ";Roi;Jean;;CPC");
        assertThat(desk.count(own, Outcome.NEW)).isEqualTo(1);
        assertThat(desk.count(own, Outcome.TO_FIX)).isEqualTo(2);
        assertThat(desk.count(own, Outcome.GONE))
                .as("who brings the list is there")
                .isZero();

        desk.signIn(known("Simple", null, AgentFunction.ADJOINT, FIRST_SCHOOL));
        assertThatThrownBy(() -> desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;;adjoint"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aListThatChangesTooManyIsHeldUntilSomebodySaysWhy() {
        for (int i = 0; i < 8; i++) {
            known("Maître" + (char) ('A' + i), null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        }
        long id = desk.deposit(FIRST_SCHOOL + ";MaîtreA;Claire;;adjoint", FIRST_SCHOOL + ";Neuf;Zoé;;adjoint");
        AcceptanceService acceptance = context.getBean(AcceptanceService.class);

        assertThat(desk.accept(id, ArrivalKind.NEWCOMER)).isEqualTo(Answer.HELD);
        assertThat(desk.file(id).state()).isEqualTo(IntakeState.RETENU);
        assertThat(acceptance.confirm(id, desk.file(id).revision(), "oui")).isEqualTo(Answer.NO_REASON);
        assertThat(agents.inSchool(FIRST_SCHOOL)).noneMatch(agent -> agent.missingSince() != null);

        assertThat(acceptance.confirm(id, desk.file(id).revision(), "L'école a fermé six classes"))
                .isEqualTo(Answer.STARTED);
        assertThat(desk.file(id).heldBecause()).isEqualTo("L'école a fermé six classes");
        assertThat(agents.inSchool(FIRST_SCHOOL))
                .filteredOn(agent -> TODAY.equals(agent.missingSince()))
                .hasSize(7);
    }

    @Test
    void aDroppedListLeavesNothing() {
        long id = desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;;adjoint");
        context.getBean(AcceptanceService.class).drop(id);
        assertThat(desk.file(id).state()).isEqualTo(IntakeState.ABANDONNE);
        assertThat(kept()).isZero();
        assertThat(desk.accept(id, ArrivalKind.NEWCOMER)).isEqualTo(Answer.OTHER_THAN_SHOWN);
    }
}
