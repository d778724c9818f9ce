package fr.forment.hours;

import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks often enough whether a school year begins that no list of the new year comes first; nothing happens while the
 * year lasts.
 */
@Component
@RequiredArgsConstructor
class SchoolYearTurn {

    private static final Logger log = LoggerFactory.getLogger(SchoolYearTurn.class);

    private final SchoolYearService years;

    @Scheduled(
            fixedDelayString = "${forment.hours.turn:PT10M}",
            initialDelayString = "${forment.hours.first-turn:PT2M}")
    void look() {
        try {
            years.turn();
        } catch (DuplicateKeyException elsewhere) {
            log.debug("Another node turns the year at this moment");
        }
    }
}
