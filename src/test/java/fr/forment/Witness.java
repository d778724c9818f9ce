package fr.forment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * What the tests of one run saw, kept for the test that judges them all. They run in several processes: each writes a
 * file of its own, at once, since nobody tells a process that it is the last. The build empties the folder before the
 * first test.
 */
public enum Witness {
    /** Nodes and flows of the models that some test walked, as "process:id". */
    WALKED,
    /** Ways in which a task was offered, as "process:task role" (or "process:task somebody named"). */
    OFFERED,
    /** Those of them, and those with each kind of person, through which somebody ended it from Tasklist. */
    ENDED,
    /** Tasks, as "process:task", whose end left a line in the journal. */
    TOLD,
    /** Ways, with the kind of person and the refusal, in which somebody could not end what was open to them. */
    REFUSED;

    /** Between a way and why it was refused. */
    public static final String BECAUSE = " refused: ";

    private static final Path FOLDER = Path.of("target", "witness");

    private final Set<String> told = new ConcurrentSkipListSet<>();

    /** Remembers it; twice is once. */
    public void saw(String what) {
        if (!told.add(what)) {
            return;
        }
        synchronized (this) {
            try {
                Files.createDirectories(FOLDER);
                Files.writeString(
                        FOLDER.resolve(name() + "-" + ProcessHandle.current().pid()),
                        what.replace('\n', ' ') + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What this process saw. */
    public boolean hasSeen(String what) {
        return told.contains(what);
    }

    /** What all processes of the run saw. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>();
        if (!Files.isDirectory(FOLDER)) {
            return all;
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(name() + "-"))
                    .toList()) {
                all.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
