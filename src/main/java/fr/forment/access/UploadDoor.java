package fr.forment.access;

import fr.forment.access.server.Seats;
import fr.forment.access.server.UploadAllowed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Files come in where a page asks for them, from somebody signed in who may use it, two at once from one person, twelve
 * from those of the same roles and sixteen in all; who finds no place waits for a moment. Stands before the first
 * filter that looks at a parameter, for that reads the whole file. The engine's own pages have small ones.
 */
class UploadDoor extends OncePerRequestFilter {

    private static final int ENGINE = 2;

    /** The error page reads it: the megabytes of a file of that page. */
    static final String FILE_MOST = "fileMost";

    private final UploadPages pages;
    private final Seats all = new Seats(16, 12, 16, Duration.ofSeconds(5));
    /** A third click of one person waits for the first two: nobody who is in a hurry is told of a crowd. */
    private final Seats own = new Seats(Integer.MAX_VALUE, 2, 16, Duration.ofSeconds(5));

    UploadDoor(UploadPages pages) {
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
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
        } else if (request.getContentLengthLong() > (engine ? (long) ENGINE << 20 : pages.most(path))) {
            request.setAttribute(FILE_MOST, engine ? ENGINE : pages.megabytes(path));
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            oneAfterTheOther(who, request, response, chain);
        }
    }

    private void oneAfterTheOther(
            Authentication who, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Of all that a session carries only the roles are shared by several people.
        String kind = who.getAuthorities().stream()
                .map(String::valueOf)
                .filter(right -> right.startsWith("ROLE_"))
                .sorted()
                .collect(Collectors.joining(" "));
        boolean mine = own.enter(who.getName());
        boolean free = mine && all.enter(kind);
        try {
            if (free) {
                request.setAttribute(UploadAllowed.MARK, true);
                read(request, response, chain);
            } else {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        } finally {
            if (mine) {
                own.leave(who.getName());
            }
            if (free) {
                all.leave(kind);
            }
        }
    }

    private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getParameter(""); // reads the whole file
        if (UploadAllowed.isCut(request)) {
            return; // Tomcat has answered 408
        }
        try {
            chain.doFilter(request, response);
        } finally {
            throwAway(request);
        }
    }

    /** What nobody wanted is taken while the place is still held: the server would wait for it without one. */
    private void throwAway(HttpServletRequest request) {
        try {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException | IllegalStateException gone) {
            logger.debug("the rest of a file did not come", gone);
        }
    }
}
