package fr.forment.audit;

import fr.forment.journal.JournalCheck;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;

/** The data without the house: neither web server nor engine nor letters start. */
final class ReadOnlyData {

    /** What could not be looked at at all. */
    private static final int NOT_LOOKED = 3;

    private ReadOnlyData() {}

    /**
     * @param instead what else can be done with H2, whose file belongs to one process
     * @return what the look says; 3 where the data could not be read
     */
    static int read(PrintStream out, String instead, ToIntFunction<ApplicationContext> look, String... args) {
        try (var context = new SpringApplicationBuilder(Sources.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=ERROR", "forment.reads-only=true")
                .initializers(ReadOnlyData::onlyWhatIsThere)
                .run(args)) {
            return look.applyAsInt(context);
        } catch (RuntimeException e) {
            out.println("Les données n'ont pas pu être lues : "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            out.println("Avec H2, arrêtez d'abord FormENT, " + instead + ".");
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
    @Import({Audit.class, JournalCheck.class})
    static class Sources { // no stereotype: the house itself is not to find it

        @Bean
        Clock clock() {
            return Clock.systemDefaultZone();
        }
    }
}
