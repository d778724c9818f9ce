package fr.forment.project.process;

/** Names of the models that code needs; running cases rely on them. */
final class ProjectModels {

    static final String PROJECT = "entProject";
    static final String VAGUE = "vague";
    static final String OPENING = "schoolOpening";

    static final String NEEDS_GATHERED = "entProject.needsGathered";
    static final String PLAN_APPROVED = "entProject.planApproved";
    static final String PLAN_REJECTED = "entProject.planRejected";
    static final String TRAINERS_TRAINED = "entProject.trainersTrained";
    static final String VAGUE_CLOSED = "entProject.vagueClosed";
    static final String VAGUE_TRAINED = "vague.trained";
    static final String SCHOOLS_SETTLED = "vague.schoolsSettled";
    static final String SCHOOL_TRAINED = "schoolOpening.trained";
    static final String GATE_CHANGED = "schoolOpening.rechecked";

    private ProjectModels() {}
}
