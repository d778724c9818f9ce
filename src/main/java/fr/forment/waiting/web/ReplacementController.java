package fr.forment.waiting.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.ReplacementService;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives a place to a colleague of the same school: oneself, one's direction, or the team. */
@Controller
@RequiredArgsConstructor
class ReplacementController {

    private final ReplacementService service;
    private final Sessions sessions;
    private final SessionWords words;
    private final Agents agents;
    private final TeamRights team;
    private final SignedIn me;

    @GetMapping("/demandes/remplacer/{enrolmentId}")
    String page(@PathVariable long enrolmentId, Model model) {
        Enrolment row = mine(enrolmentId);
        TrainingSession session = sessions.find(row.sessionId()).orElseThrow();
        model.addAttribute("moduleTitle", words.title(session));
        model.addAttribute("when", words.day(session) + ", " + words.hours(session));
        model.addAttribute("sessionId", session.id());
        model.addAttribute("row", row);
        model.addAttribute(
                "who", agents.find(row.agentId()).map(Agent::fullName).orElse(""));
        model.addAttribute("colleagues", service.colleagues(row));
        return "waiting/replace";
    }

    @PostMapping("/demandes/remplacer/{enrolmentId}")
    String replace(
            @PathVariable long enrolmentId, @RequestParam(required = false) Long agent, RedirectAttributes next) {
        Enrolment row = mine(enrolmentId);
        if (agent != null) {
            Reach.within(
                    List.of(agent),
                    service.colleagues(row).stream().map(Agent::id).toList());
        }
        boolean given = Told.on(next, () -> {
            if (agent == null) {
                throw new Refusal("Choisissez la personne qui vient à sa place.");
            }
            service.replace(enrolmentId, agent, me.agentId());
            return "La place est donnée à ce collègue ; les deux personnes sont prévenues par courriel.";
        });
        if (!given) {
            return "redirect:/demandes/remplacer/" + enrolmentId;
        }
        return Objects.equals(row.agentId(), me.agentId())
                ? "redirect:/sessions"
                : "redirect:/sessions/" + row.sessionId();
    }

    private Enrolment mine(long enrolmentId) {
        Enrolment row = Reach.of(sessions.enrolment(enrolmentId), this::speaksFor);
        me.act(() -> speaksFor(row));
        return row;
    }

    private boolean speaksFor(Enrolment row) {
        Set<String> directed = me.perimeters(Role.DIRECTEUR);
        return Objects.equals(row.agentId(), me.agentId())
                || agents.find(row.agentId())
                        .filter(agent -> agent.schoolUai() != null && directed.contains(agent.schoolUai()))
                        .isPresent()
                || sessions.find(row.sessionId())
                        .filter(session -> team.isOfTeamOrAdviser(session.circonscriptionUai()))
                        .isPresent();
    }
}
