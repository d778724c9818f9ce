package fr.forment;

import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.Trigger;

/**
 * A trigger named {@code AT_137} makes a {@link KilledHouse} on H2 stand still, for good, at the 137th row, once it has
 * said so.
 */
public final class StandStill implements Trigger {

    private final AtomicInteger rows = new AtomicInteger();
    private int row;

    @Override
    public void init(Connection connection, String schema, String name, String table, boolean before, int type) {
        row = Integer.parseInt(name.substring("AT_".length()));
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) {
        if (rows.incrementAndGet() == row) {
            KilledHouse.tell(OtherProcess.BY_ITSELF + "standing");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
