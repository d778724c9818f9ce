package fr.forment.engine;

import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the features above that a task ends, and to whom it was offered: histories say under which right somebody decided. */
@Component
class TaskAnnouncer {

    private final ApplicationEventPublisher events;

    TaskAnnouncer(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(DelegateTask task) {
        if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())) {
            events.publishEvent(new TaskDone(task.getCandidates().stream().map(IdentityLink::getGroupId).filter(group -> group != null)
                    .collect(Collectors.toSet())));
        }
    }
}
