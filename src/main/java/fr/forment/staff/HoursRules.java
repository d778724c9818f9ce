package fr.forment.staff;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The yearly hours of animation pédagogique et formation, in minutes at full time. By custom 6 h go to French, 6 h to maths and 6 h are left
 * for the rest, the ENT among it.
 *
 * @param annualMinutes the 18 h of the décret 2008-775
 * @param otherMinutes the "6 h autres"
 */
@ConfigurationProperties("forment.hours")
public record HoursRules(@DefaultValue("1080") int annualMinutes, @DefaultValue("360") int otherMinutes) {

    /** By prorata: 100 % 1080, 80 % 864, 75 % 810, 50 % 540. A circonscription may have a table of its own instead. */
    int annual(int quotity) {
        return annualMinutes * quotity / 100;
    }

    /** What somebody may give to the ENT in a year; the hours of those in a constellation are all taken. */
    int entShare(Agent agent) {
        return agent.constellation() || !agent.function().isTeacher() ? 0 : otherMinutes * agent.quotity() / 100;
    }
}
