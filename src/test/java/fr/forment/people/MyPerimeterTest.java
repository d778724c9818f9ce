package fr.forment.people;

import static fr.forment.account.AgentFunction.ADJOINT;
import static fr.forment.account.AgentFunction.DIRECTEUR;
import static fr.forment.people.StaffDatabase.ELSEWHERE;
import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.SCHOOL_ELSEWHERE;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.access.AccountService;
import fr.forment.access.RoleGivingService;
import fr.forment.account.Account;
import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.territory.Circonscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class MyPerimeterTest extends OnStaffDatabase {

    private AccountService accounts;
    private MyPerimeter perimeter;
    private AccessRights access;
    private SignedIn me;

    @BeforeEach
    void open() {
        accounts = context.getBean(AccountService.class);
        perimeter = context.getBean(MyPerimeter.class);
        access = context.getBean(AccessRights.class);
        me = context.getBean(SignedIn.class);
    }

    private Agent at(String name, AgentFunction function, String uai) {
        return staff.register(
                        NewAgent.inSchool(name, "Claire", name + "@exemple.invalid", function, uai),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
    }

    private Agent of(String name, AgentFunction function) {
        NewAgent who = function.isOfDepartement()
                ? NewAgent.inDepartement(name, "Paul", null, function, "035")
                : NewAgent.inCirconscription(name, "Paul", null, function, REDON);
        return staff.register(who, ArrivalKind.ALREADY_THERE).orElseThrow();
    }

    private Account account(Agent agent) {
        return accounts.ofAgent(agent.id()).orElseThrow();
    }

    private void signIn(Agent agent) {
        signIn(account(agent));
    }

    private void signIn(Account account) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        account.login(), null, AuthorityUtils.createAuthorityList(account.authorities())));
    }

    @Test
    void aDirectorSeesHisSchoolOnly() {
        Agent director = at("dir", DIRECTEUR, FIRST_SCHOOL);
        Agent mine = at("un", ADJOINT, FIRST_SCHOOL);
        Agent other = at("deux", ADJOINT, SECOND_SCHOOL);
        signIn(director);

        assertThat(perimeter.covers(mine)).isTrue();
        assertThat(perimeter.covers(other)).isFalse();
        assertThat(perimeter.coversSchool(FIRST_SCHOOL)).isTrue();
        assertThat(perimeter.coversSchool(SECOND_SCHOOL)).isFalse();
        assertThat(perimeter.coversCirconscription(REDON)).isFalse();
        assertThat(perimeter.circonscriptions()).isEmpty();
        assertThat(me.agentId()).isEqualTo(director.id());
        assertThatThrownBy(() -> me.require(Role.DIRECTEUR, SECOND_SCHOOL)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void teachersTheCollectiviteAndTheSupplierSeeNobodyElse() {
        Agent teacher = at("un", ADJOINT, FIRST_SCHOOL);
        Agent colleague = at("deux", ADJOINT, FIRST_SCHOOL);
        for (Agent reader :
                new Agent[] {teacher, of("dsi", AgentFunction.DSI), of("four", AgentFunction.FOURNISSEUR)}) {
            signIn(reader);
            assertThat(perimeter.covers(colleague)).as(reader.function().name()).isFalse();
            assertThat(perimeter.covers(reader)).isTrue();
            assertThat(perimeter.seesPeople()).isFalse();
        }
        assertThat(perimeter.coversCirconscription(REDON))
                .as("the supplier works for it all the same")
                .isTrue();
    }

    @Test
    void aRoleThatSeesNobodyHereIsNotWidenedByOneThatSeesPeopleElsewhere() {
        Agent both = at("deux-roles", DIRECTEUR, SCHOOL_ELSEWHERE);
        context.getBean(RoleGivingService.class).give("a" + both.id(), Role.DSI, REDON, "Référent de la commune");
        Agent here = at("un", ADJOINT, FIRST_SCHOOL);
        Agent there = at("trois", ADJOINT, SCHOOL_ELSEWHERE);
        signIn(both);

        assertThat(perimeter.circonscriptions())
                .as("works for it")
                .extracting(Circonscription::uai)
                .containsExactly(REDON);
        assertThat(perimeter.circonscriptionsOfPeople()).isEmpty();
        assertThat(perimeter.seesPeople()).as("somewhere").isTrue();
        assertThat(perimeter.seesPeopleOfSchool(SCHOOL_ELSEWHERE)).isTrue();
        assertThat(perimeter.seesPeopleOfSchool(FIRST_SCHOOL)).isFalse();
        assertThat(perimeter.seesPeopleOfCirconscription(REDON)).isFalse();
        assertThat(perimeter.seesPeopleOfDepartement("035")).isFalse();
        assertThat(perimeter.covers(here)).isFalse();
        assertThat(perimeter.covers(there)).isTrue();
        assertThat(context.getBean(TeamRights.class).answersFor(REDON)).isFalse();
    }

    @Test
    void anIenAnswersForTheOwnCirconscriptionOnlyAndTheDepartementForAll() {
        signIn(of("ien", AgentFunction.IEN));
        assertThat(context.getBean(TeamRights.class).answersFor(REDON)).isTrue();
        assertThat(context.getBean(TeamRights.class).answersFor(ELSEWHERE)).isFalse();

        signIn(of("num", AgentFunction.IEN_NUMERIQUE));
        assertThat(context.getBean(TeamRights.class).answersFor(ELSEWHERE)).isTrue();
        assertThat(perimeter.seesPeopleOfDepartement("035")).isTrue();
    }

    @Test
    void theCirconscriptionSeesItsSchoolsAndTheDepartementItsCirconscriptions() {
        Agent here = at("un", ADJOINT, FIRST_SCHOOL);
        Agent there = at("deux", ADJOINT, SCHOOL_ELSEWHERE);

        signIn(of("sec", AgentFunction.SECRETAIRE));
        assertThat(perimeter.covers(here)).isTrue();
        assertThat(perimeter.covers(there)).isFalse();
        assertThat(perimeter.coversSchool(SCHOOL_ELSEWHERE)).isFalse();
        assertThat(perimeter.circonscriptions())
                .extracting(Circonscription::uai)
                .containsExactly(REDON);

        signIn(of("num", AgentFunction.IEN_NUMERIQUE));
        assertThat(perimeter.covers(here)).isTrue();
        assertThat(perimeter.covers(there)).isTrue();
        assertThat(perimeter.coversSchool(SCHOOL_ELSEWHERE)).isTrue();
        assertThat(perimeter.circonscriptions())
                .extracting(Circonscription::uai)
                .containsExactlyInAnyOrder(REDON, ELSEWHERE);
    }

    @Test
    void nobodyGivesAnAccessToHisEqualsOrAbove() {
        Agent director = at("dir", DIRECTEUR, FIRST_SCHOOL);
        Agent farDirector = at("loin", DIRECTEUR, SCHOOL_ELSEWHERE);
        Agent ien = of("ien", AgentFunction.IEN);
        Agent erun = of("erun", AgentFunction.ERUN);
        Agent numerique = of("num", AgentFunction.IEN_NUMERIQUE);

        signIn(of("sec", AgentFunction.SECRETAIRE));
        assertThat(access.mayGiveAccess(account(director), director)).isTrue();
        assertThat(access.mayGiveAccess(account(farDirector), farDirector)).isFalse();
        assertThat(access.mayGiveAccess(account(erun), erun)).isFalse();
        assertThat(access.mayGiveAccess(account(ien), ien)).isFalse();
        assertThat(perimeter.mayRegister(DIRECTEUR)).isTrue();
        assertThat(perimeter.mayRegister(AgentFunction.ERUN)).isTrue();
        assertThat(perimeter.mayRegister(AgentFunction.IEN)).isFalse();

        signIn(ien);
        assertThat(access.mayGiveAccess(account(erun), erun)).isTrue();
        assertThat(access.mayGiveAccess(account(numerique), numerique)).isFalse();

        signIn(director);
        assertThat(access.mayGiveAccess(account(erun), erun)).isFalse();

        accounts.adminFromConfiguration("bienvenue-forment-2026");
        signIn(accounts.withLogin("admin").orElseThrow());
        assertThat(access.mayGiveAccess(account(numerique), numerique)).isTrue();
        assertThat(perimeter.covers(farDirector)).isTrue();
        assertThat(me.agentId()).isNull();
    }

    @Test
    void anAdministratorByGrantCannotBeTakenOverByTheSecretariat() {
        Agent teacher = at("un", ADJOINT, FIRST_SCHOOL);
        context.getBean(RoleGivingService.class).give("a" + teacher.id(), Role.ADMIN, Role.EVERYWHERE, "Exploitation");

        signIn(of("sec", AgentFunction.SECRETAIRE));

        assertThat(access.mayGiveAccess(account(teacher), teacher)).isFalse();
    }

    @Test
    void outsideASessionNobodyIsSignedIn() {
        assertThat(me.login()).isNull();
        assertThat(me.account()).isEmpty();
        assertThat(me.hasAny(Role.values())).isFalse();
        assertThat(me.perimeters(Role.IEN)).isEmpty();
    }
}
