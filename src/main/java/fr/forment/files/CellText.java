package fr.forment.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/** Values of a workbook as the text a person sees: dates as 2026-09-01, numbers without noise. */
final class CellText {

    /** What Excel lets a cell hold; of a longer one no more is read than shows that it is. */
    static final int LONGEST = 32_767;
    /** What Excel keeps of a number; further digits are noise of its binary form. */
    private static final MathContext EXCEL = new MathContext(15);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");
    private static final Pattern CODE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DAYS_TO_1904 = 1462;
    private static final int LAST_DAY = 2_958_465;

    private CellText() {}

    static String yesNo(boolean value) {
        return value ? "oui" : "non";
    }

    /** What is no number stays as it is written. */
    static String number(String written, boolean date, boolean since1904) {
        return NUMBER.matcher(written).matches() ? number(new BigDecimal(written), date, since1904) : written;
    }

    /** @param since1904 true when days are counted from 1904, as old Macs did */
    static String number(BigDecimal value, boolean date, boolean since1904) {
        BigDecimal number = value.round(EXCEL);
        int day = date && number.signum() > 0 && number.precision() - number.scale() <= 7 ? number.intValue() : 0;
        if (day > 0 && day <= LAST_DAY) {
            return DAY_ZERO.plusDays(since1904 ? day + DAYS_TO_1904 : day).toString();
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * Whether a number format shows a day: one of those a workbook need not spell out, or letters of a date outside
     * quotes, brackets and escapes, "dd/mm/yyyy", "[$-40C]d mmmm yyyy". Lengths of time are numbers.
     *
     * @param code null when the workbook does not spell it out
     */
    static boolean showsDay(int format, String code) {
        if (code == null) {
            return DateUtil.isInternalDateFormat(format);
        }
        String plain = code.toLowerCase().replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "");
        return !plain.contains("general")
                && !plain.contains("standard")
                && plain.matches(".*[dyaj].*")
                && !plain.matches(".*[0#].*");
    }

    /**
     * Some characters of an .xlsx are written by their number: "_x000D_" is a line break, "_x005F_" the underscore of
     * such a text.
     */
    static String decode(String written) {
        if (!written.contains("_x")) {
            return written;
        }
        Matcher code = CODE.matcher(written);
        StringBuilder text = new StringBuilder();
        while (code.find()) {
            code.appendReplacement(
                    text, Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
        }
        return whole(code.appendTail(text).toString());
    }

    /** Half a character is a sign nobody knows, and is refused as such. */
    static String whole(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder whole = new StringBuilder();
        text.codePoints()
                .forEach(c -> whole.appendCodePoint(c <= 0xFFFF && Character.isSurrogate((char) c) ? 0xFFFD : c));
        return whole.toString();
    }
}
