package fr.forment.access;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.TransactionException;

/**
 * Spring's sessions, but sparing (see {@link SparingSession}) and forgiving: one whose values cannot be read any more,
 * because a class changed with an update or bytes are damaged, is over, and its owner signs in again; one that ended
 * elsewhere while a request ran stays ended.
 */
class SparingSessions<S extends Session> implements SessionRepository<SparingSession<S>> {

    private static final Logger log = LoggerFactory.getLogger(SparingSessions.class);

    private final SessionRepository<S> table;
    /**
     * What the running request has written: the filter asks for it once more only to know its number, and would read it
     * all anew. Outside requests nothing is kept.
     */
    private final ThreadLocal<AtomicReference<SparingSession<S>>> written = new ThreadLocal<>();

    private SparingSessions(SessionRepository<S> table) {
        this.table = table;
    }

    static <S extends Session> SparingSessions<S> over(SessionRepository<S> table) {
        return new SparingSessions<>(table);
    }

    @Override
    public SparingSession<S> createSession() {
        return new SparingSession<>(table.createSession());
    }

    @Override
    public void save(SparingSession<S> session) {
        try {
            table.save(session.stored());
            wrote(session);
        } catch (DataAccessException | TransactionException refused) {
            if (session.isNew() || table.findById(session.getId()) != null) {
                throw refused;
            }
            log.debug("A session ended while a request of it ran", refused);
        }
        session.saved();
    }

    private void wrote(SparingSession<S> session) {
        if (written.get() != null) {
            written.get().set(session);
        }
    }

    void requestBegins() {
        written.set(new AtomicReference<>());
    }

    void requestIsOver() {
        written.remove();
    }

    @Override
    public SparingSession<S> findById(String id) {
        SparingSession<S> known = written.get() == null ? null : written.get().get();
        if (known != null && known.getId().equals(id)) {
            return known;
        }
        S session = table.findById(id);
        if (session == null) {
            return null;
        }
        try {
            session.getAttributeNames().forEach(session::getAttribute); // read now: later is in the middle of a page
        } catch (RuntimeException unreadable) {
            log.warn(
                    "A session cannot be read any more and is ended: {}",
                    NestedExceptionUtils.getMostSpecificCause(unreadable).toString());
            table.deleteById(id);
            return null;
        }
        return new SparingSession<>(session, false);
    }

    @Override
    public void deleteById(String id) {
        wrote(null);
        table.deleteById(id);
    }
}
