package fr.forment.stafflist;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a list is held until somebody says a second time that so much is meant to change: the wrong file looks just like
 * that.
 *
 * @param heldShare percent of the people it covers; above it the list is held
 * @param heldFrom so many changes at least: two in a school of five are an ordinary September
 */
@ConfigurationProperties("forment.staff-import")
public record IntakeRules(
        @DefaultValue("20") int heldShare,
        @DefaultValue("6") int heldFrom) {

    boolean holds(int changes, int covered) {
        return covered > 0 && changes >= heldFrom && changes * 100L > (long) heldShare * covered;
    }
}
