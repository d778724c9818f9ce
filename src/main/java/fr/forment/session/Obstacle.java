package fr.forment.session;

/** Why somebody cannot be enrolled, in words for that person. A motive lets an organiser pass over some of them. */
public enum Obstacle {
    PARTI("n'est plus en poste à cette date", "n'êtes plus en poste à cette date", "départ avant cette date", false),
    DEJA_INSCRIT(
            "figure déjà sur la liste de cette session",
            "figurez déjà sur la liste de cette session",
            "déjà sur la liste",
            false),
    CHEVAUCHEMENT(
            "participe à une autre session au même moment",
            "participez à une autre session au même moment",
            "autre session au même moment",
            false),
    COMPLET(
            "n'a pas de place : la session est complète",
            "n'avez pas de place : la session est complète",
            "session complète",
            false),
    AUTRE_SESSION(
            "figure déjà parmi les inscrits d'une autre session de ce module",
            "figurez déjà parmi les inscrits d'une autre session de ce module",
            "place dans une autre session du module",
            true),
    DEJA_FORME("a déjà suivi ce module", "avez déjà suivi ce module", "module déjà suivi", true),
    /** Level n is asked before level n + 1: followed, or foreseen before this session. */
    NIVEAU(
            "n'a pas suivi le niveau précédent",
            "n'avez pas suivi le niveau précédent",
            "niveau précédent à suivre d'abord",
            true),
    HEURES(
            "n'a plus assez d'heures de formation disponibles cette année",
            "n'avez plus assez d'heures de formation disponibles cette année",
            "plus assez d'heures disponibles",
            true),
    TRAJET(
            "n'a pas le temps de faire la route depuis une autre session du même jour",
            "n'avez pas le temps de faire la route depuis une autre session du même jour",
            "pas le temps de faire la route depuis une autre session",
            true),
    /** Said by the person, or by who keeps the list of trainers. */
    ABSENCE(
            "a une absence enregistrée à cette date",
            "avez une absence enregistrée à cette date",
            "absence enregistrée à cette date",
            true),
    /** The session is perhaps to be moved: nobody is asked to come, and who has a place keeps it. */
    ECOLE_FERMEE(
            "est d'une école fermée ce jour-là", "êtes d'une école fermée ce jour-là", "école fermée ce jour-là", true),
    /** Nobody asks the people of a school that left its project for that project's sessions. */
    HORS_PROJET(
            "est d'une école qui a quitté le projet",
            "êtes d'une école qui a quitté le projet",
            "école qui a quitté le projet",
            true),
    /** Never by a rule: of a school that has more people for the module than the plan has places. */
    HORS_PLAN(
            "n'a pas de place prévue par le plan",
            "n'avez pas de place prévue par le plan",
            "sans place prévue par le plan",
            true);

    private final String label;
    private final String toHimself;
    private final String reason;
    private final boolean waivable;

    Obstacle(String label, String toHimself, String reason, boolean waivable) {
        this.label = label;
        this.toHimself = toHimself;
        this.reason = reason;
        this.waivable = waivable;
    }

    /** A French sentence without its subject. */
    public String label() {
        return label;
    }

    /** The same after "vous". */
    public String toHimself() {
        return toHimself;
    }

    /** A few words that a number of people may follow. */
    public String reason() {
        return reason;
    }

    public boolean isWaivable() {
        return waivable;
    }
}
