package fr.forment.stafflist;

/** What becomes of a line of the file, or of a person the file leaves out. */
public enum Outcome {
    NEW("nouvelles", "nouvelle"),
    BACK("de retour", "de retour"),
    MOVED("déplacées", "déplacée"),
    CHANGED("modifiées", "modifiée"),
    SAME("inchangées", "inchangée"),
    /** A second school of somebody whose main school another line, or an earlier list, tells. */
    ELSEWHERE("autre école d'une personne", "autre école"),
    DOUBTFUL("à trancher", "à trancher"),
    TO_FIX("à corriger", "à corriger"),
    /** Describes nobody new: a copy of another line, or a total. */
    SKIPPED("ignorées, sans effet", "ignorée"),
    LEFT_OUT("laissées de côté", "laissée de côté"),
    GONE("absentes du fichier", "absente du fichier");

    private final String plural;
    private final String label;

    Outcome(String plural, String label) {
        this.plural = plural;
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String plural() {
        return plural;
    }
}
