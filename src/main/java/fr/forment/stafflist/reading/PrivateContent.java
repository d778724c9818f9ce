package fr.forment.stafflist.reading;

import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.people.Emails;
import java.util.regex.Pattern;

/**
 * Private data known by what it looks like, under whatever title ("Divers", "Infos"): such a cell is emptied before
 * anything is kept. Better one cell too many than a telephone number kept: none of them is of use here.
 */
enum PrivateContent {
    SOCIAL_SECURITY("numéro de sécurité sociale", "numéros de sécurité sociale"),
    PHONE("numéro de téléphone", "numéros de téléphone"),
    /** Everybody at work was born before 2011; what began before then and matters has a title that says so. */
    BIRTH("date qui peut être de naissance", "dates pouvant être des dates de naissance"),
    HOME("adresse postale", "adresses postales");

    private static final Pattern NIR =
            Pattern.compile("(?<!\\d)[1-478]\\d{2}(?:0[1-9]|[1-9]\\d)(?:\\d{2}|2[ABab])\\d{6}(?:\\d{2})?(?!\\d)");
    /** Fifteen digits after a spreadsheet has rounded them. */
    private static final Pattern ROUNDED_NIR = Pattern.compile("[1-478][.,]\\d+[eE]\\+?1[2-4]");

    private static final Pattern NIR_SPACES = Pattern.compile("(?<=[\\dABab])[\\s.\\u00a0\\u202f-]+(?=[\\dABab])");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,])(?:(?:\\+|00)\\s?33\\s?(?:\\(0\\))?|0)[\\s.\\u00a0\\u202f/-]?"
                    + "[1-9](?:[\\s.\\u00a0\\u202f/-]*\\d{2}){4}(?!\\d)");
    /** Without the zero that spreadsheets take away. */
    private static final Pattern BARE_NUMBER = Pattern.compile("[1-9](?:[\\s.\\u00a0\\u202f-]?\\d{2}){4}");

    private static final Pattern BIRTHDAY =
            Pattern.compile("(?<!\\d)\\d{1,2}[/.-]\\d{1,2}[/.-](?:19\\d{2}|200\\d|2010)(?!\\d)|"
                    + "(?<!\\d)(?:19\\d{2}|200\\d|2010)-\\d{2}-\\d{2}(?!\\d)|^\\d{1,2}[/.-]\\d{1,2}[/.-][4-9]\\d$");
    private static final Pattern WORDED_BIRTHDAY =
            Pattern.compile("\\b\\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre"
                    + "|novembre|decembre) (?:19\\d{2}|200\\d|2010)\\b|\\bnee? (?:le|en) ");
    private static final Pattern STREET = Pattern.compile(
            "(?:^| )\\d{1,4}(?: ?(?:bis|ter|quater|b|t))? (?:rue|r|avenue|av|boulevard|bd|bld|chemin|che|impasse|imp|allees?"
                    + "|place|pl|route|rte|quai|cours|square|cite|passage|sentier|ruelle|venelle|villa|clos|residence|res|lotissement|lot|hameau|faubourg|fg|esplanade|promenade|mail)"
                    + " |(?:^| )(?:lieu dit|lieudit|appt?|appartement|bp|cs) \\S|(?:^| )\\d{5} [a-z]{3,}");

    private final String one;
    private final String several;

    PrivateContent(String one, String several) {
        this.one = one;
        this.several = several;
    }

    String label(int count) {
        return French.count(count, one, several);
    }

    /**
     * @param datesWanted dates of the column are those of a post, not of a birth; null when the cell holds nothing
     *     private
     */
    static PrivateContent of(String cell, boolean datesWanted) {
        if (cell.length() < 6
                || cell.chars().noneMatch(Character::isDigit) && !cell.contains("ieu")
                || cell.indexOf('@') > 0 && Emails.isValid(Emails.clean(cell))) {
            return null;
        }
        if (NIR.matcher(NIR_SPACES.matcher(cell).replaceAll("")).find()
                || ROUNDED_NIR.matcher(cell.strip()).matches()) {
            return SOCIAL_SECURITY;
        }
        if (NUMBER.matcher(cell).find() || BARE_NUMBER.matcher(cell.strip()).matches()) {
            return PHONE;
        }
        if (!datesWanted && BIRTHDAY.matcher(cell.strip()).find()) {
            return BIRTH;
        }
        if (cell.chars().filter(Character::isLetter).count() < 2) {
            return null;
        }
        String folded = Names.fold(cell);
        if (!datesWanted && WORDED_BIRTHDAY.matcher(folded).find()) {
            return BIRTH;
        }
        return STREET.matcher(folded).find() ? HOME : null;
    }
}
