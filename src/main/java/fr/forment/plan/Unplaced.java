package fr.forment.plan;

/**
 * People of a school who need a module and have no place in a plan.
 *
 * @param reason why, in French, as the school reads it too
 */
public record Unplaced(String schoolUai, String moduleCode, int people, String reason) {

    /** For partners: the reasons speak of people's hours. */
    public Unplaced withoutReason() {
        return new Unplaced(schoolUai, moduleCode, people, "motif connu de l'équipe de circonscription");
    }
}
