package fr.forment.computation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long this node looks for better plans.
 *
 * @param atMost of one search
 * @param patience it ends earlier when so long brought next to nothing
 * @param steps of the search at most; none: time alone decides
 * @param hands searches at once on this node: 0, and it leaves them to the others; more than 1 is not
 * @param poll how often a node looks for a search that waits or was left behind
 */
@ConfigurationProperties("forment.plan")
public record RunSettings(
        @DefaultValue("PT60S") Duration atMost,
        @DefaultValue("PT15S") Duration patience,
        Integer steps,
        @DefaultValue("1") int hands,
        @DefaultValue("PT5S") Duration poll) {}
