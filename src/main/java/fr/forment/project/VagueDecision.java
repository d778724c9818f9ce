package fr.forment.project;

/** What the IEN decides on the bilan of a vague. */
public enum VagueDecision {
    CONTINUE("Lancer la vague suivante"),
    REDO("Refaire des sessions de la vague avant la suite"),
    POSTPONE("Ajourner la suite"),
    STOP("Arrêter le déploiement");

    /** Who sees to what is decided: a function, so that no name stands in the bilan (the papers of a bilan). */
    public enum Owner {
        EQUIPE("l'équipe de circonscription"),
        IEN("l'IEN"),
        CPC("les CPC"),
        ERUN("l'E-RUN"),
        COLLECTIVITE("la collectivité"),
        FOURNISSEUR("le fournisseur de l'ENT");

        private final String label;

        Owner(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final String label;

    VagueDecision(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
