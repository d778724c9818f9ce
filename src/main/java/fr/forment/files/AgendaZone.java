package fr.forment.files;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A clock as a calendar file describes it (VTIMEZONE), from the rules the machine knows. */
final class AgendaZone {

    /** Any year before the first appointment: rules go on from there. */
    private static final int SINCE = 2001;

    private AgendaZone() {}

    /** @param local how a moment is written */
    static List<String> of(ZoneId zone, DateTimeFormatter local) {
        List<String> lines = new ArrayList<>(List.of("BEGIN:VTIMEZONE", "TZID:" + zone.getId()));
        List<ZoneOffsetTransitionRule> changes = zone.getRules().getTransitionRules();
        if (changes.isEmpty()) {
            String always = offset(zone.getRules().getOffset(Instant.EPOCH.plusSeconds(1_700_000_000L)));
            lines.addAll(part("STANDARD", "20010101T000000", always, always, List.of()));
        }
        for (ZoneOffsetTransitionRule change : changes) {
            lines.addAll(part(
                    change.getOffsetAfter().equals(change.getStandardOffset()) ? "STANDARD" : "DAYLIGHT",
                    local.format(change.createTransition(SINCE).getDateTimeBefore()),
                    offset(change.getOffsetBefore()),
                    offset(change.getOffsetAfter()),
                    List.of("RRULE:FREQ=YEARLY;BYMONTH=" + change.getMonth().getValue() + ";BYDAY=" + day(change))));
        }
        lines.add("END:VTIMEZONE");
        return lines;
    }

    private static List<String> part(String name, String since, String before, String after, List<String> rule) {
        return List.of(
                        List.of("BEGIN:" + name, "DTSTART:" + since, "TZOFFSETFROM:" + before, "TZOFFSETTO:" + after),
                        rule,
                        List.of("END:" + name))
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    /** "-1SU", the last Sunday, also said as the first after the 24th of March; "2SU", the second. */
    private static String day(ZoneOffsetTransitionRule change) {
        int from = change.getDayOfMonthIndicator();
        boolean last = from < 0 || from + 6 == change.getMonth().maxLength();
        return (last ? "-1" : String.valueOf((from - 1) / 7 + 1))
                + change.getDayOfWeek()
                        .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                        .substring(0, 2)
                        .toUpperCase(Locale.ROOT);
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
    }
}
