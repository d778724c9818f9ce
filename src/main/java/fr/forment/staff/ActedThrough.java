package fr.forment.staff;

import fr.forment.engine.TaskDone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of each task that ends, so that what it decides is signed with the delegation when only a lent right opened it. */
@Component
class ActedThrough {

    private final SignedIn me;

    ActedThrough(SignedIn me) {
        this.me = me;
    }

    @EventListener
    void on(TaskDone task) {
        me.actThrough(task.groups());
    }
}
