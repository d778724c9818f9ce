package fr.forment.campaign;

import fr.forment.account.SignedIn;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who decided what in a campaign, when and why. Lines are only ever added. */
@Repository
@RequiredArgsConstructor
public class CampaignHistory {

    private final JdbcClient jdbc;
    private final SignedIn me;
    private final Clock clock;

    /** @param why may be null; before and after are texts as people read them, null where there is none */
    public void add(long campaignId, CampaignEvent what, String why, String before, String after) {
        add(me.signature(), campaignId, what, why, before, after);
    }

    /** Something that was asked by somebody, and ends in a job. */
    public void addBy(String actor, long campaignId, CampaignEvent what, String after) {
        add(actor, campaignId, what, null, null, after);
    }

    private void add(String actor, long campaignId, CampaignEvent what, String why, String before, String after) {
        jdbc.sql("""
                INSERT INTO campaign_history (campaign_id, happened_at, actor, what, why, before_text, after_text)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(campaignId, OffsetDateTime.now(clock), actor, what.name(), why, before, after)
                .update();
    }

    List<CampaignEntry> of(long campaignId) {
        return jdbc.sql("""
                SELECT happened_at AS at, actor, what, why, before_text AS before, after_text AS after
                FROM campaign_history WHERE campaign_id = ? ORDER BY id""").param(campaignId).query(CampaignEntry.class).list();
    }
}
