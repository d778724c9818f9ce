package fr.forment.access;

import fr.forment.account.Account;
import fr.forment.account.SignInName;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks name and password against our accounts. The same answer and the same work whether the name exists or not; who
 * fails too often waits ({@link SignInLimits}), without locking the account for its owner elsewhere. The only provider:
 * Spring Security takes it by itself, once.
 */
@Component
class SignInProvider implements AuthenticationProvider {

    private final AccountService accounts;
    private final PasswordEncoder passwords;
    private final SignInLimits limits;
    private final KnownDevices devices;
    private final SessionOpening sessions;
    private final String nobodysHash;

    SignInProvider(
            AccountService accounts,
            PasswordEncoder passwords,
            SignInLimits limits,
            KnownDevices devices,
            SessionOpening sessions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.devices = devices;
        this.sessions = sessions;
        this.nobodysHash = passwords.encode("personne");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = SignInName.of(String.valueOf(attempt.getPrincipal()));
        SignInFrom from = attempt.getDetails() instanceof SignInFrom known ? known : new SignInFrom("?", "");
        Account account = accounts.findForSignIn(name).filter(Account::enabled).orElse(null);
        String hash = account == null || account.passwordHash() == null ? nobodysHash : account.passwordHash();
        // Whatever opens the same account is counted as one.
        String counted = account == null ? "?" + name : account.login();
        String device = devices.knows(from.device(), counted);
        boolean right = limits.attempt(
                counted,
                from.place(),
                device,
                () -> passwords.matches(String.valueOf(attempt.getCredentials()), hash)
                        && account != null
                        && account.passwordHash() != null);
        if (!right) {
            throw new BadCredentialsException("Unknown name or wrong password");
        }
        // Spring Security would otherwise keep in the session where the try came from.
        return sessions.open(account.login(), "").orElseThrow(() -> new BadCredentialsException("Closed meanwhile"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
