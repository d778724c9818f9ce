package fr.forment.access;

import fr.forment.account.AccountStamp;
import fr.forment.account.SignedIn;
import fr.forment.people.AccountStamps;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A running session follows its account: it ends at the next request once the account is closed or its password
 * changed, and knows at the next request which roles were given, taken or lent. One query a request, none for files.
 * Part of the chain of pages, not a bean: a filter bean would also run outside it.
 */
class AccountFollower extends OncePerRequestFilter {

    /** Left on the request for whoever sends the person to the sign-in page. */
    static final String ENDED = AccountFollower.class.getName() + ".ended";

    private static final Pattern FILES = Pattern.compile(".*\\.(js|css|json|png|svg|ico|woff2?|html)");

    private final AccountStamps stamps;
    private final SessionOpening sessions;

    AccountFollower(AccountStamps stamps, SessionOpening sessions) {
        this.stamps = stamps;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/camunda/app/") && FILES.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            follow(request);
            chain.doFilter(request, response);
            if (request.getAttribute(SignedIn.OWN_PASSWORD_CHANGED) != null) {
                principal().ifPresent(person -> restart(request, person.login()));
            }
        } finally {
            SignedIn.forgetHowOneActed();
        }
    }

    private void follow(HttpServletRequest request) {
        SignedInName person = principal().orElse(null);
        if (person == null) {
            return;
        }
        AccountStamp now = stamps.of(person.login()).orElse(null);
        if (now == null || !now.outlives(person.stamp())) {
            end(request);
        } else if (!now.equals(person.stamp())) {
            restart(request, person.login());
        }
    }

    private void restart(HttpServletRequest request, String login) {
        Optional<Authentication> fresh = sessions.open(
                login, SecurityContextHolder.getContext().getAuthentication().getDetails());
        HttpSession session = request.getSession(false);
        if (fresh.isEmpty()) {
            end(request);
        } else {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(fresh.get());
            SecurityContextHolder.setContext(context);
            if (session != null) {
                session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
            }
        }
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.setAttribute(ENDED, true);
    }

    private static Optional<SignedInName> principal() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        return session != null && session.getPrincipal() instanceof SignedInName person
                ? Optional.of(person)
                : Optional.empty();
    }
}
