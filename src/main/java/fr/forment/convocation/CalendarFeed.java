package fr.forment.convocation;

import java.time.Instant;

/**
 * A calendar that somebody follows.
 *
 * @param zone a circonscription; empty for one's own sessions
 */
public record CalendarFeed(long agentId, String zone, Instant madeAt) {

    public static final String OWN = "";

    public boolean isOwn() {
        return zone.equals(OWN);
    }
}
