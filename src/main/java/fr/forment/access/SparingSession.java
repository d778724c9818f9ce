package fr.forment.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.session.Session;

/**
 * A session that notes that it is used once a minute, not at every request: a page of Tasklist makes dozens, and each
 * note is a write.
 */
class SparingSession<S extends Session> implements Session {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final S stored;
    private boolean isNew;

    SparingSession(S created) {
        this(created, true);
    }

    SparingSession(S stored, boolean isNew) {
        this.stored = stored;
        this.isNew = isNew;
    }

    S stored() {
        return stored;
    }

    boolean isNew() {
        return isNew;
    }

    void saved() {
        isNew = false;
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (isNew || Duration.between(stored.getLastAccessedTime(), now).abs().compareTo(NOTED_EVERY) >= 0) {
            stored.setLastAccessedTime(now);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return stored.getLastAccessedTime();
    }

    @Override
    public String getId() {
        return stored.getId();
    }

    @Override
    public String changeSessionId() {
        return stored.changeSessionId();
    }

    @Override
    public <T> T getAttribute(String name) {
        return stored.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return stored.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        stored.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        stored.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return stored.getCreationTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        stored.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return stored.isExpired();
    }
}
