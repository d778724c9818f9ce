package fr.forment.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.french.Refusal;
import fr.forment.french.Typography;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Turns what the engine answers to a person's action in Tasklist into a sentence that person can use: our own refusals
 * as they are, a task that somebody else finished meanwhile as "déjà traitée", anything else as a short apology whose
 * details stay in the log. What is only looked at and not there is said in French too.
 */
public class FrenchTaskErrors extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(FrenchTaskErrors.class);
    private static final Pattern TAKEN = Pattern.compile("is already claimed", Pattern.CASE_INSENSITIVE);
    private static final Pattern GONE = Pattern.compile(
            "task is null|No matching task|OptimisticLocking|was updated by another transaction|Cannot find task|doesn't exist|NullValueException",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UNBOUND =
            Pattern.compile("unbound number of results|max results limit", Pattern.CASE_INSENSITIVE);

    private static final Pattern TASK = Pattern.compile("/task/([0-9a-fA-F-]{36})(/|$)");
    /** Bytes of a form that are looked at again: several times the longest. */
    private static final int FORM = 200_000;

    private final ObjectMapper json;
    private final ObjectProvider<GoneTasks> gone;

    public FrenchTaskErrors(ObjectMapper json, ObjectProvider<GoneTasks> gone) {
        this.json = json;
        this.gone = gone;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        var form = new ContentCachingRequestWrapper(request, FORM);
        chain.doFilter(form, answer);
        String type = answer.getContentType();
        if (answer.getStatus() >= 400 && type != null && type.contains("json")) {
            String original = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            answer.resetBuffer();
            answer.setContentType("application/json;charset=UTF-8");
            write(answer, french(original, form, answer));
        }
        answer.copyBodyToResponse();
    }

    private Map<String, Object> french(
            String original, ContentCachingRequestWrapper request, HttpServletResponse answer) throws IOException {
        Matcher refusal = Refusal.TOLD.matcher(
                String.valueOf(json.readTree(original).path("message").asText()));
        if (refusal.find()) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return said(
                    refusal.group(2),
                    refusal.group(1) == null
                            ? List.of()
                            : List.of(refusal.group(1).split(",")));
        }
        return said(otherwise(original, request, answer), List.of());
    }

    private String otherwise(String original, ContentCachingRequestWrapper request, HttpServletResponse answer)
            throws IOException {
        if (UNBOUND.matcher(original).find()) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return "Cette liste serait trop longue d'un seul tenant : indiquez combien de lignes lire à la fois (« maxResults », par exemple 50).";
        }
        if (isOnlyRead(request) && answer.getStatus() < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            return "Ce que vous cherchez n'est pas, ou n'est plus, ouvert à votre profil : actualisez la page."; // with
            // the
            // status that Tasklist knows
        }
        if (answer.getStatus() == HttpServletResponse.SC_NOT_FOUND
                && request.getRequestURI().contains("%")) { // no address of Tasklist: the task may well be open
            return "Cette adresse ne mène à aucun formulaire : rien n'a été enregistré. Ouvrez la tâche depuis la liste.";
        }
        if (GONE.matcher(original).find()
                || answer.getStatus() == HttpServletResponse.SC_NOT_FOUND
                || isOver(request)) {
            answer.setStatus(HttpServletResponse.SC_CONFLICT);
            return isAboutATask(request)
                    ? becameOf(request)
                            .orElse(
                                    "Cette tâche a déjà été traitée, ou n'est plus ouverte. Rien n'a été enregistré une seconde fois : actualisez la liste.")
                    : "Ce formulaire n'est plus disponible. Rien n'a été enregistré : actualisez la page.";
        }
        if (TAKEN.matcher(original).find()) {
            answer.setStatus(HttpServletResponse.SC_CONFLICT);
            return "Une autre personne vient de prendre cette tâche en charge : ce que vous avez saisi n'est pas enregistré.";
        }
        if (answer.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            return "Votre profil ne permet pas cette action.";
        }
        log.warn(
                "{} {} answered {}: {}",
                request.getMethod(),
                request.getRequestURI(),
                answer.getStatus(),
                json.readTree(original).path("type").asText());
        return "L'action n'a pas abouti ; rien n'a été enregistré"
                + (isAboutATask(request) ? " et la tâche est toujours là" : "")
                + ". Réessayez ; si cela recommence, prévenez votre E-RUN.";
    }

    /**
     * Whatever the engine stumbled over: when two people end a task at once, the second may meet it half taken away.
     */
    private boolean isOver(HttpServletRequest request) {
        Matcher task = TASK.matcher(request.getRequestURI());
        return task.find() && gone.stream().anyMatch(tasks -> tasks.isOver(task.group(1)));
    }

    /** What the feature whose task it was has to say. */
    private Optional<String> becameOf(ContentCachingRequestWrapper request) {
        Matcher task = TASK.matcher(request.getRequestURI());
        return task.find()
                ? gone.stream()
                        .flatMap(tasks -> tasks.told(task.group(1), sent(request)).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Map<String, Object> sent(ContentCachingRequestWrapper request) {
        Map<String, Object> values = new HashMap<>();
        try {
            json.readTree(request.getContentAsByteArray())
                    .path("variables")
                    .properties()
                    .forEach(field -> values.put(
                            field.getKey(), field.getValue().path("value").asText("")));
        } catch (IOException unreadable) {
            values.clear(); // it was no form
        }
        return values;
    }

    private static boolean isOnlyRead(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "OPTIONS".equals(request.getMethod());
    }

    /** Otherwise it begins something: there is no task yet. */
    private static boolean isAboutATask(HttpServletRequest request) {
        return request.getRequestURI().contains("/task/");
    }

    private static Map<String, Object> said(String sentence, List<String> fields) {
        String message = Typography.text(sentence);
        return fields.isEmpty()
                ? Map.of("type", "FormENT", "message", message)
                : Map.of("type", "FormENT", "message", message, "fields", fields);
    }

    private void write(HttpServletResponse answer, Map<String, Object> said) throws IOException {
        answer.getOutputStream().write(json.writeValueAsBytes(said));
    }
}
