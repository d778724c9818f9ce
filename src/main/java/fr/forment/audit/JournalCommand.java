package fr.forment.audit;

import fr.forment.french.French;
import fr.forment.journal.JournalCheck;
import java.io.PrintStream;
import java.util.Arrays;

/**
 * Whether the journal is still what was sealed: {@code java -jar forment.jar --verifier-journal}, or
 * {@code --verifier-journal=12:0a1b2c3d4e5f6071} with a head noted before, which shows that no batch was cut off since.
 */
public final class JournalCommand {

    /** In the arguments of the application; a head may follow, after "=". */
    public static final String ARGUMENT = "--verifier-journal";

    private JournalCommand() {}

    public static boolean isAsked(String... args) {
        return Arrays.stream(args).anyMatch(arg -> arg.equals(ARGUMENT) || arg.startsWith(ARGUMENT + "="));
    }

    /** @return the exit code: 0 all is well, 1 something to watch, 2 tampered with, 3 the data could not be read */
    public static int run(PrintStream out, String... args) {
        return ReadOnlyData.read(
                out,
                "ou vérifiez une sauvegarde",
                context -> tell(out, context.getBean(JournalCheck.class).check(noted(args))),
                args);
    }

    private static String noted(String... args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(ARGUMENT + "="))
                .map(arg -> arg.substring(ARGUMENT.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static int tell(PrintStream out, JournalCheck.Report report) {
        report.troubles()
                .forEach(trouble -> out.printf(
                        "%-14s %s%n",
                        (trouble.tampered() ? Severity.SERIOUS : Severity.WATCH).label(), trouble.words()));
        out.printf(
                "%d lot(s), %d ligne(s) scellée(s) dont %d effacée(s), %d pas encore scellée(s).%n",
                report.seals(), report.lines(), report.erased(), report.unsealed());
        report.erasures()
                .forEach(each -> out.printf(
                        "  effacées : %d ligne(s) de %s par %s, %s%n",
                        each.lines(), each.kind(), each.byWhom(), French.stamp(each.at())));
        if (report.troubles().isEmpty()) {
            out.println("Rien à signaler.");
        }
        if (report.head() != null) {
            out.println("Repère à noter hors de la base : " + report.head());
        }
        return report.exitCode();
    }
}
