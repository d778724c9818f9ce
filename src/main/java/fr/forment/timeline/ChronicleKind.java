package fr.forment.timeline;

/** What a line of a timeline is. */
public enum ChronicleKind {
    ETAPE("Étape", "Ce que le déroulement a fait de lui-même"),
    DECISION("Décision", "Ce qu'une personne a fait ou décidé"),
    COURRIEL("Courriel", "Lettres, comptées par objet et par jour"),
    DOCUMENT("Document", "Pièces délivrées");

    private final String label;
    private final String meaning;

    ChronicleKind(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }
}
