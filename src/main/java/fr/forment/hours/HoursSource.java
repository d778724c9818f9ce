package fr.forment.hours;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * What the lines of the ledger stand for. Each feature that writes some answers for its own, whenever a page asks: so a
 * session that was put off shows its new date, and the ledger keeps no copy of a title.
 */
public interface HoursSource {

    /**
     * A line in French words.
     *
     * @param path of the page that says more
     * @param remark what became of it ("Absent excusé"); may be null
     */
    record Named(LocalDate day, String label, String path, String remark) {}

    /** The lines among these source keys that are this feature's, at the cost of one query. */
    Map<String, Named> name(Collection<String> sourceKeys);
}
