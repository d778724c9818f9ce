package fr.forment.people;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Whether the signed-in person is of the team of a circonscription, or advises it from its département. The
 * administration is everywhere.
 */
@Component
@RequiredArgsConstructor
public class TeamRights {

    private static final Set<Role> EXPERTS = Set.of(Role.ERUN, Role.CPC, Role.IEN);
    private static final Set<Role> ADVISERS = Set.of(Role.IEN_NUMERIQUE, Role.CPD);

    private final SignedIn me;
    private final Circonscriptions circonscriptions;

    /** Those who work on needs and plans: E-RUN, CPC and IEN. */
    public boolean isExpert(String circonscriptionUai) {
        return isAdmin() || EXPERTS.stream().anyMatch(role -> me.has(role, circonscriptionUai));
    }

    /** The experts and the secretary. */
    public boolean isOfTeam(String circonscriptionUai) {
        return isExpert(circonscriptionUai) || me.has(Role.SECRETAIRE, circonscriptionUai);
    }

    /** The experts, or the département's advisers (IEN in charge of the numérique, CPD). */
    public boolean isExpertOrAdviser(String circonscriptionUai) {
        return isExpert(circonscriptionUai) || advises(circonscriptionUai);
    }

    /** The team, or the département's advisers. */
    public boolean isOfTeamOrAdviser(String circonscriptionUai) {
        return isOfTeam(circonscriptionUai) || advises(circonscriptionUai);
    }

    /** The same without a look at the territory. */
    public boolean isOfTeamOrAdviser(Circonscription circonscription) {
        return isOfTeam(circonscription.uai()) || advises(circonscription);
    }

    /** The same without a look at the territory. */
    public boolean isExpertOrAdviser(Circonscription circonscription) {
        return isExpert(circonscription.uai()) || advises(circonscription);
    }

    /** The IEN of the circonscription, or the one in charge of the numérique in its département. */
    public boolean answersFor(String circonscriptionUai) {
        return isAdmin() || holds(Role.IEN, circonscriptionUai) || holds(Role.IEN_NUMERIQUE, circonscriptionUai);
    }

    /** Has a role of the circonscription, or of its département. */
    public boolean holds(Role role, String circonscriptionUai) {
        return role.level() == Role.Level.DEPARTEMENT
                ? circonscriptions
                        .find(circonscriptionUai)
                        .map(Circonscription::departementCode)
                        .filter(departement -> me.has(role, departement))
                        .isPresent()
                : me.has(role, circonscriptionUai);
    }

    private boolean advises(String circonscriptionUai) {
        return circonscriptions.find(circonscriptionUai).filter(this::advises).isPresent();
    }

    private boolean advises(Circonscription circonscription) {
        return ADVISERS.stream().anyMatch(role -> me.has(role, circonscription.departementCode()));
    }

    private boolean isAdmin() {
        return me.hasAny(Role.ADMIN);
    }
}
