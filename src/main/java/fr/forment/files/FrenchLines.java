package fr.forment.files;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line of a paper may end: not behind an elision (« l’ », « d’ »), nor within a code (« E-RUN »). */
final class FrenchLines implements FSTextBreaker {

    private final BreakIterator ends = BreakIterator.getLineInstance(Locale.FRANCE);
    private String text = "";

    @Override
    public void setText(String next) {
        text = next;
        ends.setText(next);
    }

    @Override
    public int next() {
        int end = ends.next();
        while (end > 0 && end < text.length() && isOneWord(end)) {
            end = ends.next();
        }
        return end;
    }

    private boolean isOneWord(int end) {
        char last = text.charAt(end - 1);
        return last == '’'
                || last == '-'
                        && end > 1
                        && Character.isUpperCase(text.charAt(end - 2))
                        && Character.isUpperCase(text.charAt(end));
    }
}
