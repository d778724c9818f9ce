package fr.forment.access.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.coyote.Response;

/** What every answer says to the browser. A page that needs other words says them later and replaces these. */
class AnswerHeaders {

    private static final String PAGES =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private final Map<String, String> headers = new LinkedHashMap<>(
            Map.of(
                    "Content-Security-Policy",
                    PAGES,
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "SAMEORIGIN",
                    "Referrer-Policy",
                    "no-referrer",
                    "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()"));

    /** @param https browsers come over TLS, here or in front of us, and shall not come otherwise any more */
    AnswerHeaders(boolean https) {
        if (https) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }

    void on(Response response) {
        headers.forEach(response::setHeader);
    }
}
