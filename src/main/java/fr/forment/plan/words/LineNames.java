package fr.forment.plan.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people name lines of a plan at the beginning of what they say of them: « n° 12 : », « Ligne 5, 6 ou 7 : », «
 * lignes 9–11 trop petites », « ligne 5 et ligne 6 : », whatever blanks and dashes their keyboard writes. An hour, a
 * date or a number of people is no line: « n° 7 à 14 h ».
 */
final class LineNames {

    /** Numbers of lines, from one to another; of a single one twice the same. */
    record Span(String from, String to) {}

    /** @param after where what is said begins */
    record Named(List<Span> spans, int after) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ARTICLE = Pattern.compile("l(?:es|a)\\s", FLAGS);
    private static final Pattern LINE = Pattern.compile("lignes?+(?!\\p{L})", FLAGS);
    private static final Pattern SESSION = Pattern.compile("(?:sessions?+|s)(?!\\p{L})", FLAGS);
    private static final Pattern SIGN = Pattern.compile("n\\s?+[°ºo.]|num[ée]ros?+", FLAGS);
    private static final Pattern FIRST = Pattern.compile("(\\d{1,4}+)(?!\\d|h)");
    private static final Pattern NEXT =
            Pattern.compile("(\\d{1,4}+)(?!\\d|h|:\\d|\\s++(?:h|heures?|fois|personnes?|jours?|semaines?)\\b)", FLAGS);
    private static final Pattern AND = Pattern.compile("(?:et|ou)\\s", FLAGS);
    private static final Pattern TO = Pattern.compile("(?:à|au)\\s", FLAGS);
    private static final Pattern BARE = Pattern.compile("(\\d{1,3}+)(?![\\dh])");

    private final String text;
    private int at;
    private String read;

    private LineNames(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** The same text, sign by sign, with the blanks and the dash of a plain keyboard. */
    static String plain(String line) {
        return line.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2009', ' ')
                .replace('–', '-')
                .replace('—', '-')
                .replace('−', '-')
                .replace('\u2011', '-');
    }

    /** @param plain of {@link #plain} */
    static Optional<Named> at(String plain, int from) {
        return new LineNames(plain, from).named();
    }

    /** As {@link #at}, where the word or the sign stands: a sentence may go on with a bare number. */
    static Optional<Named> withItsWord(String plain, int from) {
        var names = new LineNames(plain, from);
        names.begin();
        return names.has(LINE) || names.has(SESSION) || names.has(SIGN) ? names.named() : Optional.empty();
    }

    private Optional<Named> named() {
        begin();
        if (take(BARE)) {
            List<Span> spans = list();
            return isColon() ? Optional.of(new Named(spans, at)) : Optional.empty();
        }
        boolean line = word(LINE);
        boolean session = !line && word(SESSION);
        boolean sign = word(SIGN);
        if (!line && !session && !sign || !take(FIRST)) {
            return Optional.empty();
        }
        List<Span> spans = list();
        return ends(':') || isOver() || ends('-') || (line || sign) && any(" \t,;.")
                ? Optional.of(new Named(spans, at))
                : Optional.empty();
    }

    /** « 12 : trop tôt », « 8, 9-10 : », but neither « 14:30 » nor « 9 – 12 h » nor « 2027 : ». */
    private boolean isColon() {
        blanks();
        if (!is(':') || at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
            return false;
        }
        at++;
        blanks();
        return true;
    }

    private void begin() {
        any(" \t•*-");
        if (take(ARTICLE)) {
            blanks();
        }
    }

    /** A dash between blanks joins two numbers only where a colon says that it is no part of the sentence. */
    private List<Span> list() {
        List<Span> spans = new ArrayList<>(List.of(new Span(read, read)));
        int beforeDash = -1;
        List<Span> untilDash = List.of();
        while (true) {
            int here = at;
            Join join = join();
            if (join == Join.NONE || !number()) {
                at = here;
                break;
            }
            if (join == Join.APART && beforeDash < 0) {
                beforeDash = here;
                untilDash = List.copyOf(spans);
            }
            spans.add(
                    join == Join.AND
                            ? new Span(read, read)
                            : new Span(spans.remove(spans.size() - 1).from(), read));
        }
        int end = at;
        if (beforeDash >= 0 && !ends(':') && !isOver()) {
            at = beforeDash;
            return untilDash;
        }
        at = end;
        return spans;
    }

    private enum Join {
        NONE,
        AND,
        TO,
        /** A dash with a blank beside it. */
        APART
    }

    private Join join() {
        boolean apart = blanks();
        if (is('-')) {
            at++;
            return blanks() || apart ? Join.APART : Join.TO;
        }
        if (apart && word(TO)) {
            return Join.TO;
        }
        boolean sign = at < text.length() && ",;/&".indexOf(text.charAt(at)) >= 0;
        if (sign) {
            at++;
            blanks();
        }
        return (sign || apart) && word(AND) || sign ? Join.AND : Join.NONE;
    }

    private boolean number() {
        if (!word(LINE)) {
            word(SESSION);
        }
        word(SIGN);
        return take(NEXT);
    }

    /** And the blanks behind it. */
    private boolean word(Pattern what) {
        boolean found = take(what);
        if (found) {
            blanks();
        }
        return found;
    }

    /** With the blanks around it; else nothing is read. */
    private boolean ends(char sign) {
        int here = at;
        blanks();
        if (!is(sign)) {
            at = here;
            return false;
        }
        at++;
        blanks();
        return true;
    }

    private boolean isOver() {
        return text.substring(at).isBlank();
    }

    private boolean is(char sign) {
        return at < text.length() && text.charAt(at) == sign;
    }

    private boolean blanks() {
        return any(" \t");
    }

    private boolean any(String signs) {
        int here = at;
        while (at < text.length() && signs.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > here;
    }

    private boolean has(Pattern what) {
        return what.matcher(text).region(at, text.length()).lookingAt();
    }

    private boolean take(Pattern what) {
        Matcher found = what.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return false;
        }
        at = found.end();
        read = found.groupCount() == 0 ? null : found.group(1);
        return true;
    }
}
