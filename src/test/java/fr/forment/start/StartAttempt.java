package fr.forment.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.FormentApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Starts FormENT with variables of the environment that an operator got wrong, and reads what he is told. */
final class StartAttempt {

    static final String PASSWORD = "Exploitant-prudent-2026";

    private final Map<String, Object> variables = new HashMap<>(Map.of(
            "FORMENT_ADMIN_PASSWORD",
            PASSWORD,
            "FORMENT_DB_URL",
            "jdbc:h2:mem:refused",
            "FORMENT_DB_WAIT",
            "PT0S",
            "FORMENT_ADDRESS",
            "127.0.0.1",
            "PORT",
            "0"));
    private final CapturedOutput output;

    StartAttempt(CapturedOutput output) {
        this.output = output;
    }

    StartAttempt with(String variable, Object value) {
        variables.put(variable, value);
        return this;
    }

    StartAttempt without(String variable) {
        variables.remove(variable);
        return this;
    }

    /** The one sentence; nothing else of that start looks like an accident. */
    String refusal() {
        int before = output.getAll().length();
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        var application = FormentApplication.application();
        application.setEnvironment(environment);
        application.setRegisterShutdownHook(false);
        assertThatThrownBy(() -> application
                        .run("--camunda.bpm.job-execution.enabled=false")
                        .close())
                .as("it started")
                .isNotNull();
        String said = output.getAll().substring(before);
        List<String> refusals = said.lines()
                .filter(line -> line.contains("FormENT ne démarre pas"))
                .toList();
        assertThat(refusals).as(said).hasSize(1);
        assertThat(said.lines()
                        .filter(line ->
                                line.startsWith("\tat ") || line.contains("Exception") || line.contains(" WARN ")))
                .as(said)
                .isEmpty();
        return refusals.get(0).substring(refusals.get(0).indexOf("FormENT ne démarre pas"));
    }
}
