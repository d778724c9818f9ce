package fr.forment.people;

import static fr.forment.people.StaffDatabase.ELSEWHERE;
import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.access.AccountService;
import fr.forment.account.AgentFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is of the team here, who advises it, who answers for it: one table for all pages. */
class TeamRightsTest {

    private static AnnotationConfigApplicationContext context;

    @BeforeAll
    static void open() {
        context = StaffDatabase.inMemory();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                # function     | expert | team | expert or adviser | team or adviser | answers | elsewhere too
                ERUN           | yes    | yes  | yes               | yes             | no      | no
                CPC            | yes    | yes  | yes               | yes             | no      | no
                IEN            | yes    | yes  | yes               | yes             | yes     | no
                SECRETAIRE     | no     | yes  | no                | yes             | no      | no
                IEN_NUMERIQUE  | no     | no   | yes               | yes             | yes     | yes
                CPD            | no     | no   | yes               | yes             | no      | yes
                DSI            | no     | no   | no                | no              | no      | no
                FOURNISSEUR    | no     | no   | no                | no              | no      | no
                DIRECTEUR      | no     | no   | no                | no              | no      | no
                ADJOINT        | no     | no   | no                | no              | no      | no
                """)
    void isOfTheTeamHereOrAdvisesIt(
            AgentFunction function,
            String expert,
            String ofTeam,
            String expertOrAdviser,
            String teamOrAdviser,
            String answers,
            String elsewhere) {
        signIn(function);
        TeamRights team = context.getBean(TeamRights.class);

        assertThat(team.isExpert(REDON)).isEqualTo(yes(expert));
        assertThat(team.isOfTeam(REDON)).isEqualTo(yes(ofTeam));
        assertThat(team.isExpertOrAdviser(REDON)).isEqualTo(yes(expertOrAdviser));
        assertThat(team.isOfTeamOrAdviser(REDON)).isEqualTo(yes(teamOrAdviser));
        assertThat(team.answersFor(REDON)).isEqualTo(yes(answers));
        assertThat(team.isOfTeamOrAdviser(ELSEWHERE)).isEqualTo(yes(elsewhere));
        assertThat(team.isExpertOrAdviser(ELSEWHERE)).isEqualTo(yes(elsewhere));
        assertThat(team.isOfTeam(ELSEWHERE)).isFalse();
        assertThat(team.isExpert(ELSEWHERE)).isFalse();
        assertThat(team.isOfTeamOrAdviser("0000000X")).as("of no place").isFalse();
    }

    private static void signIn(AgentFunction function) {
        String name = function.name().replace('_', ' ');
        NewAgent who = function.isOfDepartement()
                ? NewAgent.inDepartement(name, "Paul", null, function, "035")
                : function.isOfSchool()
                        ? NewAgent.inSchool(name, "Paul", function + "@exemple.invalid", function, FIRST_SCHOOL)
                        : NewAgent.inCirconscription(name, "Paul", null, function, REDON);
        Agent agent = context.getBean(StaffService.class)
                .register(who, ArrivalKind.ALREADY_THERE)
                .orElseThrow();
        var account = context.getBean(AccountService.class).ofAgent(agent.id()).orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        account.login(), null, AuthorityUtils.createAuthorityList(account.authorities())));
    }

    private static boolean yes(String word) {
        return word.equals("yes");
    }
}
