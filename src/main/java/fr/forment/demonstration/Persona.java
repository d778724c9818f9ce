package fr.forment.demonstration;

import fr.forment.access.AccountService;
import fr.forment.account.Account;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets the demonstration act as one of its people, so that histories say who did what. */
@Component
@RequiredArgsConstructor
public class Persona {

    private final AccountService accounts;

    /** What the person does, signed in; nobody is signed in afterwards. */
    public void does(long agentId, Runnable action) {
        Account account = accounts.ofAgent(agentId).orElseThrow();
        var rights =
                account.authorities().stream().map(SimpleGrantedAuthority::new).toList();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account.login(), null, rights));
        try {
            action.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
