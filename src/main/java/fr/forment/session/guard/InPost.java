package fr.forment.session.guard;

import fr.forment.french.Refusal;
import fr.forment.people.Agents;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Whoever is named to give a session, or a half-day of it, works here on that day: asked wherever one is named. */
@Component
@RequiredArgsConstructor
public class InPost {

    private final Agents agents;

    public void refuse(long agentId, LocalDate day) {
        agents.find(agentId)
                .filter(agent -> agent.isActiveOn(day))
                .orElseThrow(() -> new Refusal("Ce formateur n'est plus en poste à cette date."));
    }
}
