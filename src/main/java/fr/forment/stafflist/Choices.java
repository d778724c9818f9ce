package fr.forment.stafflist;

import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The answers a doubtful line offers; leaving it aside is always one of them. */
@Component
@RequiredArgsConstructor
class Choices {

    private final Lines lines;
    private final Agents agents;

    List<Choice> of(ListLine line, Terrain terrain) {
        List<Choice> choices = new ArrayList<>();
        if (line.question() == ListQuestion.TWO_LINES) {
            ListLine first = lines.find(line.importId(), line.mainSeq()).orElseThrow();
            choices.add(new Choice(
                    Choice.FIRST,
                    "Une seule personne ; école principale : " + place(first, terrain) + " (ligne " + first.line()
                            + ")"));
            choices.add(new Choice(
                    Choice.HERE,
                    "Une seule personne ; école principale : " + place(line, terrain) + " (ligne " + line.line()
                            + ")"));
            if (line.email() == null || !line.email().equals(first.email())) {
                choices.add(new Choice(Choice.OTHER, "Deux personnes différentes"));
            }
        } else {
            List<Agent> known = agents.all(lines.candidates(line.importId(), line.seq()));
            known.forEach(agent -> choices.addAll(about(agent, line, terrain)));
            // nobody else can have the address of somebody known
            if (line.question() != ListQuestion.TWO_PLACES
                    && known.stream()
                            .noneMatch(agent ->
                                    line.email() != null && line.email().equals(agent.email()))) {
                choices.add(new Choice(Choice.OTHER, "Quelqu'un d'autre, à inscrire"));
            }
        }
        choices.add(new Choice(Choice.SKIP, "Laisser cette ligne de côté"));
        return choices;
    }

    private List<Choice> about(Agent agent, ListLine line, Terrain terrain) {
        String where = agent.function().label() + ", " + terrain.label(agent)
                + (agent.isActiveOn(agents.today()) ? "" : ", parti(e) le " + French.numeric(agent.leftOn()));
        if (line.question() == ListQuestion.TWO_PLACES) {
            Choice both = new Choice(
                    Choice.BOTH + agent.id(), "Exerce dans les deux écoles ; la principale reste : " + where);
            return terrain.mayTake(line.uai(), agent, agents.today())
                    ? List.of(new Choice(Choice.SAME + agent.id(), "A changé d'école ; était : " + where), both)
                    : List.of(both);
        }
        return List.of(new Choice(Choice.SAME + agent.id(), "La même personne : " + agent.fullName() + ", " + where));
    }

    private static String place(ListLine line, Terrain terrain) {
        Terrain.Place place = terrain.find(line.uai());
        return place == null ? line.uai() : place.label();
    }
}
