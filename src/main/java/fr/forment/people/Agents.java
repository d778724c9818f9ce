package fr.forment.people;

import fr.forment.account.AgentFunction;
import fr.forment.account.LentRoles;
import fr.forment.account.Role;
import fr.forment.database.OfTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is there. Lists hold only people who have not left by today; {@link #find} also finds those who have. */
@Component
@RequiredArgsConstructor
public class Agents {

    /** The rules, the hours and each letter of one command ask for the same person. */
    private static final OfTransaction<Map<Long, Agent>> KNOWN = new OfTransaction<>(HashMap::new);

    private final AgentRepository repository;
    private final LentRoles lent;
    private final JdbcClient jdbc;
    private final Clock clock;

    public Optional<Agent> find(long id) {
        Map<Long, Agent> known = KNOWN.get();
        Optional<Agent> found = Optional.ofNullable(known.get(id)).or(() -> read(id));
        found.ifPresent(each -> known.put(id, each));
        return found;
    }

    private Optional<Agent> read(long id) {
        return jdbc.sql("SELECT * FROM agent WHERE id = ?")
                .param(id)
                .query(Agent::read)
                .optional();
    }

    /** People were written in this transaction: they are read anew. */
    public static void changed() {
        KNOWN.forget();
    }

    /** Whoever saves a person changes what the transaction knew of people. */
    @Component
    static class Saved implements AfterSaveCallback<Agent> {

        @Override
        public Agent onAfterSave(Agent saved) {
            changed();
            return saved;
        }
    }

    /**
     * One hand at a time on what is kept for this person, until the transaction ends: the next one reads what this one
     * wrote.
     */
    public void hold(long id) {
        repository.hold(id).orElseThrow(OutOfReach::new);
        changed();
    }

    public List<Agent> all(Collection<Long> ids) {
        List<Agent> found = ids.isEmpty() ? List.of() : repository.findAllById(ids);
        Map<Long, Agent> known = KNOWN.get();
        found.forEach(each -> known.put(each.id(), each));
        return found;
    }

    /** By name. */
    public List<Agent> inSchool(String uai) {
        return repository.inSchool(uai, today());
    }

    /** Of several schools at once. */
    public List<Agent> inSchools(Collection<String> uais) {
        return uais.isEmpty() ? List.of() : repository.inSchools(uais, today());
    }

    /** Everybody of the circonscription and of its schools, by name. */
    public List<Agent> inCirconscription(String uai) {
        return repository.inCirconscription(uai, today());
    }

    /** Those who work for these circonscriptions and départements (by UAI and code), not for a school. */
    public List<Agent> inOffices(Collection<String> places) {
        return places.isEmpty() ? List.of() : repository.inOffices(places, today());
    }

    public List<Agent> inDepartement(String code) {
        return repository.inDepartement(code, today());
    }

    public List<Agent> inDepartement(String code, Collection<AgentFunction> functions) {
        return repository.inDepartement(code, functions, today());
    }

    public List<Agent> withFunction(String circonscriptionUai, AgentFunction function) {
        return repository.withFunction(circonscriptionUai, function, today());
    }

    /** Whose account holds this role for exactly this perimeter. */
    public List<Agent> withRole(Role role, String perimeter) {
        return repository.withRole(role, perimeter, today());
    }

    /** Each once, whatever roles he has of these. */
    public List<Agent> withRoles(Set<Role> roles, String perimeter) {
        return repository.withRoles(roles, perimeter, today());
    }

    /** Those of {@link #withRole} and, for today, those the role is lent to: whom to write to. */
    public List<Agent> reachedAs(Role role, String perimeter) {
        List<Agent> holders = withRole(role, perimeter);
        List<Agent> delegates = all(lent.holders(role, perimeter, today())).stream()
                .filter(agent ->
                        holders.stream().noneMatch(holder -> holder.id().equals(agent.id())))
                .toList();
        return Stream.concat(holders.stream(), delegates.stream()).toList();
    }

    /** The same for the first of these roles that anybody holds there; nobody where none is held. */
    public List<Agent> reachedAsFirst(List<Role> roles, String perimeter) {
        return roles.stream()
                .map(role -> reachedAs(role, perimeter))
                .filter(readers -> !readers.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Where the person is reached as one of these, see {@link #reachedAs}. */
    public Set<String> perimeters(long agentId, Set<Role> roles) {
        return Stream.concat(
                        repository.perimeters(agentId, roles).stream(),
                        lent.perimeters(agentId, roles, today()).stream())
                .collect(Collectors.toSet());
    }

    /** Whatever became of them. */
    public List<Agent> withEmails(Collection<String> emails) {
        return emails.isEmpty() ? List.of() : repository.withEmails(emails);
    }

    /** By {@link Agent#foldedName()}, wherever they are and whatever became of them. */
    public List<Agent> named(Collection<String> foldedNames) {
        return foldedNames.isEmpty() ? List.of() : repository.named(foldedNames);
    }

    /**
     * @param places UAI of schools and circonscriptions, codes of départements; a circonscription stands for its
     *     office, not its schools
     */
    public List<Agent> inPlaces(Collection<String> places) {
        return places.isEmpty() ? List.of() : repository.inPlaces(places, today());
    }

    /** Empty while the post is vacant. Between two directors, the one appointed last. */
    public Optional<Agent> directorOf(String schoolUai) {
        return repository.directorOf(schoolUai, today());
    }

    /** By school; those whose post is vacant are left out. */
    public Map<String, Agent> directorsOf(Collection<String> uais) {
        Map<String, Agent> directors = new HashMap<>();
        (uais.isEmpty() ? List.<Agent>of() : repository.directors(uais, today()))
                .forEach(agent -> directors.putIfAbsent(agent.schoolUai(), agent));
        return directors;
    }

    /** By the clock of the house. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
