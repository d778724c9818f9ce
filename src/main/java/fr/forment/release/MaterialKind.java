package fr.forment.release;

/** What a material is for. */
public enum MaterialKind {
    SUPPORT("Support"),
    NOTICE("Notice"),
    TUTORIEL("Tutoriel"),
    VIDEO("Vidéo"),
    EXERCICE("Exercice");

    private final String label;

    MaterialKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
