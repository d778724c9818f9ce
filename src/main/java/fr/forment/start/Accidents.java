package fr.forment.start;

import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What shows only while the house is being built: a port that is taken, a setting of the wrong kind, a migration that
 * fails.
 */
class Accidents {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^:}]+)(:[^}]*)?}");

    private final ConfigurableEnvironment environment;

    Accidents(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** Nothing for what is no operator's business: its stack belongs in the log. */
    Optional<StartRefused> read(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            Optional<StartRefused> refusal = one(each);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<StartRefused> one(Throwable problem) {
        if (problem instanceof StartRefused refused) {
            return Optional.of(refused);
        }
        if (problem instanceof PortInUseException taken) {
            return Optional.of(FreePort.refusal(environment, portProperty(taken.getPort()), taken.getPort(), false));
        }
        if (problem instanceof BindException) {
            return refused(
                    "ce port ou cette adresse ne peut pas être ouvert sur cette machine (PORT, FORMENT_ADDRESS).");
        }
        if (problem instanceof org.springframework.boot.context.properties.bind.BindException setting) {
            String property = setting.getName().toString();
            return Optional.of(Variable.of(environment, property)
                    .refuses(environment.getProperty(property, ""), "cette valeur n'est pas comprise"));
        }
        if (problem instanceof UnsatisfiedDependencyException bean
                && bean.getCause() instanceof TypeMismatchException mismatch) {
            return setting(bean).map(property -> Variable.of(environment, property)
                    .refuses(mismatch.getValue(), "cette valeur n'est pas comprise"));
        }
        if (problem instanceof FlywayException) {
            return refused(
                    "la mise à jour des tables de la base a échoué : rétablissez la sauvegarde faite avant ce démarrage, ou donnez une autre base par "
                            + Variable.of(environment, "spring.datasource.url").name() + ".");
        }
        if (problem instanceof SQLException lost && DatabaseRefusal.isAway(lost)) {
            return Optional.of(new DatabaseRefusal(environment).of(lost));
        }
        return Optional.empty();
    }

    private String portProperty(int port) {
        return String.valueOf(port).equals(environment.getProperty("management.server.port"))
                ? "management.server.port"
                : "server.port";
    }

    private static Optional<String> setting(UnsatisfiedDependencyException bean) {
        Value value = bean.getInjectionPoint() == null
                ? null
                : bean.getInjectionPoint().getAnnotation(Value.class);
        Matcher property = PROPERTY.matcher(value == null ? "" : value.value());
        return property.find() ? Optional.of(property.group(1)) : Optional.empty();
    }

    private static Optional<StartRefused> refused(String sentence) {
        return Optional.of(new StartRefused(sentence));
    }
}
