package fr.forment.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a form sent, so that one button sends it again where another hand came first: nothing has to be typed twice. */
record SentAgain(String path, List<Field> fields) {

    record Field(String name, String value) {}

    /** Never written into a page. */
    private static final Set<String> SECRET = Set.of("password", "again", "actuel", "nouveau", "encore");

    /** Null where nothing was sent, a file was, or a password: the page before is then the way. */
    static SentAgain of(HttpServletRequest request) {
        boolean isForm = "POST".equals(request.getMethod())
                && request.getParameterMap().keySet().stream().noneMatch(SECRET::contains)
                && !String.valueOf(request.getContentType()).startsWith("multipart/");
        return !isForm
                ? null
                : new SentAgain(
                        request.getRequestURI(),
                        request.getParameterMap().entrySet().stream()
                                .filter(sent -> !sent.getKey().equals("_csrf"))
                                .flatMap(sent ->
                                        Stream.of(sent.getValue()).map(value -> new Field(sent.getKey(), value)))
                                .toList());
    }

    /** The rest, where these are to be written anew. */
    SentAgain without(List<String> names) {
        return new SentAgain(
                path,
                fields.stream().filter(field -> !names.contains(field.name())).toList());
    }
}
