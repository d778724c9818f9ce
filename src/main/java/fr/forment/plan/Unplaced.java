package fr.forment.plan;

import fr.forment.french.French;
import fr.forment.plan.conditions.Lack;
import java.util.Collection;
import java.util.List;

/**
 * People of a school who need a module and have no place in a plan.
 *
 * @param lacking those of them whose hours would not be enough
 * @param others why the rest have none, a whole sentence; empty where nobody is left
 */
public record Unplaced(String schoolUai, String moduleCode, int people, List<Lack> lacking, String others) {

    /** How many in all, as every page, paper and form says it. */
    public static String inFrench(Collection<Unplaced> all) {
        return Coverage.inFrench(all.stream().mapToInt(Unplaced::people).sum());
    }

    /** Why, in French, as the school reads it too. */
    public String reason() {
        if (lacking.isEmpty()) {
            return others;
        }
        return Lack.inFrench(lacking) + " ; le module sera proposé de nouveau après l'ouverture."
                + (others.isEmpty()
                        ? ""
                        : " En plus, " + French.count(people - Lack.people(lacking), "personne") + " : " + others);
    }

    /** For partners: the reasons speak of people's hours. */
    public Unplaced withoutReason() {
        return new Unplaced(schoolUai, moduleCode, people, List.of(), "motif connu de l'équipe de circonscription");
    }
}
