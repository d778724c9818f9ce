package fr.forment.access;

import fr.forment.account.Account;
import fr.forment.people.AccountStamps;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** What a session carries: the person, the rights of today, and the stamp under which they were read. */
@Component
@RequiredArgsConstructor
class SessionOpening {

    private final AccountService accounts;
    private final AccountStamps stamps;

    /**
     * The stamp is read first: whatever is decided meanwhile is seen at the next request. Empty when the account is
     * closed.
     */
    Optional<Authentication> open(String login, Object details) {
        var stamp = stamps.of(login);
        return stamp.flatMap(now -> accounts.withLogin(login).map(account -> {
            accounts.catchUp(account);
            var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                    new SignedInName(login, account.fullName(), now), null, rights(account));
            signedIn.setDetails(details);
            return signedIn;
        }));
    }

    private List<SimpleGrantedAuthority> rights(Account account) {
        return accounts.authorities(account).stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
    }
}
