package fr.forment.paper;

import fr.forment.french.French;
import fr.forment.plan.Plan;

/**
 * What a version is worth, in French: nobody may take a draft on his desk for what was decided.
 *
 * @param brief at the foot of every page
 * @param told in a sentence
 * @param isApproved whether its dates stand
 */
public record Standing(String brief, String told, boolean isApproved) {

    private static final String DRAFT = "PROJET – non approuvé";

    public static Standing of(Plan plan) {
        return switch (plan.state()) {
            case APPROUVE ->
                new Standing(
                        "Approuvé le " + French.numeric(plan.decidedOn()),
                        "Approuvé le " + French.day(plan.decidedOn()) + ".",
                        true);
            case REMPLACE ->
                new Standing(
                        "Remplacé – n'est plus en vigueur",
                        "Approuvé le " + French.day(plan.decidedOn())
                                + ", puis remplacé par un avenant : cette version n'est plus en vigueur.",
                        false);
            default ->
                new Standing(
                        DRAFT,
                        DRAFT + " (état : " + plan.state().label() + "). Les dates peuvent encore changer.",
                        false);
        };
    }
}
