package fr.forment.people;

import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * How far the signed-in person sees. A director sees his school; the circonscription's people see it whole, with its
 * schools; those of the département, all its circonscriptions; the administrator, everything. Teachers, the
 * collectivité and the supplier see no other person.
 */
@Component
@RequiredArgsConstructor
public class MyPerimeter {

    private final SignedIn me;
    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final AccessRights access;

    public boolean covers(Agent agent) {
        return Objects.equals(agent.id(), me.agentId())
                || holds(all(Role::seesPeople).toList(), agent);
    }

    /** Sees the page of somebody else at all. */
    public boolean seesPeople() {
        return me.hasAny(all(Role::seesPeople).toArray(Role[]::new));
    }

    public boolean coversSchool(String uai) {
        return me.has(Role.DIRECTEUR, uai)
                || schools.find(uai)
                        .map(School::circonscriptionUai)
                        .filter(this::coversCirconscription)
                        .isPresent();
    }

    public boolean coversCirconscription(String uai) {
        return seesEverything()
                || ofLevel(Role.Level.CIRCONSCRIPTION).anyMatch(role -> me.has(role, uai))
                || circonscriptions
                        .find(uai)
                        .filter(c -> coversDepartement(c.departementCode()))
                        .isPresent();
    }

    public boolean coversDepartement(String code) {
        return seesEverything() || ofLevel(Role.Level.DEPARTEMENT).anyMatch(role -> me.has(role, code));
    }

    /**
     * The circonscriptions whose people are seen, by name. A role opens its own perimeter only: the supplier of one
     * circonscription who directs a school in another sees the people of that school and of no circonscription.
     */
    public List<Circonscription> circonscriptionsOfPeople() {
        return circonscriptions().stream().filter(this::seesPeopleOf).toList();
    }

    /** Sees the people of this school, through a role that reaches it. */
    public boolean seesPeopleOfSchool(String uai) {
        return !seenSchools(Set.of(uai)).isEmpty();
    }

    /** Those of them of which {@link #seesPeopleOfSchool} is true; two statements, however many there are. */
    public Set<String> seenSchools(Collection<String> uais) {
        Map<String, School> known = schools.findAll(Set.copyOf(uais));
        Set<String> circonscriptions = seenCirconscriptions(known.values().stream()
                .map(School::circonscriptionUai)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return uais.stream()
                .filter(uai -> me.has(Role.DIRECTEUR, uai)
                        || known.containsKey(uai)
                                && circonscriptions.contains(known.get(uai).circonscriptionUai()))
                .collect(Collectors.toSet());
    }

    /** Those of them of which {@link #seesPeopleOfCirconscription} is true. */
    public Set<String> seenCirconscriptions(Set<String> uais) {
        return circonscriptions.among(uais, Set.of()).stream()
                .filter(this::seesPeopleOf)
                .map(Circonscription::uai)
                .collect(Collectors.toSet());
    }

    /** See {@link #seesPeopleOf}. */
    public boolean seesPeopleOfCirconscription(String uai) {
        return circonscriptions.find(uai).filter(this::seesPeopleOf).isPresent();
    }

    /** Sees the people of the whole département. */
    public boolean seesPeopleOfDepartement(String code) {
        return seesEverything()
                || ofLevel(Role.Level.DEPARTEMENT).filter(Role::seesPeople).anyMatch(role -> me.has(role, code));
    }

    /** The circonscriptions somebody works for, by name, as a whole; none for those who only see a school. */
    public List<Circonscription> circonscriptions() {
        if (seesEverything()) {
            return circonscriptions.all();
        }
        return circonscriptions
                .among(perimeters(Role.Level.CIRCONSCRIPTION), perimeters(Role.Level.DEPARTEMENT))
                .stream()
                .sorted(Comparator.comparing(Circonscription::name))
                .toList();
    }

    /**
     * The same for a statement that chooses among all: what the roles reach through which people are seen.
     *
     * @param departements codes; with them all their circonscriptions
     */
    public record Sight(
            Set<String> schools, Set<String> circonscriptions, Set<String> departements, boolean everything) {}

    public Sight sight() {
        return new Sight(
                seeing(Role.Level.SCHOOL),
                seeing(Role.Level.CIRCONSCRIPTION),
                seeing(Role.Level.DEPARTEMENT),
                seesEverything());
    }

    private Set<String> seeing(Role.Level level) {
        return ofLevel(level)
                .filter(Role::seesPeople)
                .flatMap(role -> me.perimeters(role).stream())
                .collect(Collectors.toSet());
    }

    /** The schools directed by the person. */
    public Set<String> directedSchools() {
        return me.perimeters(Role.DIRECTEUR);
    }

    /**
     * Sees the people of this circonscription, all of them; the collectivité and the supplier see it without its
     * people.
     */
    public boolean seesPeopleOf(Circonscription circonscription) {
        return all(Role::seesPeople).anyMatch(role -> switch (role.level()) {
            case SCHOOL -> false;
            case CIRCONSCRIPTION -> me.has(role, circonscription.uai());
            case DEPARTEMENT -> me.has(role, circonscription.departementCode());
            case EVERYWHERE -> me.hasAny(role);
        });
    }

    /** Sets the table of hours of this circonscription: its IEN or its secretary. */
    public boolean setsHoursOf(String circonscriptionUai) {
        return me.has(Role.IEN, circonscriptionUai) || me.has(Role.SECRETAIRE, circonscriptionUai) || seesEverything();
    }

    /**
     * Enters the hours this person gave to something else: the person, the director, the circonscription's secretary,
     * E-RUN or IEN.
     */
    public boolean entersHoursOf(Agent agent) {
        return Objects.equals(agent.id(), me.agentId())
                || holds(List.of(Role.DIRECTEUR, Role.SECRETAIRE, Role.ERUN, Role.IEN, Role.ADMIN), agent);
    }

    /** Gives accesses to others at all. */
    public boolean givesAccess() {
        return access.givesAccess();
    }

    /** Those of them whose account the person may open. */
    public Set<Long> openable(Collection<Agent> agents) {
        return access.openable(agents);
    }

    /** May put somebody of that function on a list: nobody names a person of a higher rank than his own. */
    public boolean mayRegister(AgentFunction function) {
        return all(me::holds).anyMatch(mine -> Role.of(function).stream().noneMatch(mine::isBelow));
    }

    private boolean holds(List<Role> roles, Agent agent) {
        return roles.stream().anyMatch(role -> switch (role.level()) {
            case SCHOOL -> agent.schoolUai() != null && me.has(role, agent.schoolUai());
            case CIRCONSCRIPTION -> agent.circonscriptionUai() != null && me.has(role, agent.circonscriptionUai());
            case DEPARTEMENT -> agent.departementCode() != null && me.has(role, agent.departementCode());
            case EVERYWHERE -> me.hasAny(role);
        });
    }

    private Set<String> perimeters(Role.Level level) {
        return ofLevel(level).flatMap(role -> me.perimeters(role).stream()).collect(Collectors.toSet());
    }

    private static Stream<Role> ofLevel(Role.Level level) {
        return all(role -> role.level() == level);
    }

    private static Stream<Role> all(Predicate<Role> which) {
        return Arrays.stream(Role.values()).filter(which);
    }

    private boolean seesEverything() {
        return me.hasAny(Role.ADMIN);
    }
}
