package fr.forment.grid;

import fr.forment.french.French;
import java.util.ArrayList;
import java.util.List;

/**
 * A school in the grid.
 *
 * @param estimated it did not answer: its figures come from the staff list
 * @param classes null when unknown
 * @param declaredTeachers null when it did not answer
 * @param declaredConstellation teachers whose hours a constellation takes, as the school says; null when it did not
 *     answer
 * @param priority 1 first, 3 last
 */
public record GridSchool(
        String schoolUai,
        String name,
        String commune,
        boolean estimated,
        Integer classes,
        Integer declaredTeachers,
        int listedTeachers,
        Integer declaredConstellation,
        int listedConstellation,
        int priority,
        String priorityReason) {

    /** Teachers and classes of a school usually go together within this share, in percent. */
    private static final int TOLERANCE = 30;

    /**
     * Two figures that should agree and do not.
     *
     * @param said by the school; null when it did not answer
     * @param known from the staff list or the directory; null when it is not
     * @param remedy what to do about it, in French
     */
    public record Difference(String what, Integer said, Integer known, String remedy) {

        /** "+2", "−1"; empty when one of the two is missing. */
        public String gap() {
            return said == null || known == null ? "" : (said > known ? "+" : "−") + Math.abs(said - known);
        }
    }

    /** What somebody should look at before these figures are used, in French. */
    public List<String> findings() {
        List<String> found = new ArrayList<>();
        if (estimated) {
            found.add(
                    listedTeachers > 0
                            ? "Sans réponse : estimé d'après la liste du personnel"
                            : "Sans réponse ni liste du personnel : estimé d'après le nombre de classes");
        } else if (declaredTeachers != listedTeachers) {
            found.add("L'école déclare " + declaredTeachers + " enseignants, la liste du personnel en compte "
                    + listedTeachers);
        }
        if (isConstellationDifferent()) {
            found.add("L'école déclare " + French.count(declaredConstellation, "enseignant")
                    + " en constellation, la liste du personnel en compte " + listedConstellation);
        }
        if (isTeamUnusual()) {
            found.add(French.count(teachers(), "enseignant") + " pour " + French.count(classes, "classe"));
        }
        return found;
    }

    public List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        if (estimated) {
            found.add(new Difference(
                    "Réponse",
                    null,
                    listedTeachers,
                    "L'école n'a pas répondu : demandez-lui ses chiffres et corrigez les lignes" + " ci-dessous"
                            + (listedTeachers == 0 ? ", ou importez sa liste du personnel." : ".")));
        } else if (declaredTeachers != listedTeachers) {
            found.add(
                    new Difference(
                            "Enseignants",
                            declaredTeachers,
                            listedTeachers,
                            declaredTeachers > listedTeachers
                                    ? "Si l'école a raison, ajoutez à la liste du personnel ceux qui manquent ; sinon, corrigez les chiffres qui viennent de sa réponse."
                                    : "Si l'école a raison, retirez de la liste du personnel ceux qui sont partis ; sinon, corrigez les chiffres qui viennent de sa réponse."));
        }
        if (isConstellationDifferent()) {
            found.add(
                    new Difference(
                            "En constellation",
                            declaredConstellation,
                            listedConstellation,
                            "Notez sur la liste du personnel qui est en constellation cette année. En attendant, le plus grand des deux nombres est retenu."));
        }
        if (isTeamUnusual()) {
            found.add(new Difference(
                    "Enseignants pour " + French.count(classes, "classe"),
                    teachers(),
                    classes,
                    "Inhabituel : vérifiez le nombre de classes"
                            + " de l'annuaire et celui des enseignants avant de vous y fier."));
        }
        return found;
    }

    private boolean isConstellationDifferent() {
        return declaredConstellation != null && declaredConstellation != listedConstellation;
    }

    private boolean isTeamUnusual() {
        return teachers() > 0
                && classes != null
                && classes > 0
                && Math.abs(teachers() - classes) * 100 > TOLERANCE * classes;
    }

    private int teachers() {
        return estimated ? listedTeachers : declaredTeachers;
    }
}
