package fr.forment.access;

import fr.forment.staff.Account;
import fr.forment.staff.AccountService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks name and password against our accounts. The same answer and the same work whether the name exists or not; a place that fails too
 * often waits, without locking the account for its owner elsewhere. The only provider: Spring Security takes it by itself, once.
 */
@Component
class SignInProvider implements AuthenticationProvider {

    private final AccountService accounts;
    private final PasswordEncoder passwords;
    private final FailedSignIns failures;
    private final SessionOpening sessions;
    private final String nobodysHash;

    SignInProvider(AccountService accounts, PasswordEncoder passwords, FailedSignIns failures, SessionOpening sessions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.failures = failures;
        this.sessions = sessions;
        this.nobodysHash = passwords.encode("personne");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = String.valueOf(attempt.getPrincipal()).strip();
        String place = placeOf(attempt) + "|" + name.toLowerCase();
        if (failures.mustWait(place)) {
            throw new LockedException("Too many attempts");
        }
        Account account = accounts.findForSignIn(name).filter(Account::enabled).orElse(null);
        String hash = account == null || account.passwordHash() == null ? nobodysHash : account.passwordHash();
        boolean matches = passwords.matches(String.valueOf(attempt.getCredentials()), hash);
        if (!matches || account == null || account.passwordHash() == null) {
            failures.note(place);
            throw new BadCredentialsException("Unknown name or wrong password");
        }
        failures.forget(place);
        return sessions.open(account.login(), attempt.getDetails()).orElseThrow(() -> new BadCredentialsException("Closed meanwhile"));
    }

    private static String placeOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "?";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
