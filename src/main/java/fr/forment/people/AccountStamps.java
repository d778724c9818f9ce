package fr.forment.people;

import fr.forment.account.AccountStamp;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each request asks about its account: one query on two keys. */
@Component
@RequiredArgsConstructor
public class AccountStamps {

    private final JdbcClient jdbc;
    private final Agents agents;

    /** Empty when nobody may be signed in under that login any more: closed, left, unknown. */
    public Optional<AccountStamp> of(String login) {
        var today = agents.today();
        return jdbc.sql("""
                SELECT c.version, c.secret FROM account c LEFT JOIN agent a ON a.id = c.agent_id
                WHERE c.login = ? AND c.enabled = TRUE AND (a.left_on IS NULL OR a.left_on > ?)""")
                .params(login, today)
                .query((row, i) -> new AccountStamp(row.getInt(1), row.getInt(2), today))
                .optional();
    }
}
