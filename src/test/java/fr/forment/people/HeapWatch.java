package fr.forment.people;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/**
 * The heap looked at every 50 ms, as one sum: the pools reach their highest marks at different times, those must not be
 * added up. What is used includes garbage not collected yet; what is left just after collections comes nearer to what
 * is needed, and the smallest {@code -Xmx} with which a run still ends is the last word.
 */
public final class HeapWatch {

    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .toList();
    private static final MemoryMXBean HEAP = ManagementFactory.getMemoryMXBean();

    private volatile long peak;
    private volatile long afterCollection;

    public HeapWatch() {
        Thread watch = new Thread(this::look, "heap-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Begins anew with as little garbage as can be. */
    public void reset() {
        System.gc();
        peak = 0;
        afterCollection = 0;
    }

    public long peak() {
        return peak;
    }

    public long peakAfterCollection() {
        return afterCollection;
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            peak = Math.max(peak, HEAP.getHeapMemoryUsage().getUsed());
            afterCollection = Math.max(
                    afterCollection,
                    POOLS.stream()
                            .map(MemoryPoolMXBean::getCollectionUsage)
                            .mapToLong(MemoryUsage::getUsed)
                            .sum());
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
