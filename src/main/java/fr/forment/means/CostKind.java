package fr.forment.means;

import java.util.function.ToDoubleFunction;

/** What a plan takes that has a price, and how much of it. */
public enum CostKind {
    HEURE_EN(
            "Heures de formateur, Éducation nationale",
            "heure",
            means -> minutes(means, TrainerBody.EDUCATION_NATIONALE) / 60.0),
    HEURE_COLLECTIVITE(
            "Heures de formateur, collectivité", "heure", means -> minutes(means, TrainerBody.COLLECTIVITE) / 60.0),
    JOUR_FOURNISSEUR("Journées de formateur, fournisseur", "journée", means -> means.bodies().stream()
            .filter(body -> body.body() == TrainerBody.FOURNISSEUR)
            .mapToDouble(PlanMeans.BodyMeans::days)
            .sum()),
    REMPLACEMENT("Remplacement des enseignants", "demi-journée", PlanMeans::replacements),
    KM_STAGIAIRES(
            "Trajets des stagiaires, aller et retour",
            "kilomètre",
            means -> Math.round(2 * means.travel().personKm())),
    KM_FORMATEURS(
            "Trajets des formateurs, aller et retour",
            "kilomètre",
            means -> Math.round(2 * means.travel().trainerKm())),
    SALLE("Salles hors des écoles", "demi-journée", PlanMeans::hiredHalfDays),
    SUPPORT("Supports remis à chaque personne", "exemplaire", means -> means.whole()
            .expected());

    private final String label;
    private final String unit;
    private final ToDoubleFunction<PlanMeans> quantity;

    CostKind(String label, String unit, ToDoubleFunction<PlanMeans> quantity) {
        this.label = label;
        this.unit = unit;
        this.quantity = quantity;
    }

    public String label() {
        return label;
    }

    /** Singular. */
    public String unit() {
        return unit;
    }

    public double quantity(PlanMeans means) {
        return quantity.applyAsDouble(means);
    }

    private static long minutes(PlanMeans means, TrainerBody whose) {
        return means.bodies().stream()
                .filter(body -> body.body() == whose)
                .mapToLong(PlanMeans.BodyMeans::minutes)
                .sum();
    }
}
