package fr.forment.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Says no in French: to Tasklist as it reads it, to a page with the error page, which knows a form that was open for
 * too long.
 */
class NotHere implements AccessDeniedHandler {

    /** The error page reads it. */
    static final String STALE_FORM = "staleForm";

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException no)
            throws IOException, ServletException {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/")) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter()
                    .write("{\"type\":\"FormENT\",\"message\":\"Votre profil ne permet pas cette action.\"}");
            return;
        }
        request.setAttribute(STALE_FORM, no instanceof CsrfException);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
