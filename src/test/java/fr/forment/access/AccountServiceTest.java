package fr.forment.access;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import fr.forment.account.Account;
import fr.forment.account.AgentFunction;
import fr.forment.account.PasswordPolicy;
import fr.forment.engine.Directory;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.AgentEvent;
import fr.forment.people.AgentTimeline;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffDatabase;
import fr.forment.people.StaffService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccountServiceTest {

    private AnnotationConfigApplicationContext context;
    private AccountService accounts;
    private PasswordEncoder encoder;
    private Agent claire;

    @BeforeEach
    void open() {
        context = StaffDatabase.inMemory();
        accounts = context.getBean(AccountService.class);
        encoder = context.getBean(PasswordEncoder.class);
        claire = context.getBean(StaffService.class)
                .register(
                        NewAgent.inSchool(
                                "Morvan",
                                "Claire",
                                "claire.morvan@exemple.invalid",
                                AgentFunction.DIRECTEUR,
                                FIRST_SCHOOL),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void isFoundByLoginOrByAddressAndHasNoPasswordAtFirst() {
        Account account =
                accounts.findForSignIn(" Claire.MORVAN@exemple.invalid ").orElseThrow();

        assertThat(account.login()).isEqualTo("a" + claire.id());
        assertThat(account.passwordHash()).isNull();
        assertThat(account.enabled()).isTrue();
        assertThat(accounts.findForSignIn("A" + claire.id())).isPresent();
        assertThat(accounts.findForSignIn("")).isEmpty();
        assertThat(account.authorities())
                .containsExactlyInAnyOrder(
                        "ROLE_DIRECTEUR",
                        "ROLE_ENSEIGNANT",
                        "GROUP_directeur",
                        "GROUP_enseignant",
                        "GROUP_directeur." + FIRST_SCHOOL,
                        "GROUP_enseignant." + FIRST_SCHOOL,
                        "AGENT_" + claire.id());
    }

    @Test
    void aPasswordMustBeGoodAndTheOldOneKnown() {
        String login = "a" + claire.id();
        accounts.setPassword(login, "Un lilas en 2026");

        assertThat(encoder.matches(
                        "Un lilas en 2026",
                        accounts.withLogin(login).orElseThrow().passwordHash()))
                .isTrue();
        assertThatThrownBy(() -> accounts.setPassword(login, "Morvan-2026-xyz"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("votre nom");
        assertThat(accounts.changePassword(login, "faux", "Une rose en 2026")).isFalse();
        accounts.changePassword(login, "Un lilas en 2026", "Une rose en 2026");
        assertThat(encoder.matches(
                        "Une rose en 2026",
                        accounts.withLogin(login).orElseThrow().passwordHash()))
                .isTrue();
    }

    @Test
    void anAccessIsAPasswordOfChanceThatThePolicyAcceptsAndTheHistoryTells() {
        String first = accounts.giveAccess(claire.id());
        String second = accounts.giveAccess(claire.id());

        assertThat(first).isNotEqualTo(second);
        assertThat(PasswordPolicy.objection(first, java.util.List.of())).isEmpty();
        assertThat(encoder.matches(
                        second, accounts.ofAgent(claire.id()).orElseThrow().passwordHash()))
                .isTrue();
        assertThat(context.getBean(AgentTimeline.class).of(claire.id()))
                .filteredOn(entry -> entry.what().equals(AgentEvent.ACCESS.label()))
                .hasSize(2)
                .allSatisfy(
                        entry -> assertThat(entry.after()).doesNotContain(first).doesNotContain(second));
    }

    @Test
    void theAdministratorIsMadeOnceAndShownToTheEngineAsItsOperator() {
        accounts.adminFromConfiguration("bienvenue-forment-2026");
        accounts.adminFromConfiguration("bienvenue-forment-2026");

        Account admin = accounts.findForSignIn("admin").orElseThrow();
        assertThat(encoder.matches("bienvenue-forment-2026", admin.passwordHash()))
                .isTrue();
        assertThat(admin.agentId()).isNull();
        verify(context.getBean(Directory.class), atLeastOnce())
                .put(
                        eq("admin"),
                        eq(""),
                        eq("Administrateur"),
                        argThat(groups -> groups.contains("camunda-admin") && groups.contains("admin.*")));
    }

    @Test
    void aWeakAdministratorPasswordStopsTheStartAndLeavesNoAccount() {
        assertThatThrownBy(() -> accounts.adminFromConfiguration("admin")).isInstanceOf(Refusal.class);
        assertThat(accounts.withLogin("admin")).isEmpty();
    }
}
