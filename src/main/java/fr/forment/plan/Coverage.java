package fr.forment.plan;

/** Whether the people of a school (or of the circonscription) find a place in the sessions of a module. */
public record Coverage(String schoolUai, String moduleCode, int needed, int seated) {

    public boolean isComplete() {
        return seated >= needed;
    }
}
