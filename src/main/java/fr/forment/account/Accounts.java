package fr.forment.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

public interface Accounts extends ListCrudRepository<Account, Long> {

    Optional<Account> findByLogin(String login);

    Optional<Account> findByAgentId(Long agentId);

    List<Account> findByAgentIdIn(Collection<Long> agentIds);

    /** Never somebody who has left. */
    @Query("""
            SELECT c.* FROM account c LEFT JOIN agent a ON a.id = c.agent_id
            WHERE (c.login = :key OR a.email = :key) AND (a.left_on IS NULL OR a.left_on > :today)""")
    Optional<Account> findForSignIn(String key, LocalDate today);

    @Modifying
    @Query(
            "UPDATE account SET password_hash = :hash, secret = secret + 1, version = version + 1 WHERE agent_id IN (:agentIds)")
    void share(String hash, Collection<Long> agentIds);
}
