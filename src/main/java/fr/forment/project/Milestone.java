package fr.forment.project;

/** What can happen to a project, as the timeline words it. */
public enum Milestone {
    CREATED("Projet créé"),
    FRAMED("Cadrage validé"),
    FRAMING_ANSWERED("Question de cadrage : réponse proposée"),
    FRAMING_DECIDED("Question de cadrage : réponse décidée"),
    NEEDS_LAUNCHED("Recueil des besoins lancé"),
    NEEDS_GATHERED("Besoins recueillis"),
    PLAN_LAUNCHED("Plan de formation demandé"),
    PLAN_SENT_BACK("Plan de formation renvoyé pour révision"),
    PLAN_APPROVED("Plan de formation approuvé"),
    PLAN_REJECTED("Plan de formation rejeté"),
    PLAN_TO_REDO("Plan à refaire"),
    AMENDMENT_APPROVED("Avenant au plan approuvé"),
    AMENDMENT_REJECTED("Avenant au plan rejeté"),
    AMENDMENT_ABANDONED("Avenant au plan abandonné"),
    TRAINERS_LAUNCHED("Formation des formateurs lancée"),
    TRAINERS_TRAINED("Formateurs formés"),
    SCHOOL_JOINED("École entrée dans le projet"),
    SCHOOL_MOVED("École placée dans une autre vague"),
    OPENING_MOVED("Date d'ouverture changée"),
    VAGUE_BEGUN("Vague commencée"),
    VAGUE_EMPTY("Vague sans école, passée"),
    TRAINERS_MISSING("Formateurs encore à former"),
    TRAINERS_RECHECKED("Nouvelle vérification des formateurs demandée"),
    TRAINERS_READY("Formateurs de la vague prêts"),
    TRAINERS_WAIVED("Vague poursuivie sans attendre tous les formateurs"),
    SCHOOLS_ASKED("Écoles sollicitées"),
    NEED_CONFIRMED("Besoin de la vague revu, le plan convient"),
    NEED_AMENDED("Besoin de la vague revu, avenant demandé"),
    DATES_ASKED("Sessions en retard : nouvelles dates attendues avant d'ouvrir les sessions"),
    NEED_UNREVIEWED("Besoin de la vague non revu, sessions ouvertes sur le plan en vigueur"),
    SESSIONS_LAUNCHED("Sessions de la vague lancées"),
    VAGUE_TRAINED("Formations d'avant l'ouverture terminées"),
    VAGUE_TRAINED_ANEW("Sessions à refaire tenues ou abandonnées"),
    SCHOOL_ENGAGED("Entrée de l'école confirmée"),
    CHARTER_SIGNED("Charte signée"),
    RESOURCE_PERSON_NAMED("Personne ressource désignée"),
    SCHOOL_PREPARED("Comptes ou réseau déclarés prêts"),
    SCHOOL_UNPREPARED("Déclaration de la collectivité retirée"),
    OPENING_REFUSED("Conditions d'ouverture non réunies"),
    OPENING_RECHECKED("Nouvelle vérification de l'ouverture demandée"),
    OPENING_CLEARED("Conditions d'ouverture réunies"),
    OPENING_WAIVED("Dérogation accordée"),
    CATCH_UP_MOVED("Nouvelle date de rattrapage"),
    CAUGHT_UP("Rattrapage terminé"),
    SCHOOL_OPENED("ENT ouvert dans l'école"),
    SCHOOL_POSTPONED("École reportée à la vague suivante"),
    SCHOOL_RETIRED("École sortie du projet"),
    VAGUE_ADDED("Vague ajoutée"),
    USE_REPORTED("Usages déclarés"),
    USE_UNKNOWN("Usages non déclarés"),
    SCHOOLS_SETTLED("Toutes les écoles de la vague sont ouvertes ou reportées"),
    BILAN_LAUNCHED("Bilan établi"),
    VAGUE_DECIDED("Suite décidée"),
    VAGUE_REDONE("Vague reprise, sessions de l'avenant lancées"),
    VAGUE_CLOSED("Vague close"),
    VAGUE_SUSPENDED("Vague suspendue"),
    BILAN_VALIDATED("Bilan visé"),
    CONTINUOUS("Phase continue ouverte"),
    ABANDONED("Projet abandonné");

    private final String label;

    Milestone(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** A person decided something, and the bilan shows it. */
    public boolean isDecision() {
        return switch (this) {
            case FRAMED,
                    PLAN_SENT_BACK,
                    PLAN_APPROVED,
                    PLAN_REJECTED,
                    AMENDMENT_APPROVED,
                    AMENDMENT_REJECTED,
                    PLAN_TO_REDO,
                    SCHOOL_JOINED,
                    SCHOOL_MOVED,
                    OPENING_MOVED,
                    TRAINERS_WAIVED,
                    NEED_CONFIRMED,
                    NEED_AMENDED,
                    NEED_UNREVIEWED,
                    OPENING_WAIVED,
                    CATCH_UP_MOVED,
                    SCHOOL_POSTPONED,
                    VAGUE_DECIDED,
                    BILAN_VALIDATED,
                    ABANDONED -> true;
            default -> false;
        };
    }
}
