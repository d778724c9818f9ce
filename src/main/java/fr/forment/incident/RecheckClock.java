package fr.forment.incident;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every now and then, the plans that something changed for, one after the other and each in its transaction. */
@Component
@RequiredArgsConstructor
class RecheckClock {

    private static final Logger log = LoggerFactory.getLogger(RecheckClock.class);
    /** At a time; the rest waits for the next round. */
    private static final int MOST = 50;

    private final RecheckService plans;

    @Scheduled(fixedDelayString = "${forment.plan.recheck:PT10S}", initialDelayString = "${forment.plan.recheck:PT10S}")
    void look() {
        int looked = 0;
        for (Optional<Long> next = plans.next(); next.isPresent() && looked < MOST; next = plans.next()) {
            look(next.get());
            looked++;
        }
    }

    /** Once a day is enough for what no gesture says. */
    @Scheduled(cron = "${forment.plan.recheck-daily:0 40 4 * * *}", zone = "Europe/Paris")
    void everyDay() {
        plans.askForAll();
    }

    private void look(long planId) {
        try {
            plans.look(planId);
        } catch (RuntimeException defect) {
            log.error("The plan {} could not be looked at again", planId, defect);
            plans.putLast(planId);
        }
    }
}
