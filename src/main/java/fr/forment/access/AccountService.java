package fr.forment.access;

import fr.forment.account.AccessLinks;
import fr.forment.account.Account;
import fr.forment.account.AccountRole;
import fr.forment.account.Accounts;
import fr.forment.account.GivenPasswords;
import fr.forment.account.LentRoles;
import fr.forment.account.PasswordPolicy;
import fr.forment.account.Role;
import fr.forment.account.SignInName;
import fr.forment.account.Signatures;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.AccountBook;
import fr.forment.people.Agent;
import fr.forment.people.AgentEvent;
import fr.forment.people.Agents;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Access: sign-in, passwords, and roles given by hand. Who may give what to whom is {@code MyPerimeter}'s business. */
@Service
@Transactional
@RequiredArgsConstructor
public class AccountService {

    private static final String ADMINISTRATOR = "admin";
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";
    private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";

    private final Accounts accounts;
    private final AccountBook book;
    private final Agents agents;
    private final Journal journal;
    private final PasswordEncoder encoder;
    private final AccessLinks links;
    private final LentRoles lent;
    private final Signatures signatures;
    private final GivenPasswords given;
    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    /**
     * By login or e-mail, in any case. Empty for the unknown and for those who have left; the caller looks at
     * {@code enabled()}.
     */
    @Transactional(readOnly = true)
    public Optional<Account> findForSignIn(String loginOrEmail) {
        return accounts.findForSignIn(SignInName.of(loginOrEmail), agents.today());
    }

    @Transactional(readOnly = true)
    public Optional<Account> ofAgent(long agentId) {
        return accounts.findByAgentId(agentId);
    }

    /** Whether they can sign in already, by agent; those who have no account are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Boolean> passwordsOf(Collection<Long> agentIds) {
        Map<Long, Boolean> found = new HashMap<>();
        if (!agentIds.isEmpty()) {
            jdbc.sql("SELECT agent_id, password_hash FROM account WHERE agent_id IN (:agents)")
                    .param("agents", agentIds)
                    .query(row -> {
                        found.put(row.getLong(1), row.getString(2) != null);
                    });
        }
        return found;
    }

    @Transactional(readOnly = true)
    public Optional<Account> withLogin(String login) {
        return accounts.findByLogin(login);
    }

    /** The name behind what a history keeps of who acted: see {@link Signatures#read}. */
    @Transactional(readOnly = true)
    public String nameOf(String signature) {
        return signatures.read(signature);
    }

    /** What a session of this person must carry today: own roles, and those that are lent. */
    @Transactional(readOnly = true)
    public List<String> authorities(Account account) {
        return account.authorities(lent.to(account.agentId(), agents.today()));
    }

    /**
     * The engine's groups follow what is lent today, should a timer be late; costs two queries when there is nothing to
     * do.
     */
    public void catchUp(Account account) {
        book.catchUp(account);
    }

    /** @throws Refusal saying what is wrong with the password */
    public void setPassword(String login, String password) {
        Account account = known(login);
        PasswordPolicy.objection(password, personal(account)).ifPresent(no -> {
            throw new Refusal(no);
        });
        account.secure(encoder.encode(password));
        book.save(account);
        links.voidAll(List.of(account.id()));
    }

    /**
     * The person's own change; false when the present password is not the given one. @throws Refusal when the new one
     * is not good enough
     */
    public boolean changePassword(String login, String present, String password) {
        String hash = known(login).passwordHash();
        if (hash == null || !encoder.matches(present, hash)) {
            return false;
        }
        setPassword(login, password);
        return true;
    }

    /** The person has still the password that somebody gave. */
    @Transactional(readOnly = true)
    public boolean hasProvisionalPassword(String login) {
        return accounts.findByLogin(login).filter(Account::isProvisional).isPresent();
    }

    /** Gives the person a password of chance, which is returned and kept nowhere. */
    public String giveAccess(long agentId) {
        agents.hold(agentId); // pressed twice, the engine would be told of one person twice
        Account account = accounts.findByAgentId(agentId)
                .orElseThrow(() -> new Refusal("Cette fonction ne donne pas d'accès à FormENT."));
        if (!account.enabled()) {
            throw new Refusal("Cette personne n'est plus sur la liste : son accès est fermé.");
        }
        String password =
                chance(LETTERS, 4) + "-" + chance(CAPITALS, 4) + "-" + chance(DIGITS, 4) + "-" + chance(LETTERS, 4);
        account.lend(encoder.encode(password));
        book.save(account);
        links.voidAll(List.of(account.id()));
        journal.add(agentId, AgentEvent.ACCESS, null, null, "mot de passe provisoire");
        return password;
    }

    /** One password for several people, hashed once: demonstrations only. @throws Refusal when it is too weak */
    public void shareDemonstrationPassword(Collection<Long> agentIds, String password) {
        PasswordPolicy.objection(password, List.of()).ifPresent(no -> {
            throw new Refusal(no);
        });
        accounts.share(encoder.encode(password), agentIds);
    }

    /**
     * The administrator's password as given at a start. A new one takes the place of whatever there is, and opens an
     * account that was closed; the same one as at the last start changes nothing, so that one changed inside stays. Of
     * two nodes with different ones the last start wins.
     */
    public void adminFromConfiguration(String password) {
        Account admin = accounts.findByLogin(ADMINISTRATOR).orElse(null);
        Optional<Boolean> sameAsLast = given.isTheLast(ADMINISTRATOR, password);
        if (admin == null) {
            admin = Account.of(ADMINISTRATOR, null, "", "Administrateur", Set.of());
        } else if (sameAsLast.orElse(true)) {
            if (sameAsLast.isEmpty()) {
                given.remember(ADMINISTRATOR, password); // a database from before such passwords were remembered
            }
            return;
        }
        admin.exchange(Set.of(), Set.of(new AccountRole(Role.ADMIN, Role.EVERYWHERE)));
        admin.open();
        book.save(admin);
        setPassword(ADMINISTRATOR, password);
        given.remember(ADMINISTRATOR, password);
    }

    private Account known(String login) {
        return accounts.findByLogin(login).orElseThrow(() -> new Refusal("Ce compte n'existe pas."));
    }

    private List<String> personal(Account account) {
        String email = account.agentId() == null
                ? ""
                : agents.find(account.agentId()).map(Agent::email).orElse("");
        return List.of(account.login(), account.firstName(), account.lastName(), email);
    }

    private String chance(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining());
    }
}
