package fr.forment.release.process;

/** Names of the model that code and tests need. Running instances wait under them: never renamed. */
final class EntReleaseModel {

    static final String PROCESS = "entRelease";
    static final String TEAM_TRAINED = "entRelease.teamTrained";
    static final String QUALIFY = "qualify";
    static final String REVIEW = "reviewMaterials";

    private EntReleaseModel() {}
}
