package fr.forment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads what people read, with the eyes of a secretary: each page that a test asks for and each mail that it makes.
 * Knows the faults that come back wherever a sentence is put together; what nobody wrote for people (codes, fields,
 * what others typed at length) it leaves alone.
 */
public final class FrenchReader {

    private static final String MONTHS =
            "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
    private static final String SAME_FOR_MANY =
            "ans|fois|mois|cours|accès|parcours|avis|repas|pas|plus|sous|dans|sans|puis|des|les|très|jours? ouvrés";

    /** Of what the catalogue names: nothing for people anywhere else. */
    static final String MODULE_CODE = "code of a module";

    private static final Map<String, Pattern> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put(
                "one and many",
                Pattern.compile(
                        "(?<![\\d\\p{L}.,/:–+-])(?<!(?:niveau|vague|Vague|page|rang|souhait|essai|zone|phase|étape|n°|Zone) )(?:0|1) (?!(?:"
                                + SAME_FOR_MANY + ")\\b)\\p{Ll}{2,}s\\b(?! (?:sur|et) \\d)"));
        FAULTS.put("first of a month", Pattern.compile("(?<!\\d)1 (?:" + MONTHS + ")\\b"));
        FAULTS.put(
                "missing elision",
                Pattern.compile(
                        "\\b(?:[Dd]e|[Qq]ue|[Nn]e|[Jj]usque|[Ll]orsque) (?!onz|un\\b|une\\b|oui|ouistiti|yaourt)[aeiouâêîôûéèàAEIOUÂÊÎÔÛÉÈÀ]\\p{L}"));
        FAULTS.put("doubled word", Pattern.compile("\\b(?!nous nous|vous vous)(\\p{Ll}{2,}) \\1\\b"));
        FAULTS.put("doubled level", Pattern.compile("(niveau \\d),? \\1"));
        FAULTS.put("code", Pattern.compile("\\b[A-Z]{2,}_[A-Z_]{2,}\\b|(?<![\\p{L}.-])[A-Z]{8,}(?![\\p{L}-])"));
        FAULTS.put(
                MODULE_CODE,
                Pattern.compile("(?<![\\w-])(?:PEDA-\\d|SENS-CHGT|PRES-[A-Z]{5,}|ADM-[A-Z]{3,}|RES-ECOLE"
                        + "|FORM-[A-Z]{5,}|CHARTE(?:-FAMILLES)?|COMM|DISC|MAJ)(?![\\w-])"));
        FAULTS.put(
                "initials in small letters",
                Pattern.compile("(?<![\\p{L}.-])(?:ien|cpc|cpd|erun|dsi|paf)(?!\\.?[\\p{L}\\d]|-)"));
        FAULTS.put("sum of nothing", Pattern.compile("(?<![\\d,/])0,00 €|(?<![\\d,/])0 / 0(?![\\d/])"));
        FAULTS.put("date of a machine", Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d\\b"));
        FAULTS.put("hour of a machine", Pattern.compile("(?<![\\d:T])(?:[01]?\\d|2[0-3]):[0-5]\\d(?![\\d:])"));
        FAULTS.put("sentence without a capital", Pattern.compile("(?<!\\betc)\\b\\p{Ll}{3,}\\. \\p{Ll}{2,}"));
        FAULTS.put(
                "English",
                Pattern.compile(
                        "\\b(?:the|and|your|please|submit|cancel|null|undefined|NaN|true|false|loading|failed|unknown|user)\\b"));
        FAULTS.put("plural in brackets", Pattern.compile("\\p{L}\\((?:s|x|nt|es)\\)"));
    }

    private static final Pattern UNSET = Pattern.compile("\\p{L}'\\p{L}|\\p{L} [:;?!»%](?![=\\p{L}\\p{N}])|« ");
    private static final Pattern ADDRESS = Pattern.compile("\\S*(?:://|@|www\\.)\\S*");
    private static final String BEGINNINGS = "h1, h2, h3, th, label, legend, caption, button, dt";

    private FrenchReader() {}

    /** A page as people get it. */
    public static List<String> ofPage(String html) {
        Document page = Jsoup.parse(html);
        page.select("script, style, pre, textarea, code, kbd, samp, option, .paper pre")
                .remove();
        List<String> found = new ArrayList<>();
        String printed = ADDRESS.matcher(page.wholeText()).replaceAll("");
        found("straight apostrophe or plain space", UNSET, printed, found);
        page.select("p, li, td, th, h1, h2, h3, dt, dd, label, legend, caption, button, summary, a, title, figcaption")
                .forEach(element -> ofText(element.text(), found));
        page.select("[aria-label]").eachAttr("aria-label").forEach(label -> ofText(label, found));
        page.select(BEGINNINGS).stream()
                .map(Element::ownText)
                .filter(text ->
                        !text.isBlank() && Character.isLowerCase(text.strip().charAt(0)))
                .filter(text -> !text.strip().startsWith("n°"))
                .forEach(text -> found.add("begins without a capital: " + text));
        return found.stream().distinct().toList();
    }

    /** A paper, as it is read aloud. */
    public static List<String> ofPaper(String text) {
        List<String> found = new ArrayList<>();
        text.lines().forEach(line -> ofText(line, found));
        found.removeIf(fault -> fault.startsWith("doubled word")); // neighbours in a table
        return found;
    }

    /** A mail as it is kept. */
    public static List<String> ofMail(String subject, String text) {
        List<String> found = new ArrayList<>();
        ofText(subject, found);
        if (!subject.isEmpty() && Character.isLowerCase(subject.charAt(0))) {
            found.add("begins without a capital: " + subject);
        }
        text.lines().forEach(line -> ofText(line, found));
        return found;
    }

    private static void ofText(String text, List<String> found) {
        String plain = PlainPages.plain(ADDRESS.matcher(text).replaceAll("")).replaceAll("\\s+", " ");
        FAULTS.forEach((name, fault) -> found(name, fault, plain, found));
    }

    private static void found(String name, Pattern fault, String text, List<String> found) {
        Matcher matcher = fault.matcher(text);
        if (matcher.find()) {
            found.add(name + ": …"
                    + text.substring(Math.max(0, matcher.start() - 30), Math.min(text.length(), matcher.end() + 20))
                            .strip()
                    + "…");
        }
    }
}
