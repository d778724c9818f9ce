package fr.forment.staff.file;


/** What FormENT wants to know of a person, and under which titles files tell it. Everything else stays unread. */
public enum StaffField {

    UAI("Code UAI de l'école ou de la circonscription"),
    NOM("Nom d'usage"),
    NOM_FAMILLE("Nom de famille, lu quand le nom d'usage est vide"),
    PRENOM("Prénom"),
    COURRIEL("Courriel professionnel"),
    FONCTION("Fonction"),
    DIRECTEUR("Dirige l'école (oui ou non)"),
    QUOTITE("Quotité"),
    ARRIVEE("Date d'arrivée"),
    DEPART("Date de départ"),
    CONSTELLATION("En constellation (oui ou non)");

    private final String label;

    StaffField(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
