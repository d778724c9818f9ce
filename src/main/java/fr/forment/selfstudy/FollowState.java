package fr.forment.selfstudy;

/** How far somebody is with what is followed alone. */
public enum FollowState {
    A_SUIVRE("à suivre"),
    SUIVIE("suivie"),
    /** Trained in it otherwise meanwhile. */
    DISPENSEE("déjà suivie autrement"),
    /** No longer asked: the person has left, or the project is abandoned. */
    ANNULEE("plus demandée");

    private final String label;

    FollowState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
