package fr.forment.engine.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;

/**
 * A session as the engine's web applications see it. They write the person's groups into it at every request, and make
 * a token against forged requests at the first of them: with sessions in a database, each request would be a write, and
 * of a page's first requests each would make a token of its own. Here what they write lasts for the request, and the
 * token follows from the session's secret id: no node has to tell another.
 */
class EngineSession implements HttpSession {

    private static final String AUTHENTICATED = "authenticatedUser";
    private static final String TOKEN = "CAMUNDA_CSRF_TOKEN";

    private final HttpSession house;
    private final Map<String, Object> own = new HashMap<>();

    EngineSession(HttpSession house, Authentications known) {
        this.house = house;
        own.put(AUTHENTICATED, known);
        own.put(TOKEN, token(house.getId()));
    }

    /** Whoever does not know the id cannot make it, and it does not tell the id. */
    static String token(String sessionId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(sessionId.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(mac.doFinal("requests to the engine".getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    Authentications authentications() {
        return (Authentications) own.get(AUTHENTICATED);
    }

    @Override
    public Object getAttribute(String name) {
        return own.getOrDefault(name, house.getAttribute(name));
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(own.keySet());
    }

    @Override
    public void setAttribute(String name, Object value) {
        own.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        own.remove(name);
    }

    /**
     * The engine ends a session when a token is wrong: a forged request would sign a person out of everything. The
     * request is refused; that is enough.
     */
    @Override
    public void invalidate() {
        own.remove(AUTHENTICATED);
    }

    @Override
    public String getId() {
        return house.getId();
    }

    @Override
    public long getCreationTime() {
        return house.getCreationTime();
    }

    @Override
    public long getLastAccessedTime() {
        return house.getLastAccessedTime();
    }

    @Override
    public ServletContext getServletContext() {
        return house.getServletContext();
    }

    @Override
    public void setMaxInactiveInterval(int seconds) {
        house.setMaxInactiveInterval(seconds);
    }

    @Override
    public int getMaxInactiveInterval() {
        return house.getMaxInactiveInterval();
    }

    @Override
    public boolean isNew() {
        return house.isNew();
    }
}
