package fr.forment.framing;

/** The fiche's "questions clés à se poser", then its "facteurs clés de succès", word for word and in its order. */
public enum FramingQuestion {
    PUBLICS(
            "Publics prioritaires",
            "Quelles sont les populations à former en priorité ?",
            "Dites l'ordre pour chaque public : direction, enseignants, personnes ressources, formateurs, parents…"),
    PAF(
            "Lien avec le PAF",
            "Comment les formations ENT s'articulent avec le Plan Académique de Formation ?",
            "Dispositifs et modules inscrits au plan académique, animations de circonscription, heures décomptées."),
    HOMOGENEITE(
            "Homogénéité",
            "Comment assurer l'homogénéité des formations sur toutes les zones géographiques ?",
            "Mêmes supports, mêmes formateurs, rattrapage de la zone en retard."),
    SUPPORTS(
            "Mise à jour des supports",
            "Quelles sont les procédures de mise à jour des supports de formation à mettre en place ?",
            "Qui relit un support, et quand, après une mise à jour de l'ENT."),
    CHARGE(
            "Montée en charge",
            "Comment gérer la montée en charge des besoins de formations continues et spécifiques ?",
            "Formateurs à ajouter, formats à distance, vagues à étaler."),
    DEMONSTRATION(
            "Environnement de démonstration",
            "Faut-il prévoir dans le marché d'ENT, un environnement de formation pour effectuer des démonstrations de l'outil ?",
            "Oui ou non, l'article du marché, et les dates des démonstrations."),
    ESPACE_FORMATION(
            "Environnement de formation de l'académie",
            "Faut-il prévoir un environnement de formation qui sera utilisé par l'académie pour les formations pédagogiques des enseignants (tout au long de l'année) ?",
            "Oui ou non, qui l'ouvre, qui le remet à zéro entre deux sessions."),
    PARENTS(
            "Parents",
            "Comment sensibiliser les parents aux différents outils disponibles ?",
            "Réunions de rentrée, guide, café des parents : ce que les directions ont demandé, et qui s'en charge."),
    AMONT(
            "Besoins avant chaque vague",
            "Prévoir les besoins de formation et le planning prévisionnel en amont de chaque vague de déploiement.",
            "Qui revoit le besoin avant chaque vague, et combien de temps avant l'ouverture."),
    RESSOURCES(
            "Personnes ressources",
            "Appuyer les efforts sur la formation des personnes ressources dans les écoles, regroupées par zones géographiques ou autres.",
            "Comment elles sont choisies, regroupées et formées."),
    TRANSVERSALES(
            "Formations disciplinaires ou transversales",
            "Mettre en place des formations disciplinaires ou transversales utilisant le numérique.",
            "Lesquelles, et avec quels conseillers."),
    CADRES(
            "Inspection et direction",
            "Mettre en place des formations spécifiques pour les corps d'inspection et les directeurs d'école.",
            "Modules réservés aux IEN et aux directions, et leurs dates."),
    FORMATEURS(
            "Formateurs",
            "Mettre en place des formations spécifiques pour les formateurs.",
            "Ce que suivent E-RUN, CPC et DSI avant de former les écoles.");

    private final String label;
    private final String wording;
    private final String hint;

    FramingQuestion(String label, String wording, String hint) {
        this.label = label;
        this.wording = wording;
        this.hint = hint;
    }

    /** In a few words, for lists. */
    public String label() {
        return label;
    }

    /** As the fiche says it. */
    public String wording() {
        return wording;
    }

    /** What an answer may speak of. */
    public String hint() {
        return hint;
    }

    /** A key question; otherwise a success factor. */
    public boolean isQuestion() {
        return ordinal() < AMONT.ordinal();
    }
}
