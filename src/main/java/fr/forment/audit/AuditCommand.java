package fr.forment.audit;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * The same look from a terminal or a night's job: {@code java -jar forment.jar --controle}. Neither web server nor
 * engine nor letters start; with H2 the application must be stopped first, for its file belongs to one process.
 */
public final class AuditCommand {

    /** In the arguments of the application. */
    public static final String ARGUMENT = "--controle";

    private AuditCommand() {}

    public static boolean isAsked(String... args) {
        return Arrays.asList(args).contains(ARGUMENT);
    }

    /** @return the exit code: 0 all is well, 1 something to watch, 2 something serious, 3 the data could not be read */
    public static int run(PrintStream out, String... args) {
        return ReadOnlyData.read(
                out,
                "ou ouvrez la page « Contrôle des données »",
                context -> tell(out, context.getBean(Audit.class).look()),
                args);
    }

    private static int tell(PrintStream out, List<Audit.Finding> findings) {
        for (Audit.Finding finding : findings) {
            out.printf(
                    "%-14s %s%s%n",
                    finding.isBroken() ? finding.invariant().severity().label() : "Rien à signaler",
                    finding.invariant().label(),
                    finding.isBroken() ? " : " + finding.count() : "");
            finding.some().forEach(one -> out.println("               - " + one));
        }
        return Audit.exitCode(findings);
    }
}
