package fr.forment.stafflist;

import java.util.List;

/** Why a line is doubtful: what a person has to say, because a machine that guesses mixes people up. */
public enum ListQuestion {
    HOMONYM("Quelqu'un de ce nom est connu ailleurs et rien ne dit si c'est la même personne."),
    ADDRESS("Quelqu'un de ce nom est connu sous une autre adresse électronique."),
    RENAMED(
            "Quelqu'un de même prénom ou de même adresse est connu sous un autre nom, et n'est plus sur la liste sous ce nom."),
    RETURN("Quelqu'un de ce nom est parti : est-ce la même personne qui revient ?"),
    TWO_LINES("Ce nom figure sur deux lignes du fichier, dans deux écoles."),
    TWIN(
            "Quelqu'un de ce nom, sans adresse, est déjà sur la liste de cette école. Si c'est la même personne, elle change d'école, et la fiche"
                    + " sans adresse est à fermer : sa direction devra dire si elle est partie. Sinon, laissez cette ligne de côté et corrigez l'adresse."),
    TWO_PLACES(
            "Cette personne remplaçante est connue dans une autre école : a-t-elle changé d'école, ou exerce-t-elle dans les deux ?");

    private static final Choice LEFT = new Choice(Choice.SKIP, "Laisser ces lignes de côté");

    private final String sentence;

    ListQuestion(String sentence) {
        this.sentence = sentence;
    }

    /** The answers that may be given to all such lines at once: beginnings of codes. */
    public List<Choice> common() {
        return switch (this) {
            case TWO_LINES ->
                List.of(
                        new Choice(Choice.FIRST, "Une seule personne, l'école principale est la première"),
                        new Choice(Choice.OTHER, "Des personnes différentes"),
                        LEFT);
            case TWO_PLACES ->
                List.of(
                        new Choice(Choice.SAME, "A changé d'école"),
                        new Choice(Choice.BOTH, "Exerce dans les deux"),
                        LEFT);
            default ->
                List.of(
                        new Choice(Choice.SAME, "La même personne"),
                        new Choice(Choice.OTHER, "Quelqu'un d'autre, à inscrire"),
                        LEFT);
        };
    }

    public String sentence() {
        return sentence;
    }
}
