package fr.forment.catalogue;

/** How a training is delivered (fiche: "à distance et/ou en présentiel"). */
public enum Format {
    PRESENTIEL("Présentiel"),
    DISTANCE("À distance"),
    HYBRIDE("Hybride");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
