package fr.forment.access;

import fr.forment.account.Account;
import fr.forment.account.Accounts;
import fr.forment.account.AgentFunction;
import fr.forment.account.Delegation;
import fr.forment.account.NewDelegation;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who names a delegate, and whom. An IEN lends what is his own; the IEN chargé du numérique of the département or the
 * administrator names for him when he cannot. Never oneself. The delegate is of the circonscription's pedagogical team
 * (CPC, E-RUN) or of the département's (IEN, CPD): those who work under or beside the IEN and answer for what they
 * decide. A delegate lends nothing on.
 */
@Component
@RequiredArgsConstructor
public class DelegationRules {

    private static final Set<AgentFunction> TEAM = Set.of(AgentFunction.CPC, AgentFunction.ERUN);
    private static final Set<AgentFunction> BESIDE =
            Set.of(AgentFunction.IEN, AgentFunction.IEN_NUMERIQUE, AgentFunction.CPD);

    private final SignedIn me;
    private final Agents agents;
    private final Accounts accounts;
    private final Circonscriptions circonscriptions;

    /** Has something to see about delegations: names them, or decides by one today. */
    public boolean concernMe() {
        return me.hasAny(Role.IEN, Role.IEN_NUMERIQUE, Role.ADMIN);
    }

    /** The signed-in person names, prolongs and ends delegations of this circonscription. */
    public boolean mayName(String circonscriptionUai) {
        return me.holds(Role.ADMIN)
                || me.held(Role.IEN).contains(circonscriptionUai)
                || circonscriptions
                        .find(circonscriptionUai)
                        .filter(c -> me.held(Role.IEN_NUMERIQUE).contains(c.departementCode()))
                        .isPresent();
    }

    /** Those of {@link #mayName}, by name. */
    public List<Circonscription> mine() {
        if (me.holds(Role.ADMIN)) {
            return circonscriptions.all();
        }
        return circonscriptions.among(me.held(Role.IEN), me.held(Role.IEN_NUMERIQUE)).stream()
                .sorted(Comparator.comparing(Circonscription::name))
                .toList();
    }

    /** Who may be replaced: oneself for an IEN, the IEN of the circonscription for those who name for him. */
    public List<Agent> givers(String circonscriptionUai) {
        List<Agent> iens = agents.withRole(Role.IEN, circonscriptionUai);
        boolean forOthers = me.holds(Role.ADMIN)
                || circonscriptions
                        .find(circonscriptionUai)
                        .filter(c -> me.held(Role.IEN_NUMERIQUE).contains(c.departementCode()))
                        .isPresent();
        return iens.stream().filter(ien -> forOthers || isMe(ien)).toList();
    }

    /** By name; those who are the IEN already are not among them. */
    public List<Agent> candidates(String circonscriptionUai) {
        Circonscription where = circonscriptions.find(circonscriptionUai).orElseThrow();
        Stream<Agent> team = TEAM.stream().flatMap(function -> agents.withFunction(where.uai(), function).stream());
        Stream<Agent> beside = agents.inDepartement(where.departementCode(), BESIDE).stream();
        Set<Long> iens = ids(agents.withRole(Role.IEN, circonscriptionUai));
        return Stream.concat(team, beside)
                .filter(agent -> !iens.contains(agent.id()) && !isMe(agent))
                .distinct()
                .sorted(Comparator.comparing(Agent::foldedName))
                .toList();
    }

    /** Why these two cannot be, in French. */
    Optional<String> objection(NewDelegation asked) {
        if (givers(asked.circonscriptionUai()).stream().noneMatch(ien -> ien.id() == asked.giverId())) {
            return Optional.of(
                    "La personne absente n'est pas IEN de cette circonscription, ou vous n'êtes pas habilité(e) à lui nommer un délégué : adressez-vous à l'IEN.");
        }
        if (Objects.equals(me.agentId(), asked.delegateId())) {
            return Optional.of("On ne se nomme pas soi-même : demandez à l'IEN, ou à l'administration de FormENT.");
        }
        if (candidates(asked.circonscriptionUai()).stream().noneMatch(agent -> agent.id() == asked.delegateId())) {
            return Optional.of(
                    "Choisissez une personne de la liste : CPC ou E-RUN de la circonscription, autre IEN, CPD. "
                            + "Une direction d'école, un secrétariat ou un partenaire ne peut pas décider à la place de l'IEN.");
        }
        return leavesBefore(asked.delegateId(), asked.lastDay());
    }

    Optional<String> leavesBefore(long delegateId, LocalDate lastDay) {
        return agents.find(delegateId)
                .filter(agent -> !agent.isActiveOn(lastDay))
                .map(agent -> "Cette personne quitte ses fonctions le " + French.date(agent.leftOn())
                        + " : la délégation doit s'arrêter avant.");
    }

    /** Why a delegation that was possible is so no more; the reason is told to those who stay. */
    Optional<String> noLongerPossible(Delegation delegation) {
        boolean lends = agents.withRole(delegation.role(), delegation.perimeter()).stream()
                .anyMatch(ien -> ien.id() == delegation.giverId());
        if (!lends) {
            return Optional.of("l'IEN qui l'avait donnée n'est plus en poste dans la circonscription");
        }
        Circonscription where = circonscriptions.find(delegation.perimeter()).orElseThrow();
        Agent delegate = agents.find(delegation.delegateId()).orElseThrow();
        boolean beside =
                BESIDE.contains(delegate.function()) && where.departementCode().equals(delegate.departementCode());
        boolean team = TEAM.contains(delegate.function()) && where.uai().equals(delegate.circonscriptionUai());
        boolean open = delegate.isActiveOn(agents.today())
                && accounts.findByAgentId(delegate.id())
                        .filter(Account::enabled)
                        .isPresent();
        return open && (beside || team) ? Optional.empty() : Optional.of("la personne déléguée a quitté ses fonctions");
    }

    private boolean isMe(Agent agent) {
        return Objects.equals(agent.id(), me.agentId());
    }

    private static Set<Long> ids(List<Agent> people) {
        return people.stream().map(Agent::id).collect(Collectors.toSet());
    }
}
