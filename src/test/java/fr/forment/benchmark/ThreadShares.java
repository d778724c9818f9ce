package fr.forment.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Who in this process took its CPU: Linux counts each thread apart, those of the machine itself too. */
final class ThreadShares {

    enum Part {
        /** The threads that answer requests. */
        REQUESTS,
        CLIENTS,
        COMPILER,
        COLLECTOR,
        OTHERS;

        /** Linux keeps fifteen letters of a thread's name. */
        private static Part of(String thread) {
            return thread.startsWith("client-")
                    ? CLIENTS
                    : thread.contains("CompilerThre")
                            ? COMPILER
                            : thread.startsWith("G1 ") || thread.startsWith("GC ") || thread.startsWith("VM ")
                                    ? COLLECTOR
                                    : thread.startsWith("http-nio") ? REQUESTS : OTHERS;
        }
    }

    private final Map<Part, Long> ticks = new EnumMap<>(Part.class);

    /** Until now. */
    static ThreadShares now() {
        ThreadShares shares = new ThreadShares();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            threads.forEach(shares::count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shares;
    }

    private void count(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks.merge(Part.of(name), Long.parseLong(fields[11]) + Long.parseLong(fields[12]), Long::sum);
        } catch (IOException gone) {
            ticks.merge(Part.OTHERS, 0L, Long::sum);
        }
    }

    /** Seconds since then. */
    double since(ThreadShares before, Part part) {
        return Cpu.seconds(ticks.getOrDefault(part, 0L) - before.ticks.getOrDefault(part, 0L));
    }
}
