package fr.forment.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Stands before the engine's web applications: gives them {@link EngineRequest} and {@link EngineSession}, and the
 * browser the token that belongs to its session.
 */
class EnginePages extends OncePerRequestFilter {

    private static final String COOKIE = "XSRF-TOKEN";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final boolean https;
    private final KnownGroups known = new KnownGroups();

    EnginePages(boolean https) {
        this.https = https;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && READING.contains(request.getMethod())) {
            bringToken(request, response, EngineSession.token(session.getId()));
        }
        var seen = new EngineRequest(request, known);
        chain.doFilter(seen, response);
        seen.remember();
    }

    private void bringToken(HttpServletRequest request, HttpServletResponse response, String token) {
        Cookie has = WebUtils.getCookie(request, COOKIE);
        if (has == null || !has.getValue().equals(token)) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, token)
                            .path(request.getContextPath() + "/camunda")
                            .secure(https)
                            .sameSite("Strict")
                            .build()
                            .toString());
        }
    }
}
