package fr.forment.files;

/**
 * What stands between two cells of a CSV file.
 *
 * @param isDeclared by a first line "sep=;", which Excel writes and which is no line of the table
 */
record Separator(char character, boolean isDeclared) {

    private static final String KNOWN = ";,\t";

    /**
     * @param start of the text; the first line that holds a separator decides, quoted parts do not count
     * @param example of titles, for who forgot them
     */
    static Separator of(String start, String example) {
        if (start.regionMatches(true, 0, "sep=", 0, 4) && start.length() > 4 && KNOWN.indexOf(start.charAt(4)) >= 0) {
            return new Separator(start.charAt(4), true);
        }
        int[] counts = new int[KNOWN.length()];
        boolean quoted = false;
        boolean found = false;
        for (int i = 0; i < start.length() && !(found && !quoted && isEnd(start.charAt(i))); i++) {
            quoted ^= start.charAt(i) == '"';
            int known = quoted ? -1 : KNOWN.indexOf(start.charAt(i));
            if (known >= 0) {
                counts[known]++;
                found = true;
            }
        }
        if (start.isBlank()) {
            throw new UnreadableFile("Le fichier est vide : il ne contient que des espaces ou des lignes blanches.");
        }
        if (!found) {
            throw new UnreadableFile(
                    "Ce fichier ne contient pas de titres de colonnes séparés par « ; », « , » ou des tabulations : ce n'est pas"
                            + " un tableau. La première ligne doit porter les titres, par exemple " + example + ".");
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return new Separator(KNOWN.charAt(best), false);
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
