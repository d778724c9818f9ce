package fr.forment.release;

/** What a version asks of the people. */
public enum ReleaseNeed {
    FORMATION("Former l'équipe, puis informer les écoles"),
    TUTORIEL("Un tutoriel suffit"),
    RIEN("Rien ne change dans les usages");

    private final String label;

    ReleaseNeed(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
