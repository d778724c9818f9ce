package fr.forment.phase;

import java.util.Locale;

/**
 * What an amendment of the plan changes in a session, in French words.
 *
 * @param no why the session keeps what it has; null once taken over
 */
record AmendedFact(String name, String before, String after, String no) {

    static final String DATE = "Date";
    static final String LENGTH = "Durée";
    static final String PLACE = "Lieu";
    static final String PLACES = "Places";
    static final String TRAINER = "Formation assurée par";

    boolean isTaken() {
        return no == null;
    }

    String was() {
        return name + " : " + before;
    }

    String is() {
        return isTaken() ? name + " : " + after : "Non repris – " + refused();
    }

    /** "Lieu : Redon (auparavant : Rennes)". */
    String told() {
        return name + " : " + after + " (auparavant : " + before + ")";
    }

    /** "lieu : Redon". */
    String refused() {
        return name.substring(0, 1).toLowerCase(Locale.FRENCH) + name.substring(1) + " : " + after;
    }
}
