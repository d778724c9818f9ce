package fr.forment.people;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static fr.forment.people.StaffDatabase.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingRecordsTest {

    @Test
    void aTrainingIsHeldOnceToldOnceAndFollowsThePerson() {
        try (var context = StaffDatabase.inMemory()) {
            StaffService staff = context.getBean(StaffService.class);
            TrainingRecords trainings = context.getBean(TrainingRecords.class);
            StaffDatabase.Heard heard = context.getBean(StaffDatabase.Heard.class);
            Agent claire = staff.register(
                            NewAgent.inSchool("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL),
                            ArrivalKind.ALREADY_THERE)
                    .orElseThrow();

            trainings.record(claire.id(), "PEDA-1", TODAY, "session:4");
            trainings.record(claire.id(), "PEDA-1", TODAY.plusDays(9), "session:9");
            trainings.record(claire.id(), "COMM", TODAY, "import");
            assertThat(heard.events)
                    .containsExactly(new AgentTrained(claire.id(), "PEDA-1"), new AgentTrained(claire.id(), "COMM"));

            staff.move(claire.id(), SECOND_SCHOOL, TODAY);
            assertThat(trainings.has(claire.id(), "PEDA-1")).isTrue();
            assertThat(trainings.has(claire.id(), "PEDA-2")).isFalse();
            assertThat(trainings.of(List.of(claire.id(), 999L)))
                    .isEqualTo(Map.of(claire.id(), Set.of("COMM", "PEDA-1")));
            assertThat(trainings.trainingsOf(claire.id()))
                    .filteredOn(t -> t.moduleCode().equals("PEDA-1"))
                    .singleElement()
                    .extracting(TrainingRecords.Training::trainedOn)
                    .isEqualTo(TODAY);
        }
    }
}
