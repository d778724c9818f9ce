package fr.forment.project.need;

import fr.forment.french.French;
import fr.forment.project.PlanCourse.Fit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed in the schools of a vague since the survey, and how the plan in force still fits.
 *
 * @param since last day of the survey
 * @param entered schools that entered the project since
 * @param joined schools that came from a vague before
 * @param left schools that were postponed or taken out
 * @param arrived people who came into these schools and are there
 * @param departed people who left them
 * @param trained people of these schools who followed something since
 * @param grid module by module; empty while no plan is in force
 */
public record VagueNeed(
        LocalDate since, int entered, int joined, int left, int arrived, int departed, int trained, List<Fit> grid) {

    /** Nobody came or went, and the plan has a place for everybody: looking at it is one click. */
    public boolean isAsPlanned() {
        return entered + joined + left + arrived + departed == 0
                && grid.stream().allMatch(Fit::fits);
    }

    /** Never empty. */
    public List<String> changes() {
        List<String> told = new ArrayList<>();
        add(told, entered, "école entrée dans le projet", "écoles entrées dans le projet");
        add(told, joined, "école venue d'une vague précédente", "écoles venues d'une vague précédente");
        add(told, left, "école reportée ou sortie du projet", "écoles reportées ou sorties du projet");
        add(told, arrived, "personne arrivée", "personnes arrivées");
        add(told, departed, "personne partie", "personnes parties");
        add(told, trained, "personne a suivi une formation", "personnes ont suivi une formation");
        if (entered + joined + left + arrived + departed == 0) {
            told.add(0, "aucune école et aucune personne de plus ni de moins");
        }
        return told;
    }

    private static void add(List<String> told, int count, String one, String many) {
        if (count > 0) {
            told.add(French.count(count, one, many));
        }
    }
}
