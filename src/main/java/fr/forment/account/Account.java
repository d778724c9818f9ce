package fr.forment.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How somebody signs in, and what he may do. The login is opaque ("a1042"): it is all the process engine knows of a
 * person.
 */
@Table("account")
public class Account {

    /** Prefixes of the authorities a session carries, see {@link #authorities()}. */
    static final String ROLE = "ROLE_";

    static final String GROUP = "GROUP_";
    static final String AGENT = "AGENT_";
    /** LENT_12_ien.0350060A: delegation 12 lends this group for today. */
    static final String LENT = "LENT_";

    @Id
    private Long id;

    @Version
    private Integer version;

    private String login;
    private Long agentId;
    private String firstName;
    private String lastName;
    private String passwordHash;
    private int secret;
    private boolean provisional;
    private boolean enabled;
    private boolean mirrored;

    @MappedCollection(idColumn = "account_id")
    private Set<AccountRole> roles = new LinkedHashSet<>();

    Account() {}

    public static Account of(
            String login, Long agentId, String firstName, String lastName, Collection<AccountRole> roles) {
        Account account = new Account();
        account.login = login;
        account.agentId = agentId;
        account.firstName = firstName;
        account.lastName = lastName;
        account.enabled = true;
        account.roles.addAll(roles);
        return account;
    }

    /** Opaque: also the name of the session's principal and the engine's user id. */
    public String login() {
        return login;
    }

    /** Null for an account that is nobody on the lists, such as the administrator's. */
    public Long agentId() {
        return agentId;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String fullName() {
        return (firstName + " " + lastName).strip();
    }

    /** With its scheme ("{bcrypt}…"), or null while nobody set a password. */
    public String passwordHash() {
        return passwordHash;
    }

    public boolean enabled() {
        return enabled;
    }

    public Set<AccountRole> roles() {
        return Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.stream().anyMatch(held -> held.role() == role);
    }

    /**
     * What a session must carry for {@link SignedIn}: ROLE_DIRECTEUR, GROUP_directeur, GROUP_directeur.0350122T,
     * AGENT_1042.
     */
    public List<String> authorities() {
        return authorities(List.of());
    }

    /** Roles lent for today open the same doors, and say that they are lent. */
    public List<String> authorities(Collection<LentRole> lent) {
        Stream<String> who = agentId == null ? Stream.empty() : Stream.of(AGENT + agentId);
        Stream<String> rolesToday = held(lent).map(held -> ROLE + held.role().name());
        Stream<String> marks = lent.stream()
                .filter(role -> !roles.contains(role.accountRole()))
                .map(role ->
                        LENT + role.delegationId() + "_" + role.accountRole().group());
        return Stream.of(rolesToday, groups(lent).stream().map(GROUP::concat), marks, who)
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    /** The engine's groups of this person: per role, and per role and perimeter. */
    public Set<String> groups() {
        return groups(List.of());
    }

    public Set<String> groups(Collection<LentRole> lent) {
        Set<String> groups = new LinkedHashSet<>();
        held(lent).forEach(held -> {
            groups.add(Groups.of(held.role()));
            groups.add(held.group());
        });
        return groups;
    }

    private Stream<AccountRole> held(Collection<LentRole> lent) {
        return Stream.concat(roles.stream(), lent.stream().map(LentRole::accountRole));
    }

    public boolean hasTasks() {
        return roles.stream().anyMatch(held -> held.role().hasTasks());
    }

    /** Null before the account is kept. */
    public AccountStamp stamp(LocalDate today) {
        return version == null ? null : new AccountStamp(version, secret, today);
    }

    public boolean mirrored() {
        return mirrored;
    }

    public void mirror(boolean shown) {
        mirrored = shown;
    }

    public void call(String newFirstName, String newLastName) {
        firstName = newFirstName;
        lastName = newLastName;
    }

    public Long id() {
        return id;
    }

    /** Usable from now on; without a password until somebody sets one. */
    public void open() {
        enabled = true;
    }

    /** Nothing of it serves any more: neither password nor roles, not even when the person comes back. */
    public void close() {
        enabled = false;
        roles.clear();
        passwordHash = null;
        secret++;
    }

    public void secure(String hash) {
        passwordHash = hash;
        provisional = false;
        secret++;
    }

    /** A password that whoever gave it knows too. */
    public void lend(String hash) {
        secure(hash);
        provisional = true;
    }

    /** Whoever gave the password knows it. */
    public boolean isProvisional() {
        return provisional;
    }

    public void exchange(Collection<AccountRole> former, Collection<AccountRole> present) {
        Set<AccountRole> before = Set.copyOf(roles);
        roles.removeAll(former);
        roles.addAll(present);
        if (provisional && !before.containsAll(roles)) {
            secure(null); // whoever gave it might not have given it with these roles
        }
    }
}
