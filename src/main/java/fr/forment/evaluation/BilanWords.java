package fr.forment.evaluation;

import fr.forment.french.French;
import fr.forment.project.PlaceState;
import fr.forment.project.VagueSchool;
import fr.forment.session.TrainingSession;
import java.util.ArrayList;
import java.util.List;

/** What a bilan says of what people learned, and what it proposes: from figures alone, the decision is a person's. */
final class BilanWords {

    /** Below this mean (marks from 1 to 4) the bilan says that the sessions need care. */
    static final double CONTENT = 2.5;

    /** Who does not answer is not like who does: said wherever a mean is. */
    static final String BIAS =
            "À lire avec prudence : les personnes qui répondent sont souvent les plus à l'aise ou les plus mécontentes ; celles qui n'ont pas répondu ne sont pas dans ces moyennes.";

    /** What a mean of people who judge themselves is worth. */
    static final String LEARNED =
            "L'aisance avant et après est celle que disent, après coup, les personnes qui ont accepté de répondre : ni un test, ni tout le monde.";

    private BilanWords() {}

    static List<String> learned(Heard.Hot hot, Heard.Cold cold) {
        List<String> told = new ArrayList<>();
        Double satisfaction = hot.satisfaction();
        told.add(sentence("Satisfaction", hot.told()));
        List<Heard.Learned> learned =
                hot.learned().stream().filter(Heard.Learned::isShown).toList();
        learned.forEach(skill -> told.add("Acquis, « " + skill.label() + " » : aisance déclarée de "
                + mark(skill.before()) + " avant et " + mark(skill.after())
                + " après la formation, sur 4 (" + skill.base() + ")."));
        told.add(
                learned.isEmpty()
                        ? "Acquis : trop peu de personnes ont dit leur aisance avant et après pour une moyenne."
                        : LEARNED);
        told.add(
                cold.weekly() == null
                        ? sentence("Transfert", cold.told())
                        : "Transfert : " + Math.round(cold.weekly() * 100)
                                + " % des personnes disent un usage au moins hebdomadaire (" + cold.useBase() + ").");
        if (satisfaction != null || cold.weekly() != null) {
            told.add(BIAS);
        }
        return told;
    }

    /** A reason is a sentence of its own, the same that the page of the results gives. */
    private static String sentence(String of, String told) {
        return told.endsWith(".") ? of + " – " + told : of + " : " + told + ".";
    }

    static List<String> proposal(
            List<TrainingSession> sessions, LostSessions gone, List<VagueSchool> places, Heard.Hot hot) {
        List<String> why = new ArrayList<>();
        int lost = gone.toRedo().size();
        int unmet = gone.meetingsToRedo().size();
        long closed = places.stream()
                .filter(place -> place.state() == PlaceState.REPORTEE)
                .count();
        long catching = places.stream().filter(VagueSchool::isCatchingUp).count();
        if (sessions.stream().noneMatch(session -> session.state().wasHeld())) {
            why.add("Aucune session n'a été tenue : vérifier ce qui a été fait avant d'ouvrir l'ENT ailleurs.");
        }
        if (lost > 0) {
            why.add(French.count(lost, "session n'a pas eu lieu", "sessions n'ont pas eu lieu")
                    + " : refaire celles qui manquent, ou les prévoir dans la vague suivante.");
        }
        if (unmet > 0) {
            why.add(French.count(unmet, "réunion de parents n'a pas eu lieu", "réunions de parents n'ont pas eu lieu")
                    + " : à prévoir avec les écoles.");
        }
        if (closed > 0) {
            why.add(French.count(closed, "école reportée", "écoles reportées")
                    + " : à prendre dans la vague suivante.");
        }
        if (catching > 0) {
            why.add(French.count(catching, "rattrapage n'est pas terminé", "rattrapages ne sont pas terminés")
                    + " : à suivre avant d'ouvrir d'autres écoles.");
        }
        if (isLow(hot)) {
            why.add("La satisfaction est basse : revoir les modules avant la suite.");
        }
        why.add(
                0,
                why.isEmpty()
                        ? "D'après les données, rien ne s'oppose à lancer la vague suivante."
                        : "Avant de lancer la vague suivante, "
                                + French.count(why.size(), "point à regarder", "points à regarder") + " :");
        return why;
    }

    static String low(String module, Heard.Hot hot) {
        return "Revoir le module « " + module + " » et ses supports avant la suite : satisfaction de "
                + mark(hot.satisfaction()) + " sur 4 (" + hot.base() + ").";
    }

    static boolean isLow(Heard.Hot hot) {
        Double satisfaction = hot.satisfaction();
        return satisfaction != null && satisfaction < CONTENT;
    }

    private static String mark(Double mean) {
        return French.tenth(mean);
    }
}
