package fr.forment.project.need;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.project.Project;
import fr.forment.project.Vague;
import fr.forment.project.VagueDecision;
import fr.forment.project.VagueSchool;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What the IEN decides on the bilan of a vague is told to those whose work or school it puts off; not to the IEN, whose
 * decision it is.
 */
@Component
@RequiredArgsConstructor
public class VagueOutcomeMails {

    private final Correspondence correspondence;
    private final Clock clock;

    /** @param waiting schools of the vagues that come later than they thought, or not at all */
    public void decided(Project project, Vague vague, VagueDecision decision, String motive, List<Waiting> waiting) {
        String key = "vague:decided:" + vague.id() + ":" + clock.millis();
        Letter ofTeam = new Letter(
                "project/vagueDecided",
                key,
                model(
                        project,
                        vague,
                        decision,
                        motive,
                        waiting.isEmpty() ? null : waiting.get(0).vague()),
                "/projets/" + project.id(),
                null);
        List.of(Role.ERUN, Role.CPC, Role.DSI)
                .forEach(role -> correspondence.toGroup(role, project.circonscriptionUai(), ofTeam));
        waiting.forEach(each -> correspondence.toGroup(
                Role.DIRECTEUR,
                each.place().schoolUai(),
                new Letter(
                        "project/vagueDecided",
                        key + ":" + each.place().schoolUai(),
                        model(project, vague, decision, motive, each.vague()),
                        "/ecole",
                        null)));
    }

    private static Map<String, Object> model(
            Project project, Vague vague, VagueDecision decision, String motive, Vague next) {
        return Map.of(
                "projet",
                project.title(),
                "deLaVague",
                "de " + vague.inSentence(),
                "decision",
                decision.label(),
                "enCharge",
                vague.seenToBy().label(),
                "motif",
                motive.strip(),
                "suite",
                sequel(vague, decision, next));
    }

    private static String sequel(Vague vague, VagueDecision decision, Vague next) {
        if (next == null) {
            return "";
        }
        String after = next.inSentence().replaceFirst("^l", "L");
        return switch (decision) {
            case POSTPONE ->
                after + " commence le " + French.day(vague.resumesOn()) + ", au lieu de suivre aussitôt ; "
                        + "l'ouverture de ses écoles reste prévue le " + French.day(next.opensOn()) + ".";
            case REDO ->
                after + " commence quand ces sessions sont tenues ou abandonnées ; l'ouverture de ses écoles est "
                        + "prévue le " + French.day(next.opensOn()) + ".";
            case STOP -> after + " n'aura pas lieu : ses écoles n'ouvrent pas l'ENT dans ce projet.";
            case CONTINUE -> "";
        };
    }

    /** A school, and the vague it is to open with. */
    public record Waiting(Vague vague, VagueSchool place) {}
}
