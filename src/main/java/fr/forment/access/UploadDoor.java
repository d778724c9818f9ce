package fr.forment.access;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import fr.forment.access.server.UploadAllowed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Files come in where a page asks for them, from somebody signed in who may use it, two at once from one person and eight in all. Stands before
 * the first filter that looks at a parameter, for that reads the whole file. The engine's own pages have small ones.
 */
class UploadDoor extends OncePerRequestFilter {

    private static final long ENGINE = 2L << 20;

    private final UploadPages pages;
    private final Semaphore all = new Semaphore(8);
    private final Map<String, Integer> byPerson = new ConcurrentHashMap<>();

    UploadDoor(UploadPages pages) {
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean engine = path.startsWith("/camunda/api/");
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || who instanceof AnonymousAuthenticationToken || !who.isAuthenticated()) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else if (!engine && !pages.has(path)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (!engine && !pages.mayUse(path)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() > (engine ? ENGINE : pages.most(path))) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            oneAfterTheOther(who.getName(), request, response, chain);
        }
    }

    private void oneAfterTheOther(String who, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        int mine = byPerson.merge(who, 1, Integer::sum);
        boolean free = mine <= 2 && all.tryAcquire();
        try {
            if (free) {
                request.setAttribute(UploadAllowed.MARK, true);
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        } finally {
            byPerson.computeIfPresent(who, (name, count) -> count == 1 ? null : count - 1);
            if (free) {
                all.release();
            }
        }
    }
}
