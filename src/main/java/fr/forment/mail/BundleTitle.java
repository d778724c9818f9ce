package fr.forment.mail;

/** What kept letters are about: every change of which the bundle holds letters, as long as there is room to say it. */
final class BundleTitle {

    static final int LONGEST = 300;
    private static final String MORE = " ; et d'autres changements";

    private BundleTitle() {}

    static String of(String change) {
        return change.length() > LONGEST ? change.substring(0, LONGEST - 1) + "…" : change;
    }

    /** @param known the title so far */
    static String with(String known, String change) {
        String said = of(change);
        if ((" ; " + known + " ; ").contains(" ; " + said + " ; ") || known.endsWith(MORE)) {
            return known;
        }
        String all = known + " ; " + said;
        if (all.length() <= LONGEST) {
            return all;
        }
        boolean fits = known.length() + MORE.length() <= LONGEST;
        return (fits ? known : known.substring(0, LONGEST - MORE.length() - 1) + "…") + MORE;
    }
}
