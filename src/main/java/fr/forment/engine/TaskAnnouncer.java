package fr.forment.engine;

import fr.forment.french.Refusal;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the features above that a task ends, and to whom it was offered: histories say under which right somebody
 * decided. A person takes a task in charge and gives it to nobody else: whoever is named on a task may read its form.
 */
@Component
@RequiredArgsConstructor
class TaskAnnouncer {

    private final ApplicationEventPublisher events;
    private final IdentityService identity;

    @EventListener
    void on(DelegateTask task) {
        Authentication person = identity.getCurrentAuthentication();
        try {
            if (TaskListener.EVENTNAME_ASSIGNMENT.equals(task.getEventName()) && person != null) {
                refuseToNameAnother(person.getUserId(), task.getAssignee());
            } else if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())) {
                events.publishEvent(new TaskDone(
                        task.getCandidates().stream()
                                .map(IdentityLink::getGroupId)
                                .filter(group -> group != null)
                                .collect(Collectors.toSet()),
                        NamedOnTask.today((TaskEntity) task),
                        person != null));
            }
        } catch (Refusal no) {
            throw new Refusal(no.toString()); // of what a listener throws, the engine passes on the message alone: the
            // marks go into it
        }
    }

    private static void refuseToNameAnother(String person, String named) {
        if (named != null && !named.equals(person)) {
            throw new Refusal("Vous ne pouvez prendre une tâche en charge que pour vous-même.");
        }
    }
}
