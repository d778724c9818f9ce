package fr.forment.french;

/**
 * Curly apostrophes, and spaces at which no line breaks: before « : ; ? ! % » and within guillemets, numbers, hours and
 * « n° 3 ». Sources are written with the keys that a keyboard has; texts are set once, on their way out. Addresses of
 * mail and of the web stay as they are. Set twice is set once.
 */
public final class Typography {

    private static final char APOSTROPHE = '’';
    private static final char NO_BREAK = '\u00a0';
    private static final char NARROW = '\u202f';
    private static final String[] UNITS = {"h", "min", "Mo", "Ko", "Go", "km", "€", "%"};
    private static final String[] ENTITIES = {"&#39;", "&apos;"};

    private final CharSequence in;
    private final boolean markup;
    private final char before;
    private StringBuilder out;

    private Typography(CharSequence in, boolean markup, char before) {
        this.in = in;
        this.markup = markup;
        this.before = before;
    }

    /** A text by itself. */
    public static String text(CharSequence text) {
        return text == null ? null : new Typography(text, false, '\n').set();
    }

    /** A text between two tags, with the entities of HTML; {@code before} is the sign that was shown last. */
    static String between(CharSequence text, char before) {
        return new Typography(text, true, before).set();
    }

    /** A text whose parts between these two are code: {@code ${…}} in a name, {@code {{…}}} in a form. */
    public static String around(String open, String close, String text) {
        var set = new StringBuilder(text.length() + 16);
        int from = 0;
        for (int code = text.indexOf(open); code >= 0; code = text.indexOf(open, from)) {
            int end = text.indexOf(close, code);
            int after = end < 0 ? text.length() : end + close.length();
            set.append(text(text.substring(from, code))).append(text, code, after);
            from = after;
        }
        return set.append(text(text.substring(from))).toString();
    }

    /** HTML that holds nothing but marked text: its tags stay as they are. */
    public static String html(String html) {
        var set = new StringBuilder(html.length() + 64);
        char last = '\n';
        for (int at = 0; at < html.length(); ) {
            boolean tag = html.charAt(at) == '<';
            int end = html.indexOf(tag ? '>' : '<', at);
            int to = end < 0 ? html.length() : tag ? end + 1 : end;
            if (tag) {
                set.append(html, at, to);
            } else {
                set.append(between(html.subSequence(at, to), last));
                last = html.charAt(to - 1);
            }
            at = to;
        }
        return set.toString();
    }

    private String set() {
        for (int at = 0; at < in.length(); at++) {
            char sign = in.charAt(at);
            int length = sign == '\'' ? 1 : sign == '&' && markup ? entity(at) : 0;
            if (length > 0 && Character.isLetterOrDigit(at(at - 1)) && isElided(at + length) && !isInAddress(at)) {
                changed(at).append(APOSTROPHE);
                at += length - 1;
            } else if (sign == ' ' && glue(at) != ' ') {
                changed(at).append(glue(at));
            } else if (out != null) {
                out.append(sign);
            }
        }
        return out == null ? in.toString() : out.toString();
    }

    /** A word follows, here or behind the next tag. */
    private boolean isElided(int after) {
        return after >= in.length() ? markup : Character.isLetterOrDigit(in.charAt(after)) || in.charAt(after) == '«';
    }

    private StringBuilder changed(int at) {
        if (out == null) {
            out = new StringBuilder(in.length() + 16).append(in, 0, at);
        }
        return out;
    }

    private char glue(int at) {
        char left = at(at - 1);
        char right = at(at + 1);
        switch (right) {
            case ':', '»', '%':
                return NO_BREAK;
            case ';', '?', '!':
                return at(at + 2) == '=' ? ' ' : NARROW;
            default:
                break;
        }
        if (left == '«' || left == '°' && "nN".indexOf(at(at - 2)) >= 0) {
            return NO_BREAK;
        }
        if (Character.isDigit(left)) {
            return isThousands(at) ? NARROW : isUnit(at + 1) ? NO_BREAK : ' ';
        }
        boolean minutes = left == 'h' && Character.isSpaceChar(at(at - 2)) && Character.isDigit(at(at - 3));
        return minutes && Character.isDigit(right) ? NO_BREAK : ' ';
    }

    private boolean isThousands(int space) {
        int from = space - 1;
        while (Character.isDigit(at(from))) {
            from--;
        }
        boolean three = Character.isDigit(at(space + 1))
                && Character.isDigit(at(space + 2))
                && Character.isDigit(at(space + 3));
        return three && !Character.isDigit(at(space + 4)) && space - 1 - from <= 3 && "/:.-".indexOf(at(from)) < 0;
    }

    private boolean isUnit(int from) {
        for (String unit : UNITS) {
            if (matches(unit, from) && !Character.isLetterOrDigit(at(from + unit.length()))) {
                return true;
            }
        }
        return false;
    }

    private int entity(int at) {
        for (String entity : ENTITIES) {
            if (matches(entity, at)) {
                return entity.length();
            }
        }
        return 0;
    }

    private boolean matches(String what, int from) {
        for (int i = 0; i < what.length(); i++) {
            if (at(from + i) != what.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word around is the address of somebody or of a page. */
    private boolean isInAddress(int at) {
        int from = at;
        while (from > 0 && !Character.isWhitespace(in.charAt(from - 1))) {
            from--;
        }
        for (int i = from; i < in.length() && !Character.isWhitespace(in.charAt(i)); i++) {
            if (in.charAt(i) == '@' || in.charAt(i) == ':' && at(i + 1) == '/' && at(i + 2) == '/') {
                return true;
            }
        }
        return from + 3 < in.length() && matches("www.", from);
    }

    private char at(int index) {
        return index < 0 ? index == -1 ? before : '\n' : index < in.length() ? in.charAt(index) : '\n';
    }
}
