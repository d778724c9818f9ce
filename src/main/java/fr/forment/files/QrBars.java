package fr.forment.files;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as a code that telephones read, as dark bars of a paper in tenths of millimetres: the maker of papers knows
 * blocks, and no pictures.
 *
 * @param side of the whole, its white margin included
 * @param bars one for each run of dark squares of a line
 */
public record QrBars(int side, List<Bar> bars) {

    /** White around it that readers need. */
    private static final int MARGIN = 4;

    private static final int TENTHS = 10;

    /** From its upper left corner. */
    public record Bar(int left, int top, int width, int height) {}

    /** @param millimetres the most it may measure */
    public static QrBars of(String text, int millimetres) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int square = millimetres * TENTHS / (code.size + 2 * MARGIN);
        List<Bar> bars = new ArrayList<>();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int end = x;
                while (code.getModule(end, y)) { // beyond the edge nothing is dark
                    end++;
                }
                if (end > x) {
                    bars.add(new Bar((x + MARGIN) * square, (y + MARGIN) * square, (end - x) * square, square));
                }
                x = end + 1;
            }
        }
        return new QrBars((code.size + 2 * MARGIN) * square, List.copyOf(bars));
    }
}
