package fr.forment.engine.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What the engine's web applications have learnt about people, on this node: their groups and applications, six queries
 * to learn. Kept under the person and the rights of the session, so that a role given or taken is learnt anew at once,
 * whichever node heard of it; the engine itself asks again every five minutes.
 */
class KnownGroups {

    private static final int MOST_PEOPLE = 1_000;

    private record Person(String name, Object principal, Set<GrantedAuthority> rights) {}

    private final Map<Person, List<UserAuthentication>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Person, List<UserAuthentication>> eldest) {
            return size() > MOST_PEOPLE;
        }
    };

    /**
     * Also for whoever opened the page at another node: some requests of a page only ask what its first one has learnt.
     */
    Authentications ofTheSignedIn() {
        var authentications = new Authentications();
        Person person = signedIn();
        if (person != null) {
            learnt(person).forEach(authentications::addOrReplace);
        }
        return authentications;
    }

    private List<UserAuthentication> learnt(Person person) {
        List<UserAuthentication> learnt;
        synchronized (known) {
            learnt = known.getOrDefault(person, List.of());
        }
        return learnt.isEmpty()
                ? Stream.ofNullable(AuthenticationUtil.createAuthentication(ProcessEngines.NAME_DEFAULT, person.name))
                        .toList()
                : learnt;
    }

    void remember(Authentications authentications) {
        Person person = signedIn();
        if (person != null && authentications != null) {
            synchronized (known) {
                known.put(person, authentications.getAuthentications());
            }
        }
    }

    private static Person signedIn() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        return session == null
                ? null
                : new Person(session.getName(), session.getPrincipal(), Set.copyOf(session.getAuthorities()));
    }
}
