package fr.forment.access;

import fr.forment.french.Typography;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database does not answer, every page says so, without asking it anything: the page for errors would look
 * for the session first, and wait as long again. Outermost, so that it hears of it from wherever.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseAway extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);
    /**
     * Stopped by its operator, crashed, still starting, too many connections: PostgreSQL's codes. Class 08: no
     * connection.
     */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300", "90098", "90121");

    private static final String SENTENCE =
            "FormENT ne joint pas sa base de données. Rien n'est perdu de ce qui était enregistré : réessayez dans une minute.";
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Service momentanément indisponible – FormENT</title><link rel="stylesheet" href="%1$s/forment.css"></head>
            <body><header class="top"><a class="brand" href="%1$s/">FormENT</a></header><div class="page"><main>
            <h1>Service momentanément indisponible</h1><p>%2$s</p><p>Si vous veniez d'envoyer un formulaire, il n'a pas été pris en compte : revenez à la page
            précédente et renvoyez-le.</p></main></div></body></html>
            """;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException problem) {
            if (response.isCommitted() || !isAway(problem)) {
                throw problem;
            }
            log.warn(
                    "The database does not answer: {}",
                    NestedExceptionUtils.getMostSpecificCause(problem)
                            .toString()
                            .replaceAll("\\s+", " "));
            answer(request, response);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean script = request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/");
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(script ? MediaType.APPLICATION_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String sentence = Typography.text(SENTENCE);
        response.getWriter()
                .write(
                        script
                                ? "{\"type\":\"FormENT\",\"message\":\"" + sentence + "\"}"
                                : Typography.html(PAGE.formatted(request.getContextPath(), sentence)));
    }

    static boolean isAway(Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql
                            && sql.getSQLState() != null
                            && (sql.getSQLState().startsWith("08") || AWAY.contains(sql.getSQLState()))
                    || each instanceof SQLTransientConnectionException
                    || each instanceof TransactionSystemException rollback
                            && isAway(rollback.getApplicationException())) {
                return true;
            }
        }
        return false;
    }
}
