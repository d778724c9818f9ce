package fr.forment.needs;

import java.util.ArrayList;
import java.util.List;

/**
 * A school in the grid.
 *
 * @param estimated it did not answer: its figures come from the staff list
 * @param classes null when unknown
 * @param declaredTeachers null when it did not answer
 * @param priority 1 first, 3 last
 */
public record GridSchool(String schoolUai, String name, String commune, boolean estimated, Integer classes, Integer declaredTeachers,
        int listedTeachers, int priority, String priorityReason) {

    /** Teachers and classes of a school usually go together within this share, in percent. */
    private static final int TOLERANCE = 30;

    /** What somebody should look at before these figures are used, in French. */
    public List<String> findings() {
        List<String> found = new ArrayList<>();
        if (estimated) {
            found.add(listedTeachers > 0 ? "Sans réponse : estimé d'après la liste du personnel"
                    : "Sans réponse ni liste du personnel : estimé d'après le nombre de classes");
        } else if (declaredTeachers != listedTeachers) {
            found.add("L'école déclare " + declaredTeachers + " enseignants, la liste du personnel en compte " + listedTeachers);
        }
        int teachers = estimated ? listedTeachers : declaredTeachers;
        if (teachers > 0 && classes != null && classes > 0 && Math.abs(teachers - classes) * 100 > TOLERANCE * classes) {
            found.add(teachers + " enseignants pour " + classes + " classes");
        }
        return found;
    }
}
