package fr.forment.resource.web;

import fr.forment.account.SignedIn;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.resource.ResourceRights;
import fr.forment.resource.TrainerAbsence;
import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the signed-in person may name on these pages: first whether it is there for him, then whether he may. */
@Component
@RequiredArgsConstructor
class ResourceAccess {

    private final Reach reach;
    private final Agents agents;
    private final ResourceRights rights;
    private final TeamRights team;
    private final MyPerimeter mine;
    private final SignedIn me;

    /** The one asked for, or the first of those seen whole; put on the page with the others to choose from. */
    Circonscription shown(String asked, Model model) {
        List<Circonscription> seen = mine.circonscriptionsOfPeople();
        me.refuseUnless(!seen.isEmpty());
        Circonscription where = asked == null || asked.isBlank()
                ? seen.get(0)
                : Reach.of(
                        seen.stream().filter(each -> each.uai().equals(asked)).findFirst(), each -> true);
        model.addAttribute("where", where);
        model.addAttribute("circonscriptions", seen);
        model.addAttribute("mayEdit", team.isOfTeamOrAdviser(where));
        return where;
    }

    Circonscription edited(String uai) {
        Circonscription where = reach.circonscription(uai);
        me.act(() -> team.isOfTeamOrAdviser(where));
        return where;
    }

    boolean seesCirconscription(String uai) {
        return mine.seesPeopleOfCirconscription(uai);
    }

    /** @param uai as typed; empty where none is named */
    void reachesSchool(String uai) {
        if (uai != null && !uai.isBlank()) {
            reach.school(uai.strip());
        }
    }

    Agent trainer(long id) {
        return Reach.of(agents.find(id), rights::sees);
    }

    /** Whose days and absences are about to be changed. */
    Agent speaking(long id) {
        Agent agent = trainer(id);
        me.act(() -> rights.edits(agent));
        return agent;
    }

    /** @param absence empty where it was just taken back */
    void takesBack(Agent agent, Optional<TrainerAbsence> absence) {
        me.act(() -> absence.map(each -> rights.takesBack(agent, each)).orElseGet(() -> rights.edits(agent)));
    }

    Agent certified(long id) {
        Agent agent = trainer(id);
        me.act(() -> rights.certifies(agent));
        return agent;
    }
}
