package fr.forment.convocation;

import fr.forment.account.Tokens;
import fr.forment.people.Agents;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes back the addresses of calendars. */
@Service
@Transactional
@RequiredArgsConstructor
public class CalendarFeedService {

    private final CalendarFeeds feeds;
    private final Agents agents;
    private final Clock clock;

    /** A fresh address, told this once; the former one opens nothing any more. */
    public String renew(long agentId, String zone) {
        String token = Tokens.fresh();
        agents.hold(agentId); // of two windows the later address holds
        feeds.remove(agentId, zone);
        feeds.add(new CalendarFeed(agentId, zone, clock.instant()), token);
        return token;
    }

    /** Whether there was an address to revoke. */
    public boolean revoke(long agentId, String zone) {
        return feeds.remove(agentId, zone);
    }
}
