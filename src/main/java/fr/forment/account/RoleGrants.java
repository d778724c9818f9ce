package fr.forment.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which roles of an account were given by hand, by whom and why. What the function brings is not here. */
@Component
@RequiredArgsConstructor
public class RoleGrants {

    private final JdbcClient jdbc;
    private final Clock clock;

    public void add(long accountId, AccountRole role, String by, String motive) {
        jdbc.sql(
                        "INSERT INTO role_grant (account_id, role, perimeter, given_by, given_at, motive) VALUES (?, ?, ?, ?, ?, ?)")
                .params(accountId, role.role().name(), role.perimeter(), by, OffsetDateTime.now(clock), motive)
                .update();
    }

    /** False when it was not given by hand. */
    public boolean remove(long accountId, AccountRole role) {
        return jdbc.sql("DELETE FROM role_grant WHERE account_id = ? AND role = ? AND perimeter = ?")
                        .params(accountId, role.role().name(), role.perimeter())
                        .update()
                == 1;
    }

    public void removeAll(long accountId) {
        jdbc.sql("DELETE FROM role_grant WHERE account_id = ?").param(accountId).update();
    }

    /** Oldest first. */
    public List<GivenRole> of(long accountId) {
        return jdbc.sql(
                        "SELECT role, perimeter, given_by, given_at, motive FROM role_grant WHERE account_id = ? ORDER BY given_at, role, perimeter")
                .param(accountId)
                .query(GivenRole.class)
                .list();
    }

    public Set<AccountRole> rolesOf(long accountId) {
        return of(accountId).stream().map(GivenRole::accountRole).collect(Collectors.toSet());
    }
}
