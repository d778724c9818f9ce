package fr.forment.equipment;

import fr.forment.session.TrainingSession;

/** What a module may ask for: one for the session, or one for each of its places. */
public enum EquipmentKind {
    ESPACE_ESSAI("Comptes de l'espace d'essai (bac à sable)", true),
    VIDEOPROJECTEUR("Vidéoprojecteur", false),
    ORDINATEURS("Ordinateurs", true),
    TABLETTES("Tablettes", true);

    private final String label;
    private final boolean forEachPerson;

    EquipmentKind(String label, boolean forEachPerson) {
        this.label = label;
        this.forEachPerson = forEachPerson;
    }

    public String label() {
        return label;
    }

    int wantedBy(TrainingSession session) {
        return forEachPerson ? session.capacity() : 1;
    }
}
