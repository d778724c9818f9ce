package fr.forment.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the one-use links. A link opens once, for a time, and only while no later one was made. */
@Component
@RequiredArgsConstructor
public class AccessLinks {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /**
     * A link serves the address it was made for: whoever has another one since, by whatever way, does not get in by it.
     */
    private static final String SAME_ADDRESS =
            "address = (SELECT a.email FROM account c JOIN agent a ON a.id = c.agent_id"
                    + " WHERE c.id = access_link.account_id)";

    private static final String OPEN = "used_at IS NULL AND void_at IS NULL AND " + SAME_ADDRESS + " AND expires_at > ";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Voids the former ones. Returns the secret, which is kept nowhere. */
    public String make(long accountId, String address, Instant expires) {
        voidAll(List.of(accountId));
        String token = Tokens.fresh();
        jdbc.sql(
                        "INSERT INTO access_link (account_id, address, fingerprint, made_at, expires_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        accountId,
                        address,
                        Tokens.fingerprint(token),
                        now(),
                        expires.atZone(PARIS).toOffsetDateTime())
                .update();
        return token;
    }

    /** Whoever else wants a link for this account waits until this transaction ends. */
    public void hold(long accountId) {
        jdbc.sql("SELECT id FROM account WHERE id = ? FOR UPDATE")
                .param(accountId)
                .query(Long.class)
                .single();
    }

    public void voidAll(Collection<Long> accountIds) {
        if (!accountIds.isEmpty()) {
            jdbc.sql(
                            "UPDATE access_link SET void_at = :now WHERE account_id IN (:ids) AND used_at IS NULL AND void_at IS NULL")
                    .param("now", now())
                    .param("ids", accountIds)
                    .update();
        }
    }

    public void voidOf(Collection<Long> agentIds) {
        jdbc.sql(
                        "UPDATE access_link SET void_at = :now WHERE account_id IN (SELECT id FROM account WHERE agent_id IN (:ids))"
                                + " AND used_at IS NULL AND void_at IS NULL")
                .param("now", now())
                .param("ids", agentIds)
                .update();
    }

    /** The account a link would open; looking consumes nothing, for scanners of mails look too. */
    public Optional<Long> accountOf(String token) {
        return jdbc.sql("SELECT account_id FROM access_link WHERE fingerprint = ? AND " + OPEN + "?")
                .params(Tokens.fingerprint(token), now())
                .query(Long.class)
                .optional();
    }

    /** Of two hands at once, one gets true: the row is locked until the winner has written the password. */
    public boolean consume(String token) {
        return jdbc.sql("UPDATE access_link SET used_at = ? WHERE fingerprint = ? AND " + OPEN + "?")
                        .params(now(), Tokens.fingerprint(token), now())
                        .update()
                == 1;
    }

    /** Those of these accounts a link was made for since that moment, to the address they have. */
    public Set<Long> madeSince(Collection<Long> accountIds, Instant moment) {
        return accountIds.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                "SELECT DISTINCT account_id FROM access_link WHERE account_id IN (:ids) AND made_at >= :since AND "
                                        + SAME_ADDRESS)
                        .param("ids", accountIds)
                        .param("since", moment.atZone(PARIS).toOffsetDateTime())
                        .query(Long.class)
                        .list());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
