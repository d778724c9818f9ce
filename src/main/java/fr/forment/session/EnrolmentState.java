package fr.forment.session;

/** What a person is for a session. The four marks may follow each other until the session is closed. */
public enum EnrolmentState {
    LISTE_ATTENTE("Sur liste d'attente"),
    INSCRIT("Inscription"),
    CONVOQUE("Convocation envoyée"),
    ACCUSE("Convocation reçue"),
    PRESENT("Présence"),
    PARTIEL("Présence partielle"),
    ABSENT_EXCUSE("Absence excusée"),
    ABSENT("Absence"),
    ANNULE_AGENT("Empêchement signalé"),
    ANNULE_ADMIN("Désinscription"),
    SESSION_ANNULEE("Session annulée"),
    DATE_CHANGEE("Autre date choisie"),
    REMPLACE("Remplacement par un collègue");

    private final String label;

    EnrolmentState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Counts for the session: there is at most one such enrolment per person and session. */
    public boolean isActive() {
        return compareTo(ANNULE_AGENT) < 0;
    }

    /** Takes one of the places: those who wait and those who did not come do not. */
    public boolean holdsPlace() {
        return isExpected() || wasThere();
    }

    /** Enrolled, and nothing known yet of the presence. */
    public boolean isExpected() {
        return this == INSCRIT || this == CONVOQUE || this == ACCUSE;
    }

    public boolean isMark() {
        return compareTo(PRESENT) >= 0 && compareTo(ABSENT) <= 0;
    }

    /** Was there to the end. Only then is the training completed. */
    public boolean isComplete() {
        return this == PRESENT;
    }

    /** Came, were it for a part. */
    public boolean wasThere() {
        return this == PRESENT || this == PARTIEL;
    }
}
