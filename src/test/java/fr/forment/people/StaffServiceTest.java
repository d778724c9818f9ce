package fr.forment.people;

import static fr.forment.account.AgentFunction.ADJOINT;
import static fr.forment.account.AgentFunction.DIRECTEUR;
import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static fr.forment.people.StaffDatabase.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import fr.forment.access.AccountService;
import fr.forment.access.RoleGivingService;
import fr.forment.account.AccountRole;
import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.engine.Directory;
import fr.forment.french.Refusal;
import fr.forment.journal.JournalEntry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffServiceTest extends OnStaffDatabase {

    private AccountService accounts;
    private AgentTimeline history;
    private Directory directory;
    private StaffDatabase.Heard heard;

    @BeforeEach
    void open() {
        accounts = context.getBean(AccountService.class);
        history = context.getBean(AgentTimeline.class);
        directory = context.getBean(Directory.class);
        heard = context.getBean(StaffDatabase.Heard.class);
    }

    private Agent arrives(String name, AgentFunction function, String uai) {
        return staff.register(
                        NewAgent.inSchool(name, "Claire", name + "@exemple.invalid", function, uai),
                        ArrivalKind.NEWCOMER)
                .orElseThrow();
    }

    @Test
    void tellsANewcomerWithHisSchoolAndKnowsTheCirconscriptionOfIt() {
        Agent claire = arrives("Morvan", ADJOINT, FIRST_SCHOOL);

        assertThat(heard.events).containsExactly(new PeopleArrived(List.of(claire.id())));
        assertThat(claire.arrivedOn()).isEqualTo(TODAY);
        assertThat(agents.inCirconscription(REDON)).extracting(Agent::fullName).containsExactly("Claire Morvan");
        assertThat(claire.departementCode()).isEqualTo("035");
    }

    @Test
    void anInitialListMakesNoNewcomers() {
        staff.registerAll(
                Set.of(NewAgent.inSchool("Morvan", "Claire", null, DIRECTEUR, FIRST_SCHOOL)),
                ArrivalKind.ALREADY_THERE);

        assertThat(heard.events).isEmpty();
        assertThat(agents.directorOf(FIRST_SCHOOL)).isPresent();
    }

    @Test
    void recognisesSomebodyByTheAddressOrByTheNameInTheSchool() {
        staff.register(
                NewAgent.inSchool("Le Gall", "Claire", "claire.legall@exemple.invalid", ADJOINT, FIRST_SCHOOL),
                ArrivalKind.NEWCOMER);

        assertThat(staff.register(
                        NewAgent.inSchool("Mariée", "Claire", " Claire.LeGall@exemple.invalid", ADJOINT, SECOND_SCHOOL),
                        ArrivalKind.NEWCOMER))
                .isEmpty();
        assertThat(staff.register(
                        NewAgent.inSchool("LE-GALL", "claire", null, ADJOINT, FIRST_SCHOOL), ArrivalKind.NEWCOMER))
                .isEmpty();
        assertThat(staff.register(
                        NewAgent.inSchool("Le Gall", "Claire", null, ADJOINT, SECOND_SCHOOL), ArrivalKind.NEWCOMER))
                .as("a namesake in another school")
                .isPresent();
    }

    @Test
    void somebodyWhoLeftComesBackAsTheSamePerson() {
        Agent claire = arrives("morvan", ADJOINT, FIRST_SCHOOL);
        staff.leave(claire.id(), TODAY);
        assertThat(agents.inSchool(FIRST_SCHOOL)).isEmpty();
        assertThat(accounts.findForSignIn("morvan@exemple.invalid")).isEmpty();

        Agent back = arrives("morvan", DIRECTEUR, SECOND_SCHOOL);

        assertThat(back.id()).isEqualTo(claire.id());
        assertThat(accounts.findForSignIn("morvan@exemple.invalid")
                        .orElseThrow()
                        .roles())
                .containsExactlyInAnyOrder(
                        new AccountRole(Role.DIRECTEUR, SECOND_SCHOOL),
                        new AccountRole(Role.ENSEIGNANT, SECOND_SCHOOL));
        assertThat(history.of(claire.id()))
                .extracting(JournalEntry::what)
                .containsExactly(AgentEvent.CAME_BACK.label(), AgentEvent.LEFT.label(), AgentEvent.REGISTERED.label());
    }

    @Test
    void aMoveIsToldAndTheRolesFollow() {
        Agent claire = arrives("morvan", DIRECTEUR, FIRST_SCHOOL);
        heard.events.clear();

        staff.move(claire.id(), SECOND_SCHOOL, TODAY);

        assertThat(heard.events)
                .containsExactlyInAnyOrder(
                        new DirectorChanged(FIRST_SCHOOL, claire.id(), null),
                        new DirectorChanged(SECOND_SCHOOL, null, claire.id()),
                        new AgentMoved(claire.id(), FIRST_SCHOOL, SECOND_SCHOOL));
        assertThat(accounts.ofAgent(claire.id()).orElseThrow().groups())
                .containsExactlyInAnyOrder(
                        "directeur", "directeur." + SECOND_SCHOOL, "enseignant", "enseignant." + SECOND_SCHOOL);
        verify(directory)
                .put(
                        "a" + claire.id(),
                        "Claire",
                        "morvan",
                        accounts.ofAgent(claire.id()).orElseThrow().groups());
    }

    @Test
    void theIncomingDirectorTakesOverFromTheOneStillThere() {
        Agent former = arrives("ancien", DIRECTEUR, FIRST_SCHOOL);
        context.getBean(StaffDatabase.Instants.class).moveTo("2026-09-02T08:00:00Z");
        heard.events.clear();

        Agent next = arrives("nouveau", DIRECTEUR, FIRST_SCHOOL);
        assertThat(heard.events).contains(new DirectorChanged(FIRST_SCHOOL, former.id(), next.id()));

        heard.events.clear();
        staff.leave(former.id(), TODAY);
        assertThat(heard.events).containsExactly(new AgentLeft(former.id(), FIRST_SCHOOL));
        assertThat(agents.directorOf(FIRST_SCHOOL).orElseThrow().id()).isEqualTo(next.id());
    }

    @Test
    void aDepartureAheadKeepsThePersonOnTheListsUntilThen() {
        Agent claire = arrives("morvan", ADJOINT, FIRST_SCHOOL);

        staff.leave(claire.id(), TODAY.plusDays(10));
        assertThat(agents.inSchool(FIRST_SCHOOL)).hasSize(1);
        assertThat(accounts.findForSignIn("a" + claire.id())).isPresent();

        context.getBean(StaffDatabase.Instants.class).moveTo("2026-09-11T08:00:00Z");
        assertThat(agents.inSchool(FIRST_SCHOOL)).isEmpty();
        assertThat(accounts.findForSignIn("a" + claire.id())).isEmpty();
    }

    @Test
    void rolesGivenByHandStayWhenTheFunctionChanges() {
        Agent claire = arrives("morvan", ADJOINT, FIRST_SCHOOL);
        context.getBean(RoleGivingService.class).give("a" + claire.id(), Role.ERUN, REDON, "Décharge");

        context.getBean(ListSays.class).function(claire, DIRECTEUR, TODAY);

        assertThat(accounts.ofAgent(claire.id()).orElseThrow().roles())
                .containsExactlyInAnyOrder(
                        new AccountRole(Role.ERUN, REDON),
                        new AccountRole(Role.DIRECTEUR, FIRST_SCHOOL),
                        new AccountRole(Role.ENSEIGNANT, FIRST_SCHOOL));
        assertThat(heard.events).contains(new DirectorChanged(FIRST_SCHOOL, null, claire.id()));
    }

    @Test
    void theEngineLearnsOfATeacherOnlyWhenHeCanSignIn() {
        Agent claire = arrives("morvan", ADJOINT, FIRST_SCHOOL);
        verify(directory, never()).put(any(), any(), any(), any());
        verify(directory, never()).putAll(argThat(shown -> !shown.isEmpty()));

        accounts.giveAccess(claire.id());

        verify(directory).put(eq("a" + claire.id()), eq("Claire"), eq("morvan"), any());
    }

    @Test
    void refusesWhatCannotBe() {
        Agent claire = arrives("morvan", ADJOINT, FIRST_SCHOOL);

        assertThatThrownBy(() -> staff.move(claire.id(), "0359999Z", TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("annuaire");
        assertThatThrownBy(() -> context.getBean(ListSays.class).service(claire.id(), 101, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("quotité");
        assertThatThrownBy(() -> NewAgent.inSchool("A", "B", "deux@a.fr, autre@b.fr", ADJOINT, FIRST_SCHOOL))
                .isInstanceOf(Refusal.class);
    }
}
