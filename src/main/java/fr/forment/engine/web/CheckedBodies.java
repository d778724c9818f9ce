package fr.forment.engine.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.forment.french.French;
import fr.forment.french.Typed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody bring an expression to the engine's REST: in a query the engine would evaluate it. Whatever a parameter
 * or a body says is read here first, strictly, and what was read is what is handed on: the engine never parses a byte
 * that was not looked at.
 */
class CheckedBodies extends OncePerRequestFilter {

    private static final int LARGEST = 2 * 1024 * 1024;
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    /** Where Cockpit brings files. What is deployed is read by {@code AllowedModels}. */
    private static final String FILES = ".*/(deployment/create|attachment/create|[^/]+/data)";

    private static final String FORMS = ".*/(submit-form|complete)";

    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isQueryPlain(request.getQueryString())) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Cette adresse contient un paramètre que FormENT n'accepte pas. Revenez à la page précédente, puis recommencez.");
        } else if (!isPageNumbered(request)) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Cette liste ne se lit pas : « firstResult » et « maxResults » attendent chacun un nombre entier, par exemple 0 et 15. Corrigez l'adresse, puis recommencez.");
        } else if (WITHOUT_BODY.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            checkBody(request, response, chain);
        }
    }

    private void checkBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MimeType type = typeOf(request);
        if (type != null
                && MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type)
                && request.getRequestURI().matches(FILES)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        boolean isJson = type != null
                && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                && request.getHeader("Content-Encoding") == null;
        if (body.length == 0 && (isJson || request.getContentType() == null)) {
            chain.doFilter(new ReadRequest(request, body), response);
        } else if (body.length > LARGEST) {
            refuse(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "Cet envoi est trop volumineux (2 Mo au plus). Raccourcissez vos textes, puis recommencez.");
        } else if (!isJson) {
            refuse(
                    response,
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "Cet envoi n'a pas la forme attendue (JSON, non compressé) : rien n'a été enregistré.");
        } else {
            hand(body, request, response, chain);
        }
    }

    private void hand(byte[] body, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        JsonNode read = null;
        try {
            read = json.readTree(body);
        } catch (JsonProcessingException unreadable) {
            logger.debug("Unreadable body", unreadable);
        }
        if (read == null || !read.isObject()) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Cet envoi ne se lit pas : rien n'a été enregistré. Actualisez la page, puis recommencez.");
        } else if (holdsExpression(read)) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Un critère de recherche ne peut pas contenir d'expression : retirez-le, puis recommencez.");
        } else if (!FormValues.areSortable(read.path("sorting"))) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Une liste ne se trie pas par cette sorte de valeur : choisissez un autre tri, puis recommencez.");
        } else if (!request.getRequestURI().matches(FORMS) && !FormValues.areComparable(read)) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Un critère de recherche compare à une seule valeur (texte, nombre, oui ou non), pas à une liste : corrigez-le, puis recommencez.");
        } else if (request.getRequestURI().matches(FORMS)
                && FormValues.tooLong(read.path("variables")).isPresent()) {
            refuseText(response, FormValues.tooLong(read.path("variables")).get());
        } else if (request.getRequestURI().matches(FORMS) && !FormValues.arePlain(read.path("variables"), json)) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Ce formulaire contient une valeur que FormENT n'attend pas : rien n'a été enregistré. Actualisez la page, puis recommencez.");
        } else {
            if (request.getRequestURI().matches(FORMS)) {
                FormValues.emptyNulls(read.path("variables"));
            }
            chain.doFilter(new ReadRequest(request, json.writeValueAsBytes(read)), response);
        }
    }

    /** Type and charset as they are told; null when they make no sense or are not UTF-8. */
    private static MimeType typeOf(HttpServletRequest request) {
        try {
            MimeType type =
                    request.getContentType() == null ? null : MimeTypeUtils.parseMimeType(request.getContentType());
            return type == null
                            || type.getCharset() == null
                            || type.getCharset().equals(StandardCharsets.UTF_8)
                    ? type
                    : null;
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    private static boolean isQueryPlain(String query) {
        try {
            return query == null
                    || Arrays.stream(query.split("[&;]"))
                            .map(part -> URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8))
                            .noneMatch(CheckedBodies::isExpression);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isPageNumbered(HttpServletRequest request) {
        return Stream.of("firstResult", "maxResults")
                .flatMap(name ->
                        Stream.ofNullable(request.getParameterValues(name)).flatMap(Arrays::stream))
                .allMatch(number -> number.matches("\\d{1,9}"));
    }

    private static boolean holdsExpression(JsonNode node) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (isExpression(names.next())) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (holdsExpression(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).contains("expression");
    }

    /** Names the field as our own refusals do, and the text by its beginning. */
    private void refuseText(HttpServletResponse response, Map.Entry<String, String> field) throws IOException {
        refuse(
                response,
                HttpServletResponse.SC_BAD_REQUEST,
                "Le texte " + Typed.quoted(field.getValue()) + " compte "
                        + French.number(field.getValue().length()) + " caractères ; la place est de "
                        + French.number(FormValues.LONGEST)
                        + " au plus. Raccourcissez-le, puis envoyez de nouveau : rien n'a été enregistré.",
                field.getKey());
    }

    private void refuse(HttpServletResponse response, int status, String message, String... fields) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        ObjectNode said = json.createObjectNode().put("type", "FormENT").put("message", message);
        for (String field : fields) {
            said.withArray("fields").add(field);
        }
        json.writeValue(response.getOutputStream(), said);
    }
}
