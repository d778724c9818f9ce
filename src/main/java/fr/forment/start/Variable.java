package fr.forment.start;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The variable of the environment by which an operator gives a property: what application.yaml reads it from, or the
 * property's own name in capitals.
 */
record Variable(String property, String name) {

    private static final Pattern READ_FROM = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:.*)?}", Pattern.DOTALL);
    private static final int LONGEST_SHOWN = 80;

    static Variable of(ConfigurableEnvironment environment, String property) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> && source.getProperty(property) != null) {
                Matcher reference = READ_FROM.matcher(String.valueOf(source.getProperty(property)));
                if (reference.matches()) {
                    return new Variable(property, reference.group(1));
                }
            }
        }
        return new Variable(property, property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
    }

    /** "FORMENT_SMTP_PORT vaut « abc » ; objection": a value that may be secret is not repeated. */
    StartRefused refuses(Object value, String objection) {
        return new StartRefused(
                name + (isSecret() ? " ne convient pas" : " vaut « " + shown(value) + " »") + " : " + objection + ".");
    }

    private boolean isSecret() {
        return name.contains("PASSWORD") || name.contains("URL") && name.contains("DB");
    }

    private static String shown(Object value) {
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
