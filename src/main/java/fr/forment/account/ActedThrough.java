package fr.forment.account;

import fr.forment.engine.TaskDone;
import fr.forment.french.Refusal;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of each task that ends, so that what it decides is signed with the delegation when only a lent right opened it.
 * The right is asked again at that moment: the engine knows who was offered the task once, not who has the role today.
 */
@Component
@RequiredArgsConstructor
class ActedThrough {

    private final SignedIn me;

    @EventListener
    void on(TaskDone task) {
        boolean isOpen = me.acts(() -> task.groups().isEmpty() && task.people().isEmpty()
                || me.isInOneOf(task.groups())
                || task.people().contains(me.login()));
        if (task.byPerson() && !isOpen) {
            throw new Refusal(
                    "Cette tâche n'est plus dans votre rôle : rien n'a été enregistré. Actualisez la liste de vos tâches.");
        }
    }
}
