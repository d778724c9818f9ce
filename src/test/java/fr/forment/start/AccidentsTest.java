package fr.forment.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What shows only while the house is being built is said in French too; what is a defect keeps its stack. */
class AccidentsTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    AccidentsTest() {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "application.yaml",
                        Map.of(
                                "server.port",
                                "${PORT:8080}",
                                "spring.mail.port",
                                "${FORMENT_SMTP_PORT:25}",
                                "spring.datasource.url",
                                "${FORMENT_DB_URL:jdbc:h2:mem:x}",
                                "forment.some.number",
                                "many")));
    }

    @Test
    void namesThePortThatWasTakenMeanwhile() {
        assertThat(sentence(new RuntimeException("Failed to start bean", new PortInUseException(8080))))
                .contains("8080", "PORT");
    }

    @Test
    void namesTheVariableOfASettingOfTheWrongKind() {
        environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of("FORMENT_SMTP_PORT", "abc")));
        Throwable failure = catchThrowable(() -> Binder.get(environment).bind("spring.mail.port", Integer.class));
        assertThat(sentence(failure)).contains("FORMENT_SMTP_PORT", "« abc »");
    }

    @Test
    void namesTheVariableOfAValueThatABeanAsksFor() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment);
            context.register(Asking.class);
            assertThat(sentence(catchThrowable(context::refresh))).contains("FORMENT_SOME_NUMBER", "« many »");
        }
    }

    @Test
    void saysThatAMigrationFailedOrThatTheDatabaseWentAway() {
        assertThat(sentence(new RuntimeException(new FlywayException("Migration failed: INSERT 'secret'"))))
                .contains("FORMENT_DB_URL")
                .doesNotContain("secret");
        assertThat(sentence(new RuntimeException(new SQLException("gone", "08006"))))
                .contains("FORMENT_DB_URL");
    }

    @Test
    void leavesADefectWithItsStack() {
        assertThat(new Accidents(environment).read(new IllegalStateException("a defect")))
                .isEmpty();
    }

    private String sentence(Throwable failure) {
        return new Accidents(environment).read(failure).orElseThrow().getMessage();
    }

    static class Asking {

        Asking(@Value("${forment.some.number:1}") int number) {}
    }
}
