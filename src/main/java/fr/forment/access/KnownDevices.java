package fr.forment.access;

import fr.forment.limits.HouseSecret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Browsers in which somebody has signed in before ("device cookies", as OWASP describes them): whoever tries somebody's
 * name elsewhere never makes its owner wait here. The cookie is a number of chance and one signature for each of the
 * last people; it opens nothing.
 */
@Component
@RequiredArgsConstructor
public class KnownDevices {

    static final String COOKIE = "FORMENT-APPAREIL";
    private static final Duration KEPT = Duration.ofDays(400);
    /** A computer in a staff room is used by many. */
    private static final int MOST_PEOPLE = 20;

    private final HouseSecret secret;

    @Value("${forment.https:false}")
    private final boolean secure;

    /** What the browser shows; the empty string when it shows nothing. */
    String shownBy(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || cookie.getValue() == null ? "" : cookie.getValue();
    }

    /** The browser's number, when this person signed in there; null otherwise. */
    String knows(String shown, String login) {
        List<String> parts = parts(shown);
        return parts.isEmpty() || !parts.subList(1, parts.size()).contains(signature(parts.get(0), login))
                ? null
                : parts.get(0);
    }

    /** The person has proved who he is in this browser. */
    public void remember(HttpServletRequest request, HttpServletResponse response, String login) {
        List<String> parts = parts(shownBy(request));
        String number = parts.isEmpty() ? UUID.randomUUID().toString() : parts.get(0);
        Map<String, Boolean> people = new LinkedHashMap<>(Map.of(signature(number, login), true));
        parts.stream().skip(1).forEach(other -> people.putIfAbsent(other, true));
        String value =
                number + "." + people.keySet().stream().limit(MOST_PEOPLE).collect(Collectors.joining("."));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }

    private String signature(String number, String login) {
        return secret.sign(number + "|" + login);
    }

    /** Empty unless it may be one of ours: nothing long or strange is looked at. */
    private static List<String> parts(String shown) {
        return shown.matches("[0-9a-f-]{36}(\\.[A-Za-z0-9_-]{22}){1," + MOST_PEOPLE + "}")
                ? Arrays.asList(shown.split("\\."))
                : List.of();
    }
}
