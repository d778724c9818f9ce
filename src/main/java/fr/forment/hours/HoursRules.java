package fr.forment.hours;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The yearly hours of animation pédagogique et formation, in minutes, where a circonscription has said nothing else. By
 * custom 6 h go to French, 6 h to maths and 6 h are left for the rest, the ENT among it.
 *
 * @param annualMinutes the 18 h of the décret 2017-444 at full time; part of them for a part time
 * @param otherMinutes the "6 h autres" at full time; the same part of what a part time owes
 * @param traineeMinutes what a PES at half time owes: 6 h, which is no prorata (circonscription Besançon 90)
 */
@ConfigurationProperties("forment.hours")
public record HoursRules(
        @DefaultValue("1080") int annualMinutes,
        @DefaultValue("360") int otherMinutes,
        @DefaultValue("360") int traineeMinutes) {

    /** By prorata: 100 % 1080, 80 % 864, 75 % 810, 50 % 540. */
    int due(ServiceTime time) {
        return time == ServiceTime.STAGIAIRE_MI_TEMPS ? traineeMinutes : annualMinutes * time.percent() / 100;
    }

    /** By the same prorata: 360, 288, 270, 180; 120 for a PES at half time. */
    int share(ServiceTime time) {
        return due(time) * otherMinutes / annualMinutes;
    }
}
