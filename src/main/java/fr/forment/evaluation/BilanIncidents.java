package fr.forment.evaluation;

import fr.forment.french.French;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanState;
import fr.forment.plan.Plans;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What did not go as planned, and why where the house itself knows; what people typed stays on the session's page. */
@Component
@RequiredArgsConstructor
class BilanIncidents {

    /** Reasons the house writes itself: they name nobody. */
    private static final List<String> KNOWN = List.of(
            "Personne ne s'est inscrit.",
            "Le projet ENT est abandonné.",
            "Avenant au plan de formation : cette session n'y figure plus.");

    private record Why(String why, int sessions) {}

    private final Plans plans;
    private final JdbcClient jdbc;

    List<String> of(long projectId, List<TrainingSession> sessions) {
        List<String> told = new ArrayList<>();
        long moved = sessions.stream().filter(session -> session.sequence() > 0).count();
        if (moved > 0) {
            told.add(French.count(
                    moved,
                    "session a changé de date, d'horaire ou de lieu après son annonce.",
                    "sessions ont changé de date, d'horaire ou de lieu après leur annonce."));
        }
        why(sessions).stream().map(BilanIncidents::sentence).forEach(told::add);
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

    private static String sentence(Why why) {
        return French.count(why.sessions(), "session annulée ou non réalisée", "sessions annulées ou non réalisées")
                + " : "
                + (KNOWN.contains(why.why())
                        ? French.inSentence(why.why())
                        : "autre motif, sur la page de la session.");
    }

    private static String sentence(Plan plan) {
        String reason = plan.reason() == null ? "" : " : " + plan.reason().replaceAll("\\.$", "");
        return plan.title() + ", approuvé le " + French.date(plan.decidedOn()) + reason + ".";
    }

    /** Each value is bound once: what is grouped by is a column, never an expression with values in it. */
    private List<Why> why(List<TrainingSession> sessions) {
        List<String> lost = sessions.stream()
                .filter(session ->
                        session.state() == SessionState.ANNULEE || session.state() == SessionState.NON_REALISEE)
                .map(session -> String.valueOf(session.id()))
                .toList();
        return lost.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT why, COUNT(DISTINCT subject) AS sessions FROM (
                    SELECT CASE WHEN j.why IN (:known) THEN j.why ELSE '' END AS why, j.subject FROM journal j
                     WHERE j.kind = :kind AND j.subject IN (:lost) AND j.after IN (:states)) said
                 GROUP BY why ORDER BY why""")
                        .params(Map.of(
                                "known",
                                KNOWN,
                                "kind",
                                TrainingSession.JOURNAL,
                                "lost",
                                lost,
                                "states",
                                List.of(SessionState.ANNULEE.label(), SessionState.NON_REALISEE.label())))
                        .query(Why.class)
                        .list();
    }
}
