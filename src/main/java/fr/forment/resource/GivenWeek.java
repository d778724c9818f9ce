package fr.forment.resource;

import fr.forment.french.Refusal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The parts of a week, Monday to Friday, that somebody gives to training others. */
public record GivenWeek(Map<DayOfWeek, Set<DayPart>> parts) {

    public static final List<DayOfWeek> DAYS = List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    public GivenWeek {
        Map<DayOfWeek, Set<DayPart>> all = new EnumMap<>(DayOfWeek.class);
        parts.forEach((day, given) -> {
            if (!given.isEmpty()) {
                all.put(day, EnumSet.copyOf(given));
            }
        });
        parts = all;
    }

    /** @param codes "1M", "3S": the number of the day and the first letter of its part */
    public static GivenWeek of(Collection<String> codes) {
        Map<DayOfWeek, Set<DayPart>> all = new EnumMap<>(DayOfWeek.class);
        codes.stream().filter(code -> !code.isBlank()).forEach(code -> {
            if (!code.matches("[1-5][MAS]")) {
                throw new Refusal("Ce moment de la semaine n'existe pas : rechargez la page, puis recommencez.");
            }
            DayPart part = Arrays.stream(DayPart.values())
                    .filter(each -> each.code() == code.charAt(1))
                    .findFirst()
                    .orElseThrow();
            all.computeIfAbsent(DayOfWeek.of(code.charAt(0) - '0'), day -> EnumSet.noneOf(DayPart.class))
                    .add(part);
        });
        return new GivenWeek(all);
    }

    static GivenWeek read(String kept) {
        return of(List.of(kept.split(",")));
    }

    public boolean gives(DayOfWeek day, DayPart part) {
        return parts.getOrDefault(day, Set.of()).contains(part);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** For pages and the database. */
    public Set<String> codes() {
        return parts.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(part -> entry.getKey().getValue() + "" + part.code()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** "mercredi (journée), jeudi (fin de journée)". */
    public String words() {
        return parts.isEmpty()
                ? "aucun jour"
                : parts.keySet().stream()
                        .map(day -> name(day) + " (" + words(day) + ")")
                        .collect(Collectors.joining(", "));
    }

    /** "journée", "matin, après-midi"; empty when nothing of the day is given. */
    public String words(DayOfWeek day) {
        Set<DayPart> given = parts.getOrDefault(day, Set.of());
        return given.size() == DayPart.values().length
                ? "journée"
                : given.stream().map(DayPart::label).collect(Collectors.joining(", "));
    }

    public static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }
}
