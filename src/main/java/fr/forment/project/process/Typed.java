package fr.forment.project.process;

import fr.forment.catalogue.Reminders;
import fr.forment.french.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** What forms send, made into values: nothing is null, what is no value is refused in French. */
final class Typed {

    private Typed() {}

    static long id(String businessKey) {
        return Long.parseLong(businessKey);
    }

    static LocalDate date(String text) {
        if (isEmpty(text)) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal("Une date a la forme jour/mois/année.");
        }
    }

    static Integer number(String text) {
        if (isEmpty(text)) {
            return null;
        }
        try {
            return new BigDecimal(text.strip()).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Refusal("Un nombre entier est attendu.");
        }
    }

    static Long reference(String text) {
        Integer number = number(text);
        return number == null ? null : Long.valueOf(number);
    }

    static boolean flag(String text) {
        return "true".equals(text);
    }

    /** The value of that name; null when the form sent none, or one that does not exist. */
    static <E extends Enum<E>> E code(Class<E> type, String text) {
        return isEmpty(text)
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(value -> value.name().equals(text))
                        .findFirst()
                        .orElse(null);
    }

    static String morning(LocalDate day, ZoneId clock) {
        return at(day, Reminders.MORNING, clock);
    }

    static String evening(LocalDate day, ZoneId clock) {
        return at(day, Reminders.EVENING, clock);
    }

    /** With its offset: the engine would read a local time in the zone of the machine. */
    private static String at(LocalDate day, LocalTime time, ZoneId clock) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atTime(time).atZone(clock));
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }
}
