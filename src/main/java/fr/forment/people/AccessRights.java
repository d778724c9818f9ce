package fr.forment.people;

import fr.forment.account.Account;
import fr.forment.account.AccountRole;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who gives which keys to whom. Nobody gives, to himself or to others, a rank that is not below his own; only roles
 * held in one's own right count: a delegation lends decisions, not keys. What is opened is all that the account holds,
 * wherever it holds it: by function, by hand, or lent. The administrator may do all.
 */
@Component
@RequiredArgsConstructor
public class AccessRights {

    private static final List<Role> GIVERS =
            List.of(Role.SECRETAIRE, Role.ERUN, Role.IEN, Role.IEN_NUMERIQUE, Role.ADMIN);
    private static final List<Role> REGISTRARS =
            Arrays.stream(Role.values()).filter(Role::seesPeople).toList();

    private final SignedIn me;
    private final KeysOfPeople keys;
    private final Schools schools;
    private final Circonscriptions circonscriptions;

    /** Gives accesses to others at all. */
    public boolean givesAccess() {
        return GIVERS.stream().anyMatch(me::holds);
    }

    /**
     * May open, or open again, this account: someone of a higher rank whose perimeter holds the person. The
     * administrator, anybody.
     */
    public boolean mayGiveAccess(Account account, Agent agent) {
        return mayGiveAccess(
                agent,
                Stream.concat(account.roles().stream(), keys.of(List.of(agent.id())).get(agent.id()).roles().stream())
                        .toList());
    }

    /** Those of them whose account the person may open, in one look. */
    public Set<Long> openable(Collection<Agent> agents) {
        Map<Long, Keys> all = keys.of(agents.stream().map(Agent::id).toList());
        return agents.stream()
                .filter(agent -> mayGiveAccess(agent, all.get(agent.id()).roles()))
                .map(Agent::id)
                .collect(Collectors.toSet());
    }

    boolean mayGiveAccess(Agent agent, Collection<AccountRole> opened) {
        return mayDoAll() || !isMe(agent) && covers(GIVERS, agent, opened);
    }

    /**
     * May put somebody with these roles, none of which was ever used, on a list: as {@link #mayGiveAccess}, for whoever
     * keeps lists.
     */
    boolean mayRegister(Agent agent, Collection<AccountRole> brought) {
        return mayDoAll() || covers(REGISTRARS, agent, brought);
    }

    /**
     * May take these roles from a person: one below one's own rank at a school, wherever that is; any other as one that
     * would be given.
     */
    boolean mayTake(Agent agent, Collection<AccountRole> taken) {
        return mayDoAll()
                || taken.stream().allMatch(each -> REGISTRARS.stream()
                        .filter(each.role()::isBelow)
                        .anyMatch(mine -> each.role().level() == Role.Level.SCHOOL
                                ? me.holds(mine)
                                : reaches(mine, each, agent)));
    }

    /** The administrator, and the application itself when nobody asked. */
    boolean mayDoAll() {
        return me.login() == null || me.holds(Role.ADMIN);
    }

    private boolean covers(List<Role> givers, Agent agent, Collection<AccountRole> opened) {
        return givers.stream()
                        .anyMatch(giver ->
                                reaches(giver, agent.schoolUai(), agent.circonscriptionUai(), agent.departementCode()))
                && opened.stream().allMatch(held -> givers.stream()
                        .filter(held.role()::isBelow)
                        .anyMatch(giver -> reaches(giver, held, agent)));
    }

    /** May give this role for that place to somebody of the perimeter, and take it away again. */
    public boolean mayGive(Agent agent, Role role, String perimeter) {
        return me.holds(Role.ADMIN)
                || !isMe(agent)
                        && GIVERS.stream()
                                .filter(role::isBelow)
                                .anyMatch(giver -> reaches(giver, new AccountRole(role, perimeter), agent));
    }

    /** The roles of which the person may give at least one somewhere, highest last. */
    public List<Role> givable() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.ENSEIGNANT)
                .filter(role -> me.holds(Role.ADMIN)
                        || GIVERS.stream().filter(me::holds).anyMatch(role::isBelow))
                .toList();
    }

    /** The places to choose from when giving a role, by level. */
    public Stream<Circonscription> circonscriptions() {
        if (me.holds(Role.ADMIN)) {
            return circonscriptions.all().stream();
        }
        Stream<Circonscription> own = GIVERS.stream()
                .filter(giver -> giver.level() == Role.Level.CIRCONSCRIPTION)
                .flatMap(giver -> me.held(giver).stream())
                .map(circonscriptions::find)
                .flatMap(found -> found.stream());
        Stream<Circonscription> under =
                me.held(Role.IEN_NUMERIQUE).stream().flatMap(code -> circonscriptions.inDepartement(code).stream());
        return Stream.concat(own, under).distinct();
    }

    public List<School> schools(Circonscription where) {
        return schools.inCirconscription(where.uai());
    }

    /** The place a role is held for, that of the person being known already. */
    private boolean reaches(Role giver, AccountRole held, Agent agent) {
        String place = held.perimeter();
        return switch (held.role().level()) {
            // a remplaçant may belong to the circonscription as a whole
            case SCHOOL ->
                place.equals(agent.schoolUai())
                        ? reaches(giver, place, agent.circonscriptionUai(), agent.departementCode())
                        : schools.find(place)
                                .map(s -> reaches(giver, s.uai(), s.circonscriptionUai(), s.departementCode()))
                                .orElseGet(() -> reachesCirconscription(giver, place, agent));
            case CIRCONSCRIPTION -> reachesCirconscription(giver, place, agent);
            case DEPARTEMENT -> reaches(giver, null, null, place);
            case EVERYWHERE -> false;
        };
    }

    private boolean reachesCirconscription(Role giver, String place, Agent agent) {
        Optional<String> departement = place.equals(agent.circonscriptionUai())
                ? Optional.ofNullable(agent.departementCode())
                : circonscriptions.find(place).map(Circonscription::departementCode);
        return departement.filter(code -> reaches(giver, null, place, code)).isPresent();
    }

    private boolean reaches(Role giver, String school, String circonscription, String departement) {
        Set<String> held = me.held(giver);
        return switch (giver.level()) {
            case SCHOOL -> school != null && held.contains(school);
            case CIRCONSCRIPTION -> circonscription != null && held.contains(circonscription);
            case DEPARTEMENT -> departement != null && held.contains(departement);
            case EVERYWHERE -> !held.isEmpty();
        };
    }

    private boolean isMe(Agent agent) {
        return Objects.equals(agent.id(), me.agentId());
    }
}
