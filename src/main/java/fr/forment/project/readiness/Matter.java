package fr.forment.project.readiness;

/** What the collectivité prepares in a school. */
public enum Matter {
    ACCOUNTS("Comptes"),
    NETWORK("Réseau et matériel");

    private final String label;

    Matter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
