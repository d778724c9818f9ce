package fr.forment.start;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import fr.forment.french.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of the log without what people typed. Messages of exceptions carry rows, names and addresses (a refused key
 * with its value, a number that is none): only their classes, codes and frames are written, and messages only of
 * classes that speak of machines. Mail addresses go wherever they stand.
 */
final class PrivateEvent {

    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\p{L}0-9._%+'-])[\\p{L}0-9._%+'-]++@[\\p{L}0-9-]++(\\.[\\p{L}0-9-]++)++");
    private static final int SHORTEST_PIECE = 4;
    /**
     * A stack that somebody wrote as text, as the engine's doors do: its frames, and the line that names an exception.
     */
    private static final Pattern WRITTEN_STACK = Pattern.compile("\\R[ \\t]++at [\\w.$/@<>-]+\\(");

    /**
     * What the engine says of a task that somebody has ended already, and to the second of two who do at once: of a row
     * of its own, or of one of ours that Spring has found changed.
     */
    private static final Pattern GONE = Pattern.compile(
            "Cannot find task with id|task is null|OptimisticLocking(?:Failure)?Exception|was updated by another transaction");

    private static final Pattern EXCEPTION = Pattern.compile("([\\w.$](?:Exception|Error|Refusal)): .*$");
    private static final Pattern OF_STACK = Pattern.compile("^(?:\\s+at |\\s+\\.\\.\\. |Caused by: ).*$");
    private static final String JOBS = "org.camunda.bpm.engine.jobexecutor";

    private PrivateEvent() {}

    static ILoggingEvent of(ILoggingEvent event) {
        if (FrenchReport.LOGGER.equals(event.getLoggerName())) {
            return event; // a setting that the operator gave, told to him
        }
        var proxy = (ThrowableProxy) event.getThrowableProxy();
        String message = event.getFormattedMessage() == null ? "" : event.getFormattedMessage();
        String cleaned = ADDRESS.matcher(withoutMessages(message, proxy)).replaceAll("[adresse]");
        if (proxy != null
                && isAnswer(proxy.getThrowable(), event.getLoggerName())
                && !event.getLoggerName().startsWith(JOBS)) {
            return new Cleaned(event, cleaned, null, Level.INFO);
        }
        if (proxy == null && WRITTEN_STACK.matcher(message).find()) {
            boolean read = (message.contains(Refusal.OPEN)
                            || isOfEngine(event.getLoggerName())
                                    && GONE.matcher(message).find())
                    && !event.getLoggerName().startsWith(JOBS);
            String quiet = withoutWords(message);
            return new Cleaned(
                    event,
                    read ? quiet.lines().findFirst().orElse("") : quiet,
                    null,
                    read ? Level.INFO : event.getLevel());
        }
        if (proxy == null && cleaned.equals(message)) {
            return event;
        }
        return new Cleaned(
                event, cleaned, proxy == null ? null : new QuietThrowable(proxy.getThrowable()), event.getLevel());
    }

    private static boolean isOfEngine(String logger) {
        return logger.startsWith("org.camunda.bpm.engine.");
    }

    /**
     * A "no" that somebody has read on his screen is no defect, nor is « déjà traitée »: the engine would write it down
     * twice, with all it was doing. A job that meets one stands still.
     */
    private static boolean isAnswer(Throwable throwable, String logger) {
        int depth = 0;
        for (Throwable each = throwable;
                each != null && depth < QuietThrowable.DEEPEST;
                each = each.getCause(), depth++) {
            if (each instanceof Refusal
                    || each.getMessage() != null && each.getMessage().contains(Refusal.OPEN)
                    || isOfEngine(logger) && GONE.matcher(each.toString()).find()) {
                return true;
            }
        }
        return false;
    }

    /** The engine and Tomcat repeat the exception's message in their own. */
    private static String withoutMessages(String message, ThrowableProxy proxy) {
        String cleaned = message;
        int depth = 0;
        for (Throwable each = proxy == null ? null : proxy.getThrowable();
                each != null && depth < QuietThrowable.DEEPEST;
                each = each.getCause(), depth++) {
            String said = each.getMessage();
            if (said != null && said.length() >= SHORTEST_PIECE && !QuietThrowable.maySpeak(each)) {
                cleaned = cleaned.replace(said, QuietThrowable.RETAINED);
            }
        }
        return cleaned;
    }

    /** Of a stack written as text only its classes and frames: a message may go over several lines. */
    private static String withoutWords(String stack) {
        List<String> lines = stack.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(at -> at == 0 || OF_STACK.matcher(lines.get(at)).matches())
                .mapToObj(at -> EXCEPTION.matcher(lines.get(at)).replaceFirst("$1: " + QuietThrowable.RETAINED))
                .collect(Collectors.joining("\n"));
    }

    private static final class Cleaned extends LoggingEvent {

        Cleaned(ILoggingEvent from, String message, QuietThrowable throwable, Level level) {
            setLoggerName(from.getLoggerName());
            setLoggerContextRemoteView(from.getLoggerContextVO());
            setLevel(level);
            setThreadName(from.getThreadName());
            setTimeStamp(from.getTimeStamp());
            setInstant(from.getInstant());
            setMDCPropertyMap(from.getMDCPropertyMap());
            setMessage(message);
            if (throwable != null) {
                setThrowableProxy(throwable);
            }
        }
    }
}
