package fr.forment.resource;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.people.Agent;
import fr.forment.people.MyPerimeter;
import fr.forment.people.TeamRights;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who may say what a plan rests on: the team for its circonscription, those of a département for themselves, each
 * trainer for his own days; certifying is the inspector's.
 */
@Component
@RequiredArgsConstructor
public class ResourceRights {

    private final TeamRights team;
    private final SignedIn me;
    private final MyPerimeter perimeter;
    private final TrainerList trainers;

    /** The pages of a circonscription. */
    public boolean sees() {
        return !perimeter.circonscriptionsOfPeople().isEmpty();
    }

    public boolean trains(Agent agent) {
        return trainers.trains(agent);
    }

    public boolean isSelf(Agent agent) {
        return agent.id().equals(me.agentId());
    }

    public boolean sees(Agent agent) {
        return isSelf(agent) || edits(agent) || isSeenFromHere(agent);
    }

    /** Days and absences. */
    public boolean edits(Agent agent) {
        return isSelf(agent)
                || (agent.circonscriptionUai() == null
                        ? advises(agent)
                        : team.isOfTeamOrAdviser(agent.circonscriptionUai()));
    }

    /** Who may change his days, and the team that said it for its own plans. */
    public boolean takesBack(Agent agent, TrainerAbsence absence) {
        return edits(agent) || absence.circonscriptionUai() != null && team.isOfTeam(absence.circonscriptionUai());
    }

    /** What a team said for its plans is for that team, and for who may change his days. */
    public boolean seesAbsence(Agent agent, TrainerAbsence absence) {
        return absence.circonscriptionUai() == null || takesBack(agent, absence);
    }

    /** In charge of the circonscription, or of the numérique in the département. */
    public boolean certifies(Agent agent) {
        return agent.circonscriptionUai() == null
                ? me.hasAny(Role.ADMIN) || me.has(Role.IEN_NUMERIQUE, agent.departementCode())
                : team.answersFor(agent.circonscriptionUai());
    }

    /** Why somebody is away is for him and for the inspector. */
    public boolean seesReasons(Agent agent) {
        return isSelf(agent) || certifies(agent);
    }

    private boolean advises(Agent agent) {
        return me.hasAny(Role.ADMIN)
                || me.has(Role.IEN_NUMERIQUE, agent.departementCode())
                || me.has(Role.CPD, agent.departementCode());
    }

    /** The days of those who work for a whole département are read by the teams they train for. */
    private boolean isSeenFromHere(Agent agent) {
        return agent.circonscriptionUai() == null
                && me.hasAny(Role.IEN, Role.ERUN, Role.CPC, Role.SECRETAIRE)
                && perimeter.circonscriptionsOfPeople().stream()
                        .anyMatch(each -> each.departementCode().equals(agent.departementCode()));
    }
}
