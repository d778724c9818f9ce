package fr.forment.demonstration;

import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.access.AccountService;
import fr.forment.account.AgentFunction;
import fr.forment.people.Agent;
import fr.forment.people.StaffDatabase;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Schools;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticStaffTest {

    private static final String PASSWORD = "bienvenue-forment-2026";

    @Test
    void fillsACirconscriptionWithEveryFunctionAndLetsItsTeamSignIn() {
        try (var context = StaffDatabase.inMemory()) {
            var schools = context.getBean(Schools.class).inCirconscription(REDON);
            var where = context.getBean(Circonscriptions.class).find(REDON).orElseThrow();
            SyntheticStaff synthetic = context.getAutowireCapableBeanFactory().createBean(SyntheticStaff.class);
            AccountService accounts = context.getBean(AccountService.class);

            List<Agent> people = synthetic.populate(where, schools, TODAY, 7, PASSWORD);

            assertThat(people).hasSize(9 + 2 + 2 * 8);
            assertThat(people)
                    .extracting(Agent::function)
                    .contains(
                            AgentFunction.IEN,
                            AgentFunction.IEN_NUMERIQUE,
                            AgentFunction.SECRETAIRE,
                            AgentFunction.CPC,
                            AgentFunction.CPD,
                            AgentFunction.ERUN,
                            AgentFunction.DSI,
                            AgentFunction.FOURNISSEUR,
                            AgentFunction.DIRECTEUR);
            assertThat(people)
                    .extracting(Agent::email)
                    .doesNotHaveDuplicates()
                    .allMatch(email -> email.endsWith("@exemple.invalid"));
            assertThat(accounts.findForSignIn("ien.redon").orElseThrow().passwordHash())
                    .startsWith("{bcrypt}");
            assertThat(accounts.findForSignIn("dir.0350122T").orElseThrow().groups())
                    .contains("directeur.0350122T");
            assertThat(people)
                    .filteredOn(agent -> agent.function() == AgentFunction.ADJOINT)
                    .allSatisfy(teacher -> assertThat(
                                    accounts.ofAgent(teacher.id()).orElseThrow().passwordHash())
                            .isNull());
            assertThat(context.getBean(StaffDatabase.Heard.class).events).isEmpty();
            assertThat(synthetic.populate(where, schools, TODAY, 7, PASSWORD))
                    .as("a second time")
                    .isEmpty();
        }
    }

    @Test
    void theSameSeedDrawsTheSamePeople() {
        try (var context = StaffDatabase.inMemory()) {
            var schools = context.getBean(Schools.class).inCirconscription(REDON);
            var where = context.getBean(Circonscriptions.class).find(REDON).orElseThrow();

            assertThat(SyntheticStaff.of(where, schools, TODAY, 7))
                    .isEqualTo(SyntheticStaff.of(where, schools, TODAY, 7))
                    .isNotEqualTo(SyntheticStaff.of(where, schools, TODAY, 8));
        }
    }
}
