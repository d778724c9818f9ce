package fr.forment.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What an act costs: CPU of the calling thread and of the PostgreSQL backends of this database (H2 works in the calling
 * thread), and the wall clock. CPU decides: on a shared machine it swings far less.
 */
final class Cpu {

    private static final double NANOS_PER_TICK = 1e9 / 100; // USER_HZ, on every Linux

    /** Seconds; {@code database} is the part of the CPU that PostgreSQL took. */
    record Cost(double cpu, double wall, double database) {

        double micros(long operations) {
            return cpu * 1e6 / operations;
        }
    }

    private final BenchmarkHouse house;

    Cpu(BenchmarkHouse house) {
        this.house = house;
    }

    Cost of(Runnable act) {
        return of(() -> {
            act.run();
            return null;
        });
    }

    Cost of(Callable<?> act) {
        List<Integer> backends = house.backends();
        var threads = ManagementFactory.getThreadMXBean();
        long ticks = ticks(backends);
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        try {
            act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        long wallAfter = System.nanoTime();
        long cpuAfter = threads.getCurrentThreadCpuTime();
        double database = seconds(ticks(house.backends()) - ticks);
        return new Cost((cpuAfter - cpu) / 1e9 + database, (wallAfter - wall) / 1e9, database);
    }

    static double seconds(long ticks) {
        return ticks * NANOS_PER_TICK / 1e9;
    }

    static long ticks(List<Integer> backends) {
        long ticks = 0;
        for (int pid : backends) {
            try {
                String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            } catch (IOException gone) {
                ticks += 0; // a connection that the pool closed
            }
        }
        return ticks;
    }
}
