package fr.forment.people;

import static fr.forment.people.StaffDatabase.ELSEWHERE;
import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.SCHOOL_ELSEWHERE;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.people.StaffDatabase.Heard;
import fr.forment.stafflist.AcceptanceService.Answer;
import fr.forment.stafflist.Choice;
import fr.forment.stafflist.ListDesk;
import fr.forment.stafflist.Outcome;
import fr.forment.stafflist.PreviewService.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What a list may do depends on who brings it: a school's own list takes nobody from elsewhere and does not change its
 * direction.
 */
class ListRightsTest extends OnStaffDatabase {

    private ListDesk desk;
    private Agent director;
    private Agent neighbour;

    @BeforeEach
    void open() {
        desk = new ListDesk(context);
        director = known("Morvan", "Claire", "claire@exemple.invalid", AgentFunction.DIRECTEUR, FIRST_SCHOOL);
        neighbour = known("Allain", "Élodie", "elodie@exemple.invalid", AgentFunction.DIRECTEUR, SECOND_SCHOOL);
        desk.signIn(director);
    }

    private Agent known(String lastName, String firstName, String email, AgentFunction function, String uai) {
        var signedIn = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext(); // whoever is signed in has nothing to do with it
        try {
            return staff.register(
                            NewAgent.inSchool(lastName, firstName, email, function, uai), ArrivalKind.ALREADY_THERE)
                    .orElseThrow();
        } finally {
            SecurityContextHolder.setContext(signedIn);
        }
    }

    private Agent now(Agent agent) {
        return agents.find(agent.id()).orElseThrow();
    }

    /** Nothing of the list can be written, not even as "the correct lines": there are none. */
    private void nothingHappensTo(Agent agent, long id) {
        desk.onlyAdds(id);
        assertThat(desk.accept(id, ArrivalKind.NEWCOMER)).isEqualTo(Answer.TO_FIX);
        context.getBean(Heard.class).events.clear();
        desk.acceptGoodLines(id);
        assertThat(now(agent)).usingRecursiveComparison().isEqualTo(agent);
        assertThat(context.getBean(Heard.class).events).isEmpty();
    }

    @Test
    void aSchoolTakesNobodyFromAnotherSchool() {
        long id = desk.deposit(FIRST_SCHOOL + ";Allain;Élodie;elodie@exemple.invalid;adjoint;100");

        Row row = desk.row(id, "Allain Élodie");
        assertThat(row.outcome()).isEqualTo(Outcome.TO_FIX);
        assertThat(row.reason())
                .contains("Le secrétariat de circonscription enregistre son changement d'affectation")
                .doesNotContain("Redon")
                .doesNotContain("Directeur");
        nothingHappensTo(neighbour, id);
    }

    @Test
    void anAddressOfAStrangerTellsNothingOfHim() {
        long id = desk.deposit(FIRST_SCHOOL + ";Dupont;Jean;elodie@exemple.invalid;adjoint");

        Row row = desk.row(id, "Dupont Jean");
        assertThat(row.outcome()).isEqualTo(Outcome.TO_FIX);
        assertThat(row.choices()).isEmpty();
        assertThat(row.reason())
                .contains("vérifiez l'adresse")
                .doesNotContain("Allain")
                .doesNotContain("Élodie");
        nothingHappensTo(neighbour, id);
    }

    @Test
    void aSubstituteOfAnotherSchoolMayWorkInBothButIsNotTaken() {
        Agent brigade = known("Brigade", "Bea", "bea@exemple.invalid", AgentFunction.TR, SECOND_SCHOOL);
        long id = desk.deposit(FIRST_SCHOOL + ";Brigade;Bea;bea@exemple.invalid;TR");

        Row row = desk.row(id, "Brigade Bea");
        assertThat(row.choices()).extracting(Choice::code).containsExactly("BOTH:" + brigade.id(), "SKIP");
        desk.answer(id, row, "BOTH:");
        desk.onlyAdds(id);
        desk.write(id, ArrivalKind.NEWCOMER);
        assertThat(now(brigade).schoolUai()).isEqualTo(SECOND_SCHOOL);
    }

    @Test
    void aSchoolBringsBackWhoHadLeftAndKeepsItsOwn() {
        Agent returning = known("Retour", "Rose", "rose@exemple.invalid", AgentFunction.ADJOINT, SECOND_SCHOOL);
        staff.leave(returning.id(), StaffDatabase.TODAY.minusDays(30));
        Agent own = known("Quéré", "Zoé", "zoe@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        long id = desk.deposit(
                FIRST_SCHOOL + ";Retour;Rose;rose@exemple.invalid;adjoint",
                FIRST_SCHOOL + ";Quéré;Zoé;zoe@exemple.invalid;adjoint;50",
                FIRST_SCHOOL + ";Neuf;Nina;;adjoint",
                FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;directrice");
        desk.write(id, ArrivalKind.NEWCOMER);

        assertThat(now(returning).schoolUai()).isEqualTo(FIRST_SCHOOL);
        assertThat(now(own).quotity()).isEqualTo(50);
        assertThat(now(director)).usingRecursiveComparison().isEqualTo(director);
        assertThat(agents.inSchool(FIRST_SCHOOL)).hasSize(4);
    }

    @Test
    void aSchoolDoesNotNameItsDirector() {
        Agent own = known("Quéré", "Zoé", "zoe@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        long id = desk.deposit(
                FIRST_SCHOOL + ";Second;Paul;;directeur",
                FIRST_SCHOOL + ";Quéré;Zoé;zoe@exemple.invalid;directrice",
                FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;adjointe");

        assertThat(desk.rows(id)).hasSize(3).allSatisfy(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.TO_FIX);
            assertThat(row.reason()).contains("ne change pas sa direction").contains("l'E-RUN");
        });
        nothingHappensTo(own, id);
        assertThat(now(director).function()).isEqualTo(AgentFunction.DIRECTEUR);
        long leaving = desk.deposit(FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;directrice;;;31/08/2026");
        assertThat(desk.row(leaving, "Morvan Claire").outcome())
                .as("nor lets its director go")
                .isEqualTo(Outcome.TO_FIX);
    }

    @Test
    void theReceivingCirconscriptionTakesWhoIsProvenByNameAndAddress() {
        Agent far = known("Loin", "Lea", "lea@exemple.invalid", AgentFunction.ADJOINT, SCHOOL_ELSEWHERE);
        context.getBean(ListSays.class).service(far.id(), 80, false);
        desk.signInSecretary(REDON);
        long id = desk.deposit(
                FIRST_SCHOOL + ";Loin;Lea;lea@exemple.invalid;PES;50",
                FIRST_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;directrice");

        Row row = desk.row(id, "Loin Lea");
        assertThat(row.outcome()).isEqualTo(Outcome.MOVED);
        assertThat(row.reason())
                .as("what she was elsewhere is not told")
                .contains("hors de votre périmètre")
                .doesNotContain("80")
                .doesNotContain("Adjoint");
        desk.onlyAdds(id);
        desk.write(id, ArrivalKind.NEWCOMER);
        assertThat(now(far).schoolUai()).isEqualTo(FIRST_SCHOOL);
        assertThat(context.getBean(Heard.class).events)
                .contains(new AgentMoved(far.id(), SCHOOL_ELSEWHERE, FIRST_SCHOOL));
    }

    @Test
    void anotherCirconscriptionLearnsNothingAndRenamesNobody() {
        Agent secretary = staff.register(
                        NewAgent.inCirconscription("Ailleurs", "Ada", null, AgentFunction.SECRETAIRE, ELSEWHERE),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
        desk.signIn(secretary);
        long id = desk.deposit(SCHOOL_ELSEWHERE + ";Dupont;Jean;elodie@exemple.invalid;adjoint");
        assertThat(desk.row(id, "Dupont Jean").reason())
                .contains("le secrétariat qui la suit")
                .doesNotContain("Allain");
        nothingHappensTo(neighbour, id);
    }
}
