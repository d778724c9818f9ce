package fr.forment.equipment;

import fr.forment.account.Role;

/** Who makes equipment ready. */
public enum EquipmentProvider {
    CIRCONSCRIPTION("Circonscription", Role.ERUN),
    COLLECTIVITE("Collectivité", Role.DSI),
    FOURNISSEUR("Fournisseur de l'ENT", Role.FOURNISSEUR);

    private final String label;
    private final Role role;

    EquipmentProvider(String label, Role role) {
        this.label = label;
        this.role = role;
    }

    public String label() {
        return label;
    }

    /** Who is written to, and says that it is ready. */
    public Role role() {
        return role;
    }
}
