package fr.forment.evaluation;

/** What would help a person next. */
public enum HelpWanted {
    RIEN("Rien pour le moment"),
    VISITE_ERUN("Une visite de l'E-RUN"),
    BINOME("Un binôme avec une ou un collègue"),
    TUTORIEL("Un tutoriel"),
    NIVEAU_SUIVANT("Le niveau suivant");

    private final String label;

    HelpWanted(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
