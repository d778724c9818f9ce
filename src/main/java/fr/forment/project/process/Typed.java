package fr.forment.project.process;

import fr.forment.french.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }
}
