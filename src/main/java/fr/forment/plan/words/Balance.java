package fr.forment.plan.words;

import fr.forment.french.French;
import fr.forment.plan.Coverage;
import fr.forment.plan.Load;
import java.util.ArrayList;
import java.util.List;

/**
 * What a version leaves people with, beside its sessions: it changes with needs, hours and choices though no session
 * does.
 *
 * @param over people of the schools whom it asks for more hours than they have left
 * @param missing without a place, counted once per module
 */
public record Balance(int over, int missing) {

    public static Balance of(List<Load> loads, List<Coverage> coverage) {
        return new Balance((int) loads.stream().filter(Load::isOver).count(), Coverage.missing(coverage));
    }

    /** From one version to another, in French; empty where both are the same. */
    public static List<String> changes(Balance before, Balance after) {
        List<String> told = new ArrayList<>();
        change("Enseignants au-delà des heures qui leur restent", before.over, after.over, told);
        change("Personnes sans place, comptées une fois par module", before.missing, after.missing, told);
        return told;
    }

    private static void change(String what, int before, int after, List<String> told) {
        if (before != after) {
            told.add(what + " : " + French.number(before) + " → " + French.number(after) + ".");
        }
    }
}
