package fr.forment.files;

import fr.forment.french.Names;
import java.util.List;
import java.util.regex.Pattern;

/** The lines by which people count what stands above: "Total : 12". They describe nobody and no school. */
public final class TotalLine {

    private static final Pattern WORDS = Pattern.compile(
            "(sous )?tota(l|ux)( .*)?|(nombre|nb)( total)? d .*|(nombre|nb)( total)? de .*|effectifs?( tota(l|ux))?( \\d+)?"
                    + "|\\d+ (personnes?|agents?|enseignants?|lignes?|ecoles?)");
    /** A number, what computes one, or a share. */
    private static final Pattern NUMBER = Pattern.compile("[=+-].*|\\d[\\d\\s\u00A0\u202F.,%]*");

    private TotalLine() {}

    /** "Total", "Sous-total : 3", "Nombre d'agents", "12 personnes". */
    public static boolean isWord(String cell) {
        return cell.length() < 80 && WORDS.matcher(Names.fold(cell)).matches();
    }

    public static boolean isNumber(String cell) {
        return NUMBER.matcher(cell.strip()).matches();
    }

    /** A word of a total, and beside it nothing but numbers. */
    public static boolean is(List<String> cells) {
        return cells.stream().anyMatch(TotalLine::isWord)
                && cells.stream().allMatch(cell -> cell.isBlank() || isWord(cell) || isNumber(cell));
    }
}
