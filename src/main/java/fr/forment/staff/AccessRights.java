package fr.forment.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import org.springframework.stereotype.Component;

/**
 * Who gives which keys to whom. Nobody gives, to himself or to others, a rank that is not below his own; only roles held in one's own
 * right count: a delegation lends decisions, not keys. The administrator may do all.
 */
@Component
public class AccessRights {

    private static final List<Role> GIVERS = List.of(Role.SECRETAIRE, Role.ERUN, Role.IEN, Role.IEN_NUMERIQUE, Role.ADMIN);

    private final SignedIn me;
    private final Schools schools;
    private final Circonscriptions circonscriptions;

    AccessRights(SignedIn me, Schools schools, Circonscriptions circonscriptions) {
        this.me = me;
        this.schools = schools;
        this.circonscriptions = circonscriptions;
    }

    /** Gives accesses to others at all. */
    public boolean givesAccess() {
        return GIVERS.stream().anyMatch(me::holds);
    }

    /** May open, or open again, this account: someone of a higher rank whose perimeter holds the person. The administrator, anybody. */
    public boolean mayGiveAccess(Account account, Agent agent) {
        return me.holds(Role.ADMIN) || !isMe(agent) && GIVERS.stream()
                .filter(giver -> account.roles().stream().allMatch(held -> held.role().isBelow(giver)))
                .anyMatch(giver -> reaches(giver, agent.schoolUai(), agent.circonscriptionUai(), agent.departementCode()));
    }

    /** May give this role for that place to somebody of the perimeter, and take it away again. */
    public boolean mayGive(Agent agent, Role role, String perimeter) {
        return me.holds(Role.ADMIN) || !isMe(agent) && GIVERS.stream().filter(role::isBelow).anyMatch(giver -> switch (role.level()) {
            case SCHOOL -> schools.find(perimeter).filter(s -> reaches(giver, s.uai(), s.circonscriptionUai(), s.departementCode())).isPresent();
            case CIRCONSCRIPTION -> circonscriptions.find(perimeter).filter(c -> reaches(giver, null, c.uai(), c.departementCode())).isPresent();
            case DEPARTEMENT -> reaches(giver, null, null, perimeter);
            case EVERYWHERE -> false;
        });
    }

    /** The roles of which the person may give at least one somewhere, highest last. */
    public List<Role> givable() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.ENSEIGNANT)
                .filter(role -> me.holds(Role.ADMIN) || GIVERS.stream().filter(me::holds).anyMatch(role::isBelow)).toList();
    }

    /** The places to choose from when giving a role, by level. */
    public Stream<Circonscription> circonscriptions() {
        if (me.holds(Role.ADMIN)) {
            return circonscriptions.all().stream();
        }
        Stream<Circonscription> own = GIVERS.stream().filter(giver -> giver.level() == Role.Level.CIRCONSCRIPTION)
                .flatMap(giver -> me.held(giver).stream()).map(circonscriptions::find).flatMap(found -> found.stream());
        Stream<Circonscription> under = me.held(Role.IEN_NUMERIQUE).stream().flatMap(code -> circonscriptions.inDepartement(code).stream());
        return Stream.concat(own, under).distinct();
    }

    public List<School> schools(Circonscription where) {
        return schools.inCirconscription(where.uai());
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
