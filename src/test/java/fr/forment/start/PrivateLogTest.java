package fr.forment.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import fr.forment.HouseTest;
import fr.forment.french.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What people typed is planted wherever something is logged, and is not in the log. */
@Tag("attack")
@HouseTest
class PrivateLogTest {

    private static final String NAME = "Zéphirine-Marquée";
    private static final String ADDRESS = "zephirine.marquee@exemple.invalid";
    private static final String TOKEN = "tok3n-QmFzZTY0LW1hcnF1ZQ";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private Logger room;

    @BeforeEach
    void listen() {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(logging);
        encoder.setPattern("%level %logger %m%n%ex");
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(logging);
        appender.setName("what is written");
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
        PrivateLog.install(logging);
        room = logging.getLogger("fr.forment.somewhere");
    }

    @AfterEach
    void stop() {
        Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAppender("private what is written");
    }

    @Test
    void aRowThatADatabaseRefusesIsNotWrittenDown() {
        room.error("Row 12 could not be written", failureOf(() -> jdbc.sql(
                        "INSERT INTO given_password (login, fingerprint, given_at) VALUES (?, ?, CURRENT_TIMESTAMP)")
                .params("x".repeat(200), ADDRESS + NAME)
                .update()));
        room.error("Twice", failureOf(() -> {
            for (int i = 0; i < 2; i++) {
                jdbc.sql("INSERT INTO given_password (login, fingerprint, given_at) VALUES (?, 'x', CURRENT_TIMESTAMP)")
                        .param(NAME)
                        .update();
            }
        }));
        jdbc.sql("DELETE FROM given_password WHERE login = ?").param(NAME).update();
        room.error("Not a number", failureOf(() -> jdbc.sql("SELECT CAST(? AS INTEGER)")
                .param(NAME)
                .query(Integer.class)
                .single()));
        assertThat(log())
                .contains(
                        "Row 12 could not be written",
                        "SQLState 22001",
                        "SQLState 23505",
                        "DataIntegrityViolationException",
                        "\tat ");
    }

    @Test
    void messagesRepeatedByTheEngineAndByTomcatAreTakenOut() {
        var root = new IllegalStateException("no post for " + NAME + " <" + ADDRESS + ">");
        var wrapped = new RuntimeException("Error while evaluating expression. Cause: " + root.getMessage(), root);
        room.error("ENGINE-16004 Exception while closing command context: {}", wrapped.getMessage(), wrapped);
        room.error("Servlet.service() threw exception [Request processing failed: " + root + "] with root cause", root);
        var suppressed = new RuntimeException("outer");
        suppressed.addSuppressed(root);
        room.warn("with one beside it", suppressed);
        assertThat(log())
                .contains(
                        "ENGINE-16004",
                        "Request processing failed",
                        "java.lang.IllegalStateException",
                        "with one beside it");
    }

    @Test
    void addressesGoWhereverTheyStand() {
        room.warn("550 5.1.1 <{}>: Recipient address rejected", ADDRESS);
        room.info("No exception, and \"Zoé\" <zoé.b+x@sous.domaine.exemple.fr>");
        assertThat(log())
                .contains("550 5.1.1 <[adresse]>: Recipient address rejected")
                .doesNotContain("zoé.b");
    }

    @Test
    void whatMachinesSayStays() {
        room.error("away", new java.net.ConnectException("Connection refused"));
        assertThat(log()).contains("java.net.ConnectException: Connection refused");
    }

    @Test
    void whoSignsInWronglyOrFollowsADeadLinkIsNotWrittenDown() throws Exception {
        web.perform(formLogin("/login").user(ADDRESS).password(NAME + TOKEN)).andReturn();
        web.perform(get("/acces/" + TOKEN)).andReturn();
        web.perform(get("/evaluation/" + TOKEN)).andReturn();
        web.perform(get("/parents/" + TOKEN)).andReturn();
        web.perform(get("/sessions/" + NAME)).andReturn();
        web.perform(get("/" + NAME)).andReturn();
        room.info("heard");
        assertThat(log()).contains("heard");
    }

    /**
     * The engine writes each with two stacks of hundreds of lines: whoever sends forms could fill the disk. A job that
     * meets one stands still, and is written whole.
     */
    @Test
    void aRefusalThatSomebodyReadsIsOneLine() {
        var refusal = new Refusal("Indiquez votre décision.");
        var wrapped =
                new IllegalStateException("Unknown method used in expression. Cause: " + refusal.getMessage(), refusal);
        logging.getLogger("org.camunda.bpm.engine.context")
                .error("ENGINE-16004 Exception while closing command context: {}", wrapped.getMessage(), wrapped);
        logging.getLogger("org.camunda.bpm.engine.rest.exception")
                .warn("ENGINE-REST-HTTP500", new RuntimeException("only its words: " + refusal));
        assertThat(log().lines()).hasSize(2).allMatch(line -> line.startsWith("INFO "));
        logging.getLogger("org.camunda.bpm.engine.jobexecutor")
                .warn("ENGINE-14006 Exception while executing job", wrapped);
        assertThat(log()).contains("\tat ");
    }

    /** So is what the second of two reads, who sends the form of a task that is over; a job's is not. */
    @Test
    void aTaskThatIsOverIsOneLine() {
        var over = new IllegalStateException("Cannot find task with id 12: task is null");
        logging.getLogger("org.camunda.bpm.engine.context")
                .error("ENGINE-16004 Exception while closing command context: {}", over.getMessage(), over);
        logging.getLogger("org.camunda.bpm.engine.rest.exception").warn("ENGINE-REST-HTTP500 {}", stack(over));
        var twice = new IllegalStateException("Entity was updated by another transaction concurrently.");
        logging.getLogger("org.camunda.bpm.engine.context").error("ENGINE-16004 {}", twice.getMessage(), twice);
        var row = new IllegalStateException(
                "Unknown method used in expression",
                new OptimisticLockingFailureException("Failed to update entity [" + NAME + "]"));
        logging.getLogger("org.camunda.bpm.engine.context").error("ENGINE-16004 {}", row.getMessage(), row);
        logging.getLogger("org.camunda.bpm.engine.rest.exception").warn("ENGINE-REST-HTTP500 {}", stack(row));
        assertThat(log().lines()).hasSize(5).allMatch(line -> line.startsWith("INFO "));
        logging.getLogger("fr.forment.room").error("Elsewhere", over);
        assertThat(log()).contains("ERROR", "\tat ");
        logging.getLogger("org.camunda.bpm.engine.jobexecutor").warn("ENGINE-14006", twice);
        assertThat(log()).contains("WARN", "ENGINE-14006");
    }

    /** The engine's doors write the stack into the text of the line, so that nothing of it is an exception's. */
    @Test
    void aStackWrittenAsTextKeepsItsFramesOnly() {
        var doors = logging.getLogger("org.camunda.bpm.engine.rest.exception");
        doors.warn("ENGINE-REST-HTTP500 {}", stack(new IllegalStateException("Cannot submit: " + new Refusal(NAME))));
        assertThat(log().lines())
                .hasSize(1)
                .allMatch(line -> line.startsWith("INFO ") && line.contains("IllegalState"));
        doors.warn("ENGINE-REST-HTTP500 {}", stack(new IllegalStateException("row\n" + NAME, new Exception(ADDRESS))));
        assertThat(log()).contains("IllegalStateException: ", "\tat ", "Caused by: java.lang.Exception");
    }

    private static String stack(Exception problem) {
        var text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Checks the three marks each time. */
    private String log() {
        String log = written.toString(StandardCharsets.UTF_8);
        for (String mark : List.of(NAME, ADDRESS, TOKEN)) {
            assertThat(log).doesNotContain(mark);
        }
        return log;
    }

    private static RuntimeException failureOf(Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException failure) {
            return failure;
        }
        throw new AssertionError("it worked");
    }
}
