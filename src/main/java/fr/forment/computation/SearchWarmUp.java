package fr.forment.computation;

import fr.forment.plan.calculation.PlanSolver;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The first search of a life of the application takes a second more than others; a small one made once it is ready
 * spares that to the person who asks for the first plan.
 */
@Component
@RequiredArgsConstructor
class SearchWarmUp {

    private final RunSettings settings;

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.hands() == 0) {
            return;
        }
        var warming = new Thread(PlanSolver::warmUp, "plan-search-warm-up");
        warming.setDaemon(true);
        warming.setPriority(Thread.MIN_PRIORITY);
        warming.start();
    }
}
