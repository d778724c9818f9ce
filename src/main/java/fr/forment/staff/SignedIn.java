package fr.forment.staff;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person who acts, as the session knows him: no query, except for {@link #account()}. */
@Component
public class SignedIn {

    private final Accounts accounts;

    SignedIn(Accounts accounts) {
        this.accounts = accounts;
    }

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
        return authorities().filter(a -> a.startsWith(Account.AGENT)).findFirst()
                .map(a -> Long.valueOf(a.substring(Account.AGENT.length()))).orElse(null);
    }

    /** Holds the role for exactly this perimeter. */
    public boolean has(Role role, String perimeter) {
        return authorities().anyMatch((Account.GROUP + Groups.of(role, perimeter))::equals);
    }

    /** Holds one of these roles, whatever the perimeter. */
    public boolean hasAny(Role... roles) {
        Set<String> wanted = Arrays.stream(roles).map(role -> Account.ROLE + role.name()).collect(Collectors.toSet());
        return authorities().anyMatch(wanted::contains);
    }

    /** Where the person holds the role. */
    public Set<String> perimeters(Role role) {
        String start = Account.GROUP + Groups.of(role) + ".";
        return authorities().filter(a -> a.startsWith(start)).map(a -> a.substring(start.length())).collect(Collectors.toSet());
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
            throw new AccessDeniedException("Cette page n'est pas dans votre périmètre.");
        }
    }

    private static Stream<String> authorities() {
        Authentication session = session();
        return session == null ? Stream.empty() : session.getAuthorities().stream().map(GrantedAuthority::getAuthority);
    }

    private static Authentication session() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
