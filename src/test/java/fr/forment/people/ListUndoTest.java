package fr.forment.people;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static fr.forment.people.StaffDatabase.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.access.AccountService;
import fr.forment.account.AgentFunction;
import fr.forment.people.StaffDatabase.Heard;
import fr.forment.stafflist.IntakeState;
import fr.forment.stafflist.ListDesk;
import fr.forment.stafflist.PastLists;
import fr.forment.stafflist.UndoService;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A written list is taken back whole, as long as nothing was built on it. */
class ListUndoTest extends OnStaffDatabase {

    private JdbcClient jdbc;
    private ListDesk desk;
    private Agent moved;
    private Agent gone;
    private Agent back;
    private List<String> before;
    private long written;

    /**
     * A list that does everything at once: new, moved and renamed director, gone, back, changed, another address, two
     * schools.
     */
    @BeforeEach
    void writeAList() {
        jdbc = context.getBean(JdbcClient.class);
        desk = new ListDesk(context);
        desk.signInSecretary(REDON);
        moved = known("Morvan", "Claire", "claire@exemple.invalid", AgentFunction.DIRECTEUR, FIRST_SCHOOL);
        gone = known("Parti", "Paul", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        back = known("Retour", "Rose", "rose@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        staff.leave(back.id(), TODAY.minusDays(40));
        known("Change", "Chan", "chan@exemple.invalid", AgentFunction.ADJOINT, FIRST_SCHOOL);
        Agent seen = known("Revue", "Rita", null, AgentFunction.ADJOINT, FIRST_SCHOOL);
        staff.markMissing(List.of(seen.id()), TODAY.minusDays(2));
        context.getBean(Heard.class).events.clear();
        before = Tables.exactly(jdbc);

        written = desk.deposit(
                SECOND_SCHOOL + ";Morvan;Claire;claire@exemple.invalid;directrice",
                FIRST_SCHOOL + ";Revue;Rita;;adjoint",
                FIRST_SCHOOL + ";Retour;Rose;rose@exemple.invalid;adjoint;80",
                FIRST_SCHOOL + ";Change;Chan;chan@autre.invalid;directeur;50",
                FIRST_SCHOOL + ";Neuf;Zoé;zoe@exemple.invalid;adjoint",
                SECOND_SCHOOL + ";Neuf;Zoé;zoe@exemple.invalid;adjoint");
        desk.answer(
                written,
                desk.rows(written).stream()
                        .filter(row ->
                                row.name().equals("Neuf Zoé") && !row.choices().isEmpty())
                        .findFirst()
                        .orElseThrow(),
                "FIRST");
        desk.answer(written, desk.row(written, "Change Chan"), "SAME:");
    }

    private Agent known(String lastName, String firstName, String email, AgentFunction function, String uai) {
        return staff.register(NewAgent.inSchool(lastName, firstName, email, function, uai), ArrivalKind.ALREADY_THERE)
                .orElseThrow();
    }

    @Test
    void everythingIsAsBefore() {
        desk.write(written, ArrivalKind.NEWCOMER);
        assertThat(Tables.exactly(jdbc)).isNotEqualTo(before);
        assertThat(agents.find(gone.id()).orElseThrow().missingSince()).isEqualTo(TODAY);
        List<Long> brought = agents.withEmails(List.of("zoe@exemple.invalid")).stream()
                .map(Agent::id)
                .toList();
        context.getBean(Heard.class).events.clear();

        desk.undo(written);

        assertThat(Tables.exactly(jdbc)).isEqualTo(before);
        assertThat(context.getBean(Heard.class).events)
                .contains(new PeopleSeenAgain(List.of(gone.id())))
                .anyMatch(event -> event instanceof PeopleWithdrawn withdrawn
                        && withdrawn.agentIds().equals(brought))
                .anyMatch(event -> event instanceof PeoplePutBack putBack
                        && putBack.agentIds().contains(moved.id()))
                .anyMatch(event -> event instanceof AgentLeft left && left.agentId() == back.id())
                .contains(new DirectorChanged(SECOND_SCHOOL, moved.id(), null))
                .noneMatch(AgentMoved.class::isInstance);
        assertThat(context.getBean(AgentTimeline.class).of(moved.id())).first().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo(AgentEvent.PUT_BACK.label());
            assertThat(entry.why()).contains("liste.csv");
        });
        PastLists.Entry entry = context.getBean(PastLists.class).find(written).orElseThrow();
        assertThat(entry.state()).isEqualTo(IntakeState.ANNULE);
        assertThat(entry.undoneBy()).isEqualTo("Anne Huet");
        assertThatThrownBy(() -> desk.undo(written)).as("once").hasMessageContaining("annulé");
    }

    @Test
    void notOnceSomebodyWasChanged() {
        desk.write(written, ArrivalKind.NEWCOMER);
        context.getBean(ListSays.class).service(moved.id(), 75, false);
        List<String> changed = Tables.exactly(jdbc);

        assertThat(context.getBean(UndoService.class).obstacles(written))
                .singleElement()
                .satisfies(obstacle -> {
                    assertThat(obstacle.name()).isEqualTo("Claire Morvan");
                    assertThat(obstacle.reason()).contains("changé");
                });
        assertThatThrownBy(() -> desk.undo(written)).hasMessageContaining("ne peut plus être annulé");
        assertThat(Tables.exactly(jdbc)).as("nothing of it").isEqualTo(changed);
    }

    @Test
    void notOnceSomethingIsBuiltOnSomebodyItBrought() {
        desk.write(written, ArrivalKind.NEWCOMER);
        Agent brought = agents.withEmails(List.of("zoe@exemple.invalid")).get(0);
        context.getBean(TrainingRecords.class).record(brought.id(), "PEDA-1", TODAY, "session 12");

        assertThat(context.getBean(UndoService.class).obstacles(written))
                .extracting(UndoService.Obstacle::name)
                .containsExactly("Zoé Neuf");
        assertThatThrownBy(() -> desk.undo(written)).hasMessageContaining("ne peut plus être annulé");
        assertThat(agents.find(brought.id())).isPresent();
    }

    @Test
    void notOnceADepartureItAnnouncedHasHappened() {
        desk.write(written, ArrivalKind.NEWCOMER);
        long announces = desk.deposit(
                FIRST_SCHOOL + ";Retour;Rose;rose@exemple.invalid;adjoint;80;;02/09/2026",
                FIRST_SCHOOL + ";Autre;Nina;;adjoint");
        desk.onlyAdds(announces);
        desk.write(announces, ArrivalKind.NEWCOMER);
        Agent leaving = agents.find(back.id()).orElseThrow();
        UndoService undoing = context.getBean(UndoService.class);
        assertThat(undoing.obstacles(announces)).as("until that day").isEmpty();

        context.getBean(StaffDatabase.Instants.class).moveTo("2026-09-02T09:00:00Z");
        context.getBean(DepartureDayService.class).depart(leaving.id());

        assertThat(undoing.obstacles(announces)).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.name()).isEqualTo("Rose Retour");
            assertThat(obstacle.reason()).contains("son départ a pris effet");
        });
        assertThatThrownBy(() -> desk.undo(announces)).hasMessageContaining("ne peut plus être annulé");
        long again = desk.deposit(FIRST_SCHOOL + ";Retour;Rose;rose@exemple.invalid;adjoint");
        desk.onlyAdds(again);
        desk.write(again, ArrivalKind.ALREADY_THERE);
        assertThat(context.getBean(AccountService.class)
                        .ofAgent(leaving.id())
                        .orElseThrow()
                        .enabled())
                .as("as the page says")
                .isTrue();
    }

    @Test
    void onlyByThoseItConcerns() {
        desk.write(written, ArrivalKind.NEWCOMER);
        Agent otherIen = staff.register(
                        NewAgent.inCirconscription("Ailleurs", "Ada", null, AgentFunction.IEN, StaffDatabase.ELSEWHERE),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
        desk.signIn(otherIen);
        assertThat(context.getBean(PastLists.class).find(written)).isEmpty();
        assertThatThrownBy(() -> desk.undo(written)).hasMessageContaining("périmètre");
        Agent colleague = staff.register(
                        NewAgent.inCirconscription("Autre", "Aya", null, AgentFunction.ERUN, REDON),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
        desk.signIn(colleague);
        assertThat(context.getBean(PastLists.class).find(written))
                .as("read in the journal")
                .isPresent();
        assertThat(context.getBean(UndoService.class).mayUndo(written)).isFalse();
        desk.signIn(staff.register(
                        NewAgent.inCirconscription("Chef", "Eve", null, AgentFunction.IEN, REDON),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow());
        assertThat(context.getBean(UndoService.class).mayUndo(written)).isTrue();
    }
}
