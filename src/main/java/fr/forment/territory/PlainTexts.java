package fr.forment.territory;

import fr.forment.french.French;
import fr.forment.french.TypedLinks;
import fr.forment.journal.JournalEntry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What histories keep, as people read it: a place by its name instead of its code, a day as the French write it, no
 * link. Lines of histories are never rewritten, so those written long ago are read this way too.
 */
@Component
@RequiredArgsConstructor
public class PlainTexts {

    private static final Pattern UAI = Pattern.compile("\\b\\d{7}[A-Z]\\b");
    /**
     * As histories write the place of somebody who works for a département, or a role there: "CPD, 035, 100 %", "…
     * départementale : 035".
     */
    private static final Pattern DEPARTEMENT =
            Pattern.compile("(?<=, | : )(?:\\d{3}|02[AB])(?=, \\d{1,3} %|$|, \\p{Lu})");

    private static final Pattern ISO =
            Pattern.compile("\\b(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])\\b");

    private final PlaceNames places;
    private final Departements departements;

    /** What was, what is and why, read this way. */
    public List<JournalEntry> told(List<JournalEntry> entries) {
        UnaryOperator<String> plain = over(entries.stream()
                .flatMap(entry -> Stream.of(entry.before(), entry.after(), entry.why()))
                .toList());
        return entries.stream().map(entry -> entry.told(plain)).toList();
    }

    /** Reads texts like these, whose places are looked up at once; null stays null. */
    public UnaryOperator<String> over(Collection<String> texts) {
        List<String> codes = texts.stream()
                .filter(Objects::nonNull)
                .flatMap(text -> UAI.matcher(text).results().map(MatchResult::group))
                .distinct()
                .toList();
        UnaryOperator<String> place = places.of(codes);
        Map<String, String> ofDepartements = departements
                .findAll(texts.stream()
                        .filter(Objects::nonNull)
                        .flatMap(text -> DEPARTEMENT.matcher(text).results().map(MatchResult::group))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Departement::code, Departement::name));
        UnaryOperator<String> named = code -> ofDepartements.getOrDefault(code, place.apply(code));
        return text -> text == null
                ? null
                : replaced(
                        ISO,
                        replaced(DEPARTEMENT, replaced(UAI, TypedLinks.masked(text), named), named),
                        PlainTexts::day);
    }

    /** 30 February is nobody's day: it stays as it was written. */
    private static String day(String iso) {
        LocalDate month = LocalDate.parse(iso.substring(0, 8) + "01");
        int day = Integer.parseInt(iso.substring(8));
        return day > month.lengthOfMonth() ? iso : French.numeric(month.withDayOfMonth(day));
    }

    private static String replaced(Pattern what, String text, UnaryOperator<String> by) {
        return what.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group())));
    }
}
