package fr.forment.plan;

import fr.forment.plan.calculation.PlanSolver;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The first search of a life of the application takes a second more than others; a small one made once it is ready
 * spares that to the person who asks for the first plan.
 */
@Component
class SearchWarmUp {

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var warming = new Thread(PlanSolver::warmUp, "plan-search-warm-up");
        warming.setDaemon(true);
        warming.setPriority(Thread.MIN_PRIORITY);
        warming.start();
    }
}
