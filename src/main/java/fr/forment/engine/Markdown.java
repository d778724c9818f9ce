package fr.forment.engine;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.forment.french.Typography;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text for the explanations of a form in Tasklist, which are Markdown: what people typed stands there as they typed
 * it, never as a link, a heading or half a sentence. A step that feeds such an explanation returns this and nothing
 * else ({@code ModelRulesTest}); the engine keeps {@link #source()}, a task's name gets {@link #toString()}.
 */
public final class Markdown {

    /**
     * All that Markdown may give a meaning to (CommonMark: any of these may be escaped), and the two signs of a
     * template.
     */
    private static final Pattern SIGNS = Pattern.compile("[\\p{Punct}]");
    /** Characters: what the engine keeps of a text. */
    private static final int LONGEST = 4000;

    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}&&[^\\u00A0\\u202F]]+");

    private final String plain;
    private final String source;
    private final String whole;

    private Markdown(String plain, String source) {
        this.plain = plain;
        this.whole = source;
        this.source = source.length() <= LONGEST ? source : cut(source);
    }

    /** At a space: between a sign and its escape the rest would be markup. */
    private static String cut(String source) {
        int space = source.lastIndexOf(' ', LONGEST - 2);
        return space < 0 ? "…" : source.substring(0, space) + " …";
    }

    /** On one line, to stand inside a sentence. Null is empty. */
    public static Markdown text(Object typed) {
        String plain = typed == null
                ? ""
                : Typography.text(
                        SPACES.matcher(typed.toString()).replaceAll(" ").strip());
        return new Markdown(plain, SIGNS.matcher(plain).replaceAll("\\\\$0"));
    }

    /** Keeps the lines that were typed; blank ones go. */
    public static Markdown lines(String typed) {
        return joined(
                LINES.splitAsStream(typed == null ? "" : typed)
                        .map(Markdown::text)
                        .filter(line -> !line.plain.isEmpty())
                        .toList(),
                "");
    }

    /** A list with a dot before each; lines that were typed in one stay lines, set in below its dot. */
    public static Markdown list(Collection<?> items) {
        return joined(items.stream().map(Markdown::item).toList(), "- ");
    }

    private static Markdown item(Object typed) {
        List<Markdown> typedLines = LINES.splitAsStream(typed == null ? "" : typed.toString())
                .map(Markdown::text)
                .filter(line -> !line.plain.isEmpty())
                .toList();
        return new Markdown(
                typedLines.stream().map(line -> line.plain).collect(Collectors.joining("\n  ")),
                typedLines.stream().map(line -> line.whole).collect(Collectors.joining("\n  ")));
    }

    /** Paragraphs under a title in bold, each with its list; for what {@link #whole} hands over. */
    public static Markdown sections(Map<String, ? extends Collection<?>> listsByTitle) {
        StringBuilder plain = new StringBuilder();
        StringBuilder source = new StringBuilder();
        listsByTitle.forEach((title, items) -> {
            Markdown head = text(title);
            Markdown list = list(items);
            plain.append(head.plain).append('\n').append(list.plain).append("\n\n");
            source.append("**")
                    .append(head.source)
                    .append("**\n\n")
                    .append(list.whole)
                    .append("\n\n");
        });
        return new Markdown(plain.toString().strip(), source.toString().strip());
    }

    private static Markdown joined(Collection<Markdown> parts, String before) {
        return new Markdown(
                parts.stream().map(part -> before + part.plain).collect(Collectors.joining("\n")),
                parts.stream().map(part -> before + part.whole).collect(Collectors.joining("\n")));
    }

    /** What the form is given. */
    @JsonValue
    public String source() {
        return source;
    }

    /** Uncut: for what a {@link FormMemory} hands to the form that opens, and the engine never keeps. */
    public String whole() {
        return whole;
    }

    /** As it was typed, and set as print sets it. */
    @Override
    public String toString() {
        return plain;
    }
}
