package fr.forment.computation;

import fr.forment.french.French;
import fr.forment.plan.calculation.Goal;

/** How goals are told to who weighs them: amounts with their unit, and an example. */
public final class GoalWords {

    private GoalWords() {}

    /** « 1 847 personnes-kilomètres ». */
    public static String amount(Goal goal, long units) {
        return French.count(units, goal.unit(), plural(goal));
    }

    private static String plural(Goal goal) {
        return switch (goal) {
            case VOEUX_CRENEAU -> "vœux de créneau non suivis";
            case VOEUX_FORMAT -> "vœux de format non suivis";
            case VOEUX_PARTENAIRE -> "vœux de partenaire non suivis";
            case VOEUX_TRAJET -> "trajets plus longs que souhaité";
            case PERSONNE_KM -> "personnes-kilomètres";
            case ECOLES_REUNIES -> "groupes séparés";
            case ECART_FORMATEURS -> "heures d'écart";
            case ECART_VAGUES -> "jours d'écart";
            case PRECOCITE -> "semaines d'attente";
            case REMPLACEMENT -> "demi-journées remplacées";
            case SOUS_MINIMUM -> "personnes manquantes";
            case DATES_DEPLACEES -> "personnes dont la date change";
        };
    }

    /** What one unit is, in a sentence. */
    public static String example(Goal goal) {
        return switch (goal) {
            case VOEUX_CRENEAU -> "Une école a demandé le mercredi matin et elle est placée un soir : 1 vœu non suivi.";
            case VOEUX_FORMAT ->
                "Une école a demandé la visioconférence et le module se tient sur place : 1 vœu non suivi.";
            case VOEUX_PARTENAIRE ->
                "Deux écoles ont demandé à être formées ensemble et ne le sont pas : 1 vœu non suivi.";
            case VOEUX_TRAJET ->
                "Une école a demandé moins de 20 minutes de route et se rend à une session plus éloignée : 1 trajet.";
            case PERSONNE_KM ->
                "Trois personnes vont à une session tenue à 12 km de leur école : 36 personnes-kilomètres.";
            case ECOLES_REUNIES ->
                "Les collègues d'une école, ou les écoles d'un RPI, suivent le même module dans deux sessions : 1 groupe séparé.";
            case ECART_FORMATEURS ->
                "Deux collègues se partagent 30 h : l'une en anime 20, soit 5 de plus que sa part : 5 heures d'écart.";
            case ECART_VAGUES ->
                "Dans une vague, la dernière session d'un module se tient dix jours après la première : 10 jours d'écart.";
            case PRECOCITE ->
                "Une école prioritaire suit un module trois semaines après la première date possible : 3 semaines d'attente, comptées plus fort pour le rang 1.";
            case REMPLACEMENT -> "Une personne est formée sur une demi-journée de classe : 1 demi-journée remplacée.";
            case SOUS_MINIMUM ->
                "Une session réunit deux personnes de moins qu'une session bien remplie : 2 personnes manquantes.";
            case DATES_DEPLACEES -> "Une session déjà annoncée à douze personnes change de date : 12 personnes.";
        };
    }
}
