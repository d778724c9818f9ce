package fr.forment.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Turns what the engine answers to a person's action in Tasklist into a sentence that person can use: our own refusals as they are, a task
 * that somebody else finished meanwhile as "déjà traitée", anything else as a short apology whose details stay in the log.
 */
class FrenchTaskErrors extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(FrenchTaskErrors.class);
    private static final Pattern REFUSAL = Pattern.compile(Pattern.quote(Refusal.OPEN) + "(.*?)" + Pattern.quote(Refusal.CLOSE), Pattern.DOTALL);
    private static final Pattern GONE = Pattern.compile(
            "task is null|No matching task|OptimisticLocking|was updated by another transaction|Cannot find task|doesn't exist|NullValueException",
            Pattern.CASE_INSENSITIVE);

    private final ObjectMapper json;

    FrenchTaskErrors(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) && !"PUT".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        String type = answer.getContentType();
        if (answer.getStatus() >= 400 && type != null && type.contains("json")) {
            String original = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            answer.resetBuffer();
            answer.setContentType("application/json;charset=UTF-8");
            write(answer, french(original, request, answer));
        }
        answer.copyBodyToResponse();
    }

    private String french(String original, HttpServletRequest request, HttpServletResponse answer) throws IOException {
        Matcher refusal = REFUSAL.matcher(String.valueOf(json.readTree(original).path("message").asText()));
        if (refusal.find()) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return refusal.group(1);
        }
        if (GONE.matcher(original).find() || answer.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
            answer.setStatus(HttpServletResponse.SC_CONFLICT);
            return "Cette tâche a déjà été traitée, ou n'est plus ouverte. Rien n'a été enregistré une seconde fois : actualisez la liste.";
        }
        if (answer.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            return "Cette action n'est pas ouverte à votre profil.";
        }
        log.warn("{} {} answered {}: {}", request.getMethod(), request.getRequestURI(), answer.getStatus(), original);
        return "L'action n'a pas abouti ; rien n'a été enregistré et la tâche est toujours là. Réessayez ; si cela recommence, prévenez votre E-RUN.";
    }

    private void write(HttpServletResponse answer, String message) throws IOException {
        answer.getOutputStream().write(json.writeValueAsBytes(Map.of("type", "FormENT", "message", message)));
    }
}
