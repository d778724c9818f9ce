package fr.forment.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Spares every command of a signed-in person a walk through all authorisations. The engine first reads the groups that
 * hold any right at all (one row per open task, 40 ms at 50,000) to shorten the list of the person's own groups. Only
 * that shortening is left out: each right is still checked, against all groups of the person, and a group without
 * rights gives none.
 */
final class OwnGroups extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> authenticatedGroupIds) {
        return authenticatedGroupIds == null ? List.of() : authenticatedGroupIds;
    }

    /** Makes one for each command. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new OwnGroups();
        }
    }
}
