package fr.forment.engine.sent;

import fr.forment.engine.RefusedByEngine;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * A task that somebody has taken in charge is ended by nobody else who is signed in to the engine, though it is offered
 * to him as well: only the screen of Tasklist kept to that. The house itself, which asked its own questions, ends what
 * it has to; whoever wants the task takes it over first.
 */
final class TaskInHand {

    private TaskInHand() {}

    /** @throws RefusedByEngine saying who has it, to whoever may work on it */
    static void refuseOthers(CommandContext context, String taskId) {
        String person = context.getAuthenticatedUserId();
        TaskEntity task = person == null || taskId == null
                ? null
                : context.getTaskManager().findTaskById(taskId);
        if (task == null || task.getAssignee() == null || task.getAssignee().equals(person)) {
            return;
        }
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
        throw new RefusedByEngine(
                "Tâche en cours : " + name(context, task.getAssignee())
                        + " l'a prise en charge. Rien n'a été enregistré. Si cette personne ne peut pas la finir, choisissez « Reprendre » sur votre page d'accueil, puis envoyez de nouveau.");
    }

    private static String name(CommandContext context, String login) {
        User person = context.runWithoutAuthorization(
                () -> context.getReadOnlyIdentityProvider().findUserById(login));
        String name = person == null
                ? ""
                : Stream.of(person.getFirstName(), person.getLastName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                        .strip();
        return name.isEmpty() ? "une autre personne" : name;
    }
}
