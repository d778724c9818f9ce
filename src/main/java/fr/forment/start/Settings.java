package fr.forment.start;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.ConfigurableEnvironment;

/** What each setting must look like. What is not given is left to its default. */
class Settings {

    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");
    private static final int DAY_MINUTES = 60 * 24 * 366;

    private final Map<String, Function<String, Optional<String>>> rules = new LinkedHashMap<>();

    Settings() {
        number("server.port", 0, 65_535);
        rule("server.address", Settings::ofThisMachine);
        number("management.server.port", 0, 65_535);
        rule(ManagementDoor.ADDRESS, Settings::ofThisMachine);
        rule(
                LogFormat.VARIABLE,
                value ->
                        no(LogFormat.KNOWN.contains(value), "c'est « ecs », « gelf » ou « logstash » qui est attendu"));
        rule("forment.base-url", Settings::webAddress);
        trueOrFalse("server.servlet.session.cookie.secure");
        rule(
                "spring.mail.host",
                value -> no(
                        HOST.matcher(value).matches(),
                        "c'est le nom d'une machine qui est attendu, sans « smtp:// » ni port (le port a sa variable)"));
        number("spring.mail.port", 1, 65_535);
        trueOrFalse("spring.mail.properties[mail.smtp.starttls.enable]");
        rule("forment.mail.from", Settings::mailAddress);
        rule("forment.mail.reply-to", Settings::mailAddress);
        for (String turn : new String[] {
            "forment.mail.poll",
            "forment.mail.chase",
            "forment.mail.wipe",
            "forment.mail.wipe-first",
            "forment.access.sweep",
            "forment.tasks.left"
        }) {
            duration(turn);
        }
        number("forment.mail.connections", 1, 50);
        duration("forment.hours.turn");
        duration("forment.hours.first-turn");
        duration("forment.evaluation.settle");
        duration("forment.evaluation.first-settle");
        duration("forment.db.wait");
        duration("forment.db.look");
        duration("forment.db.start-wait");
        rule(
                "forment.backup.folder",
                value -> no(
                        Files.isWritable(Path.of(value)) && Files.isDirectory(Path.of(value)),
                        "ce n'est pas un dossier où FormENT peut écrire"));
        number("forment.access.link-days", 1, 90);
        number("forment.hours.annual-minutes", 1, DAY_MINUTES);
        number("forment.hours.other-minutes", 0, DAY_MINUTES);
        number("forment.hours.trainee-minutes", 0, DAY_MINUTES);
        number("forment.staff-import.held-share", 0, 100);
        number("forment.staff-import.held-from", 0, 1_000_000);
        number("forment.arrival.due-school-days", 5, 180);
        number("forment.needs.chunk", 1, 10_000);
        number("forment.needs.grid-chunk", 1, 10_000);
        number("forment.needs.grid-at-once", 0, 100_000);
    }

    void check(ConfigurableEnvironment environment) {
        for (String compulsory : new String[] {"forment.base-url", "forment.mail.from"}) {
            if (environment.getProperty(compulsory, "").isBlank()) {
                throw new StartRefused(Variable.of(environment, compulsory).name()
                        + " est vide : donnez-lui une valeur, ou retirez-la pour garder celle d'origine.");
            }
        }
        rules.forEach((property, rule) -> {
            String value = environment.getProperty(property, "").strip();
            if (!value.isEmpty()) {
                rule.apply(value).ifPresent(objection -> {
                    throw Variable.of(environment, property).refuses(value, objection);
                });
            }
        });
    }

    private void rule(String property, Function<String, Optional<String>> objection) {
        rules.put(property, objection);
    }

    private void number(String property, int least, int most) {
        rule(
                property,
                value -> no(
                        value.matches("\\d{1,9}")
                                && Integer.parseInt(value) >= least
                                && Integer.parseInt(value) <= most,
                        "c'est un nombre entier de " + least + " à " + most + " qui est attendu"));
    }

    private void trueOrFalse(String property) {
        rule(
                property,
                value -> no(
                        value.equals("true") || value.equals("false"), "c'est « true » ou « false » qui est attendu"));
    }

    private void duration(String property) {
        rule(
                property,
                value -> no(
                        isDuration(value, property.endsWith("wait")),
                        "c'est une durée qui est attendue, comme « 30s », « 5m » ou « PT5S »"));
    }

    private static boolean isDuration(String value, boolean mayBeNone) {
        try {
            Duration duration = DurationStyle.detectAndParse(value);
            return duration.isZero() ? mayBeNone : !duration.isNegative();
        } catch (IllegalArgumentException | ArithmeticException notOne) {
            return false;
        }
    }

    private static Optional<String> mailAddress(String value) {
        return no(
                MAIL_ADDRESS.matcher(value).matches() && !value.contains(".."),
                "c'est une adresse de courriel seule qui est attendue, comme « forment@ac-rennes.fr »");
    }

    private static Optional<String> webAddress(String value) {
        try {
            URI address = new URI(value);
            boolean good = ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && address.getUserInfo() == null;
            return no(
                    good, "c'est l'adresse complète du site qui est attendue, comme « https://forment.ac-rennes.fr »");
        } catch (URISyntaxException notOne) {
            return Optional.of("ce n'est pas l'adresse d'un site");
        }
    }

    private static Optional<String> ofThisMachine(String value) {
        try {
            InetAddress address = InetAddress.getByName(value);
            return no(
                    address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null,
                    "ce n'est pas une adresse de cette machine");
        } catch (UnknownHostException | SocketException unknown) {
            return Optional.of("cette adresse est inconnue");
        }
    }

    private static Optional<String> no(boolean good, String objection) {
        return good ? Optional.empty() : Optional.of(objection);
    }
}
