package fr.forment.plan;

import java.util.Collection;

/**
 * People of a school who need a module and have no place in a plan.
 *
 * @param reason why, in French, as the school reads it too
 */
public record Unplaced(String schoolUai, String moduleCode, int people, String reason) {

    /** How many in all, as every page, paper and form says it. */
    public static String inFrench(Collection<Unplaced> all) {
        return Coverage.inFrench(all.stream().mapToInt(Unplaced::people).sum());
    }

    /** For partners: the reasons speak of people's hours. */
    public Unplaced withoutReason() {
        return new Unplaced(schoolUai, moduleCode, people, "motif connu de l'équipe de circonscription");
    }
}
