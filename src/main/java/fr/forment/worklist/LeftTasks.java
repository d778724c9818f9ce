package fr.forment.worklist;

import fr.forment.engine.OpenTasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for tasks that somebody took in charge and left: whoever fell ill, or took one by mistake, would keep it from
 * all others it was offered to. Each is given back by itself, so that one that somebody touches meanwhile stops none.
 */
@Component
@RequiredArgsConstructor
class LeftTasks {

    private static final Logger log = LoggerFactory.getLogger(LeftTasks.class);
    /** Who works on it does something with it within that time. */
    static final Duration UNTOUCHED = Duration.ofDays(3);
    /** A task without a date is reminded about as late. */
    static final Duration WITHOUT_DATE = Duration.ofDays(10);

    private final OpenTasks tasks;
    private final GiveBackService service;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${forment.tasks.left:PT15M}", initialDelayString = "${forment.tasks.left:PT15M}")
    void look() {
        Instant now = clock.instant();
        for (OpenTasks.Offered each : tasks.left(now.minus(UNTOUCHED), now, now.minus(WITHOUT_DATE))) {
            try {
                service.giveBack(each);
            } catch (RuntimeException touched) {
                log.warn("Task {} is not given back now", each.task().id(), touched);
            }
        }
    }
}
