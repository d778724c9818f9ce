package fr.forment.audit;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;

/**
 * The same look from a terminal or a night's job: {@code java -jar forment.jar --controle}. Neither web server nor
 * engine nor letters start; with H2 the application must be stopped first, for its file belongs to one process.
 */
public final class AuditCommand {

    /** In the arguments of the application. */
    public static final String ARGUMENT = "--controle";

    /** What could not be looked at at all. */
    private static final int NOT_LOOKED = 3;

    private AuditCommand() {}

    public static boolean isAsked(String... args) {
        return Arrays.asList(args).contains(ARGUMENT);
    }

    /** @return the exit code: 0 all is well, 1 something to watch, 2 something serious, 3 the data could not be read */
    public static int run(PrintStream out, String... args) {
        try (var context = new SpringApplicationBuilder(Sources.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=ERROR", "forment.reads-only=true")
                .initializers(AuditCommand::onlyWhatIsThere)
                .run(args)) {
            List<Audit.Finding> findings = context.getBean(Audit.class).look();
            for (Audit.Finding finding : findings) {
                out.printf(
                        "%-14s %s%s%n",
                        finding.isBroken() ? finding.invariant().severity().label() : "Rien à signaler",
                        finding.invariant().label(),
                        finding.isBroken() ? " : " + finding.count() : "");
                finding.some().forEach(one -> out.println("               - " + one));
            }
            return Audit.exitCode(findings);
        } catch (RuntimeException e) {
            out.println("Les données n'ont pas pu être lues : "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            out.println("Avec H2, arrêtez d'abord FormENT, ou ouvrez la page « Contrôle des données ».");
            return NOT_LOOKED;
        }
    }

    /** H2 makes a database where it finds none: a mistyped folder would look like one in which all is well. */
    private static void onlyWhatIsThere(ConfigurableApplicationContext context) {
        String url = context.getEnvironment().getProperty("spring.datasource.url", "");
        if (url.startsWith("jdbc:h2:file:")) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "only what is there", Map.of("spring.datasource.url", url + ";IFEXISTS=TRUE")));
        }
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import(Audit.class)
    static class Sources { // no stereotype: the house itself is not to find it

        @Bean
        Clock clock() {
            return Clock.systemDefaultZone();
        }
    }
}
