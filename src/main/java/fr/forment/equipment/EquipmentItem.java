package fr.forment.equipment;

import fr.forment.french.French;

/** Equipment that a circonscription may book. @param quantity how many there are, of machines or of accounts */
public record EquipmentItem(
        long id,
        int version,
        String circonscriptionUai,
        EquipmentKind kind,
        String name,
        int quantity,
        EquipmentProvider provider) {

    /** « Valise de tablettes, 12 (collectivité) ». */
    public String words() {
        return name + ", " + quantity + " (" + French.inSentence(provider.label()) + ")";
    }
}
