package fr.forment.overview.web;

import fr.forment.catalogue.Catalogue;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.guard.AbsentTrainers;
import fr.forment.session.guard.AbsentTrainers.Missing;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Sessions to come under somebody who cannot be had then: the reader's own, and those of the team he is in. */
@Component
@RequiredArgsConstructor
class Absences {

    static final int MOST = 5;

    private final AbsentTrainers absent;
    private final Agents agents;
    private final Catalogue catalogue;

    /** @param sentence in French */
    record Line(long sessionId, String sentence) {}

    /** @param more how many are not shown */
    record Shown(List<Line> lines, int more) {}

    /** @param agentId the reader; null where the account is no person's */
    Shown of(Long agentId, Collection<String> circonscriptionUais, LocalDateTime now) {
        List<Missing> found = absent.of(agentId, circonscriptionUais, now);
        if (found.isEmpty()) {
            return new Shown(List.of(), 0);
        }
        List<Missing> some = found.stream().limit(MOST).toList();
        Map<Long, Agent> people = agents
                .all(some.stream().map(Missing::agentId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, agent -> agent));
        Map<String, String> titles = catalogue.titles();
        return new Shown(
                some.stream()
                        .map(missing -> new Line(
                                missing.session().id(),
                                said(missing, Objects.equals(agentId, missing.agentId()), people)
                                        + " le " + French.day(missing.day()) + ", "
                                        + missing.half().hours() + " : « "
                                        + titles.getOrDefault(missing.session().moduleCode(), Catalogue.UNKNOWN)
                                        + " » n'a personne pour l'assurer"))
                        .toList(),
                found.size() - some.size());
    }

    private static String said(Missing missing, boolean himself, Map<Long, Agent> people) {
        String who = himself ? "Vous" : people.get(missing.agentId()).fullName();
        return who
                + (missing.absent()
                        ? (himself ? " avez" : " a") + " annoncé une absence"
                        : " ne " + (himself ? "donnez" : "donne") + " pas ce moment de la semaine aux formations,");
    }
}
