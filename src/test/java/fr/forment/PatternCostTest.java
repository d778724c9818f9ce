package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No pattern of the house reads a long text again and again: 60 000 blanks between two letters took a form more than
 * ten seconds. What a pattern reads is counted, not timed.
 */
class PatternCostTest {

    private static final int LENGTH = 4_000;
    /** A pattern that reads each place this often is still linear. */
    private static final int READINGS = 100;

    private static final List<String> PIECES = List.of(
            " ",
            "\u00a0",
            "\n",
            " \n",
            "a",
            "A",
            "1",
            "1 ",
            "a ",
            "(",
            "(a",
            " (",
            "a(",
            "-",
            "a-",
            "a.",
            "1.",
            "1,",
            "1.1 ",
            "@",
            "a@",
            "a@a.",
            "#{",
            "${",
            "${a",
            "<",
            "/",
            "/1",
            "\"",
            "_x",
            ",",
            ", ",
            "é",
            "A1",
            "\uE000",
            "\uE001",
            "\uE000\uE001",
            "\uE001 ",
            " \uE000",
            "https://",
            "https://a",
            "a :\n",
            "Caused by: ",
            " at a",
            "a:1:",
            "*",
            "• ",
            "= ",
            "1a",
            "0");

    /** Only asked whether they are the whole text: nobody looks for them within one. */
    private static final Set<String> WHOLE = Set.of(
            "AccountFollower.FILES",
            "AskedTasks.KEY",
            "Attachments.MEDIA_TYPE",
            "Emails.PLAIN",
            "MailWriter.LINK",
            "MarkedValues.ALONE",
            "MeetingPlace.BEHIND",
            "Names.OF_PERSON",
            "Repairs.WORDED",
            "Settings.MAIL_ADDRESS",
            "TotalLine.WORDS");
    /** Read what is short already: an annotation of ours, a setting, a host of 260 characters at most. */
    private static final Set<String> SHORT = Set.of("Accidents.PROPERTY", "Settings.HOST", "TypedLinks.HOST");

    private static final Pattern GIVEN_BACK = Pattern.compile("(?<!\\\\)\\)(?:[*+]|\\{\\d+,\\d*\\})(?!\\+)");

    private static final Map<String, Pattern> PATTERNS = new TreeMap<>();

    @BeforeAll
    static void readsThePatternsOfTheHouse() throws IOException, ReflectiveOperationException {
        Path root = Path.of("target", "classes");
        List<String> names;
        try (Stream<Path> files = Files.walk(root)) {
            names = files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && file.startsWith("fr"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
        for (String name : names) {
            Class<?> type = Class.forName(name, false, PatternCostTest.class.getClassLoader());
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    PATTERNS.put(type.getSimpleName() + "." + field.getName(), (Pattern) field.get(null));
                }
            }
        }
    }

    @Test
    void readsALongTextOnlyAFewTimes() {
        assertThat(PATTERNS).hasSizeGreaterThan(100);
        assertThat(PATTERNS).containsKeys(WHOLE.toArray(String[]::new)).containsKeys(SHORT.toArray(String[]::new));
        assertThat(PATTERNS.entrySet().stream()
                        .filter(each -> !SHORT.contains(each.getKey()))
                        .flatMap(each -> PIECES.stream()
                                .filter(piece -> !isLinear(each.getValue(), piece, WHOLE.contains(each.getKey())))
                                .limit(1)
                                .map(piece -> each.getKey() + " on «" + piece + "»: " + each.getValue())))
                .isEmpty();
    }

    /** A group that may be given back costs a frame of the stack each time: 600 numbers in a remark were too many. */
    @Test
    void repeatsNoGroupThatIsGivenBack() {
        assertThat(PATTERNS.entrySet().stream()
                        .filter(each ->
                                GIVEN_BACK.matcher(each.getValue().pattern()).find())
                        .map(each -> each.getKey() + ": " + each.getValue()))
                .isEmpty();
    }

    @Test
    void findsAPatternThatReadsBlanksAgainAndAgain() {
        assertThat(isLinear(Pattern.compile("[\\s\\p{Z}]++$"), " ", false)).isFalse();
        assertThat(isLinear(Pattern.compile("(a+)+b"), "aaa", true)).isFalse();
    }

    private static boolean isLinear(Pattern pattern, String piece, boolean whole) {
        String text = "a" + piece.repeat(LENGTH / piece.length()) + "\u0007b";
        try {
            if (!whole) {
                pattern.matcher(new Counted(text)).replaceAll("");
            }
            pattern.matcher(new Counted(text)).matches();
            return true;
        } catch (TooOften | StackOverflowError again) {
            return false;
        }
    }

    private static final class TooOften extends RuntimeException {}

    /** A text that knows how often it is read. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long left;

        Counted(String text) {
            this.text = text;
            this.left = (long) text.length() * READINGS;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooOften();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
