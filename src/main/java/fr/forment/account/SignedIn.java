package fr.forment.account;

import fr.forment.journal.Author;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The person who acts, as the session knows him: no query, except for {@link #account()}. A right may be lent for some
 * days ({@link Delegation}): {@code has…} ask whether it is there, {@code holds} and {@code held} whether it is the
 * person's own.
 */
@Component
@RequiredArgsConstructor
public class SignedIn implements Author {

    /** By which delegation the act of this request is done; forgotten at the end of the request. */
    private record Acting(Authentication who, String delegation) {}

    private static final ThreadLocal<Acting> ACTING = new ThreadLocal<>();

    /** The delegations that count while a rule is asked; null when all do. See {@link #acts}. */
    private static final ThreadLocal<Set<String>> COUNTED = new ThreadLocal<>();

    /** Put on a request by whoever lets a person change the own password: this one session of his goes on. */
    public static final String OWN_PASSWORD_CHANGED = SignedIn.class.getName() + ".ownPasswordChanged";

    private final Accounts accounts;

    public Optional<Account> account() {
        String login = login();
        return login == null ? Optional.empty() : accounts.findByLogin(login);
    }

    /** Null when nobody is signed in: a job of the house. */
    public String login() {
        Authentication session = session();
        return session == null ? null : session.getName();
    }

    /** Null for an account that is nobody on the lists. */
    public Long agentId() {
        return all().filter(a -> a.startsWith(Account.AGENT))
                .findFirst()
                .map(a -> Long.valueOf(a.substring(Account.AGENT.length())))
                .orElse(null);
    }

    /**
     * What histories keep of the person who acts: the login, and the delegation when only a lent right opened the way
     * ({@link #acts}). Null in a job.
     */
    @Override
    public String signature() {
        Acting acting = ACTING.get();
        return login() == null || acting == null || acting.who != session()
                ? login()
                : login() + Signatures.BY + acting.delegation;
    }

    /** Those the person is in today, by what is his own and what is lent to him. */
    public Set<String> groups() {
        return authorities()
                .filter(a -> a.startsWith(Account.GROUP))
                .map(a -> a.substring(Account.GROUP.length()))
                .collect(Collectors.toSet());
    }

    /** Is in one of these groups today, or operates the application. */
    boolean isInOneOf(Collection<String> groups) {
        return hasAny(Role.ADMIN) || groups().stream().anyMatch(groups::contains);
    }

    /**
     * Does something that a rule allows: whoever may in his own right signs alone, who may only by a delegation signs
     * with it ({@link #signature()}). Whatever is asked afterwards changes nothing in that.
     *
     * @return whether the rule holds
     */
    public boolean acts(BooleanSupplier rule) {
        ACTING.remove();
        if (delegations().findAny().isEmpty()) {
            return rule.getAsBoolean();
        }
        if (allows(Set.of(), rule)) {
            return true;
        }
        Optional<String> delegation = delegations()
                .filter(id -> allows(Set.of(id), rule))
                .findFirst()
                .or(() -> rule.getAsBoolean() ? delegations().findFirst() : Optional.empty());
        delegation.ifPresent(id -> ACTING.set(new Acting(session(), id)));
        return delegation.isPresent();
    }

    /** @throws AccessDeniedException unless the person {@link #acts} by this rule */
    public void act(BooleanSupplier rule) {
        refuseUnless(acts(rule));
    }

    /** What cannot even be seen with these rights alone is not allowed by them: a rule may begin by reading. */
    private static boolean allows(Set<String> counted, BooleanSupplier rule) {
        COUNTED.set(counted);
        try {
            return rule.getAsBoolean();
        } catch (RuntimeException unseen) {
            return false;
        } finally {
            COUNTED.remove();
        }
    }

    /** The request is over. */
    public static void forgetHowOneActed() {
        ACTING.remove();
    }

    /** Has the role for exactly this perimeter. */
    public boolean has(Role role, String perimeter) {
        return authorities().anyMatch((Account.GROUP + Groups.of(role, perimeter))::equals);
    }

    /** Has the role somewhere in his own right. */
    public boolean holds(Role role) {
        return !held(role).isEmpty();
    }

    /** Where the person has the role in his own right. */
    public Set<String> held(Role role) {
        return perimeters(role).stream()
                .filter(perimeter -> delegation(Groups.of(role, perimeter)).isEmpty())
                .collect(Collectors.toSet());
    }

    /** Has one of these roles, whatever the perimeter. */
    public boolean hasAny(Role... roles) {
        Set<String> wanted =
                Arrays.stream(roles).map(role -> Account.ROLE + role.name()).collect(Collectors.toSet());
        return authorities().anyMatch(wanted::contains);
    }

    /** Where the person has the role. */
    public Set<String> perimeters(Role role) {
        String start = Account.GROUP + Groups.of(role) + ".";
        return authorities()
                .filter(a -> a.startsWith(start))
                .map(a -> a.substring(start.length()))
                .collect(Collectors.toSet());
    }

    /** @throws AccessDeniedException unless the person holds the role for this perimeter */
    public void require(Role role, String perimeter) {
        refuseUnless(has(role, perimeter));
    }

    /** @throws AccessDeniedException unless the person holds one of these roles */
    public void requireAny(Role... roles) {
        refuseUnless(hasAny(roles));
    }

    /** @throws AccessDeniedException unless the rule holds */
    public void refuseUnless(boolean rule) {
        if (!rule) {
            throw new AccessDeniedException("Vous n'avez pas accès à cette page.");
        }
    }

    /** The number of the delegation that lends this group, if it is not the person's own. */
    private static Optional<String> delegation(String group) {
        return all().filter(a -> a.startsWith(Account.LENT) && a.endsWith("_" + group))
                .findFirst()
                .map(a -> a.substring(Account.LENT.length(), a.length() - group.length() - 1));
    }

    /** The numbers of the delegations to this person. */
    private static Stream<String> delegations() {
        return all().filter(a -> a.startsWith(Account.LENT))
                .map(a -> a.substring(Account.LENT.length(), a.indexOf('_', Account.LENT.length())))
                .distinct();
    }

    /** All that the session carries, or what is left of it without the delegations that do not count just now. */
    private static Stream<String> authorities() {
        Set<String> counted = COUNTED.get();
        if (counted == null || delegations().allMatch(counted::contains)) {
            return all();
        }
        Set<String> groups = all().filter(a -> a.startsWith(Account.GROUP) && a.contains("."))
                .map(a -> a.substring(Account.GROUP.length()))
                .filter(group -> delegation(group).map(counted::contains).orElse(true))
                .collect(Collectors.toSet());
        Stream<String> ofRoles = groups.stream()
                .map(group -> group.substring(0, group.indexOf('.')))
                .flatMap(role -> Stream.of(Account.GROUP + role, Account.ROLE + role.toUpperCase(Locale.ROOT)));
        return Stream.concat(groups.stream().map(Account.GROUP::concat), ofRoles);
    }

    private static Stream<String> all() {
        Authentication session = session();
        return session == null
                ? Stream.empty()
                : session.getAuthorities().stream().map(GrantedAuthority::getAuthority);
    }

    private static Authentication session() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        return session instanceof AnonymousAuthenticationToken ? null : session;
    }
}
