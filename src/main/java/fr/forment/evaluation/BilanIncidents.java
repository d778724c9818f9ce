package fr.forment.evaluation;

import fr.forment.french.French;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanState;
import fr.forment.plan.Plans;
import fr.forment.session.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What did not go as planned, and why where the house itself knows; what people typed stays on the session's page. */
@Component
@RequiredArgsConstructor
class BilanIncidents {

    /** What names somebody who is away: a bilan is read by all partners. */
    private static final Pattern OF_PEOPLE = Pattern.compile("\\A(Absence|Grève) : .*", Pattern.DOTALL);

    private final Plans plans;
    private final LossReasons reasons;

    List<String> of(long projectId, String circonscriptionUai, List<TrainingSession> sessions, LostSessions lost) {
        List<String> told = new ArrayList<>();
        long moved = sessions.stream().filter(session -> session.sequence() > 0).count();
        if (moved > 0) {
            told.add(French.count(
                    moved,
                    "session a changé de date, d'horaire ou de lieu après son annonce.",
                    "sessions ont changé de date, d'horaire ou de lieu après leur annonce."));
        }
        reasons.of(circonscriptionUai, lost.trainings())
                .forEach((why, count) -> told.add(
                        French.count(count, "session annulée ou non réalisée", "sessions annulées ou non réalisées")
                                + " : " + French.inSentence(why) + "."));
        reasons.of(circonscriptionUai, lost.meetings())
                .forEach((why, count) -> told.add(French.count(
                                count,
                                "réunion de parents annulée ou non réalisée",
                                "réunions de parents annulées ou non réalisées")
                        + " : " + French.inSentence(why) + "."));
        plans.ofProject(projectId).stream()
                .filter(plan -> plan.isAmendment()
                        && (plan.state() == PlanState.APPROUVE || plan.state() == PlanState.REMPLACE))
                .map(BilanIncidents::sentence)
                .forEach(told::add);
        if (told.isEmpty()) {
            told.add("Aucun changement après l'annonce, aucune session annulée, aucun avenant.");
        }
        return told;
    }

    private static String sentence(Plan plan) {
        String reason = plan.reason() == null
                ? ""
                : " : " + OF_PEOPLE.matcher(plan.reason()).replaceFirst("$1").replaceAll("\\.$", "");
        return plan.title() + ", approuvé le " + French.date(plan.decidedOn()) + reason + ".";
    }
}
