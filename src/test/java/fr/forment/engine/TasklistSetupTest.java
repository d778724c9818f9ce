package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.Groups;
import fr.forment.account.Role;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * « Mes tâches » shows a task however it is open to its reader: to the person by name, to a group, or already taken.
 */
@HouseTest
class TasklistSetupTest {

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    TestGround ground;

    private Circo circo;
    private Task task;

    @BeforeEach
    void aTask() {
        circo = ground.circonscription(1);
        task = tasks.newTask();
        tasks.saveTask(task);
    }

    @AfterEach
    void leave() {
        identity.clearAuthentication();
        tasks.deleteTask(task.getId(), true);
    }

    @Test
    void offeredByName() {
        tasks.addCandidateUser(task.getId(), "formatrice.essai");
        assertThat(shown("formatrice.essai", List.of())).isTrue();
        assertThat(shown("formatrice.essai", List.of(group()))).isTrue();
        assertThat(shown("autre.essai", List.of(group()))).isFalse();
    }

    @Test
    void offeredToAGroup() {
        tasks.addCandidateGroup(task.getId(), group());
        assertThat(shown("formatrice.essai", List.of(group()))).isTrue();
        assertThat(shown("formatrice.essai", List.of())).isFalse();
        assertThat(shown("formatrice.essai", List.of(Groups.of(Role.ERUN, "autre"))))
                .isFalse();
    }

    @Test
    void takenFromEither() {
        tasks.addCandidateUser(task.getId(), "formatrice.essai");
        tasks.addCandidateGroup(task.getId(), group());
        tasks.setAssignee(task.getId(), "formatrice.essai");
        assertThat(shown("formatrice.essai", List.of())).isTrue();
        assertThat(shown("collegue.essai", List.of(group())))
                .as("who may take it over")
                .isTrue();
        assertThat(shown("autre.essai", List.of())).isFalse();
    }

    private String group() {
        return Groups.of(Role.ERUN, circo.uai());
    }

    private boolean shown(String login, List<String> groups) {
        identity.setAuthentication(
                login,
                Stream.concat(Stream.of(Groups.of(Role.ENSEIGNANT)), groups.stream())
                        .toList());
        String filter = filters.createFilterQuery()
                .filterName("Mes tâches")
                .singleResult()
                .getId();
        return filters.count(filter, tasks.createTaskQuery().taskId(task.getId())) == 1;
    }
}
