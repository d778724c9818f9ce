package fr.forment.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a computation changes in the lines of some places. Corrections by hand are left alone: they stand until somebody
 * undoes them.
 *
 * @param gone lines that are not computed any more
 */
record GridChanges(List<GridComputation.Line> added, List<Change> changed, List<GridLine> gone) {

    /** The audience of a line that has left the grid. */
    private static final int GONE = -1;

    record Change(long lineId, GridComputation.Line now) {}

    private record Cell(String place, String module, Object profile) {}

    /** @param before every line written so far for these places, those that left the grid included */
    static GridChanges between(List<GridLine> before, List<GridComputation.Line> now) {
        Map<Cell, GridLine> known = new HashMap<>();
        before.forEach(line -> known.put(new Cell(line.schoolUai(), line.moduleCode(), line.profile()), line));
        var changes = new GridChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        now.forEach(line -> {
            GridLine old = known.remove(new Cell(line.place(), line.module(), line.profile()));
            if (old == null) {
                changes.added.add(line);
            } else if (!isSame(old, line)) {
                changes.changed.add(new Change(old.id(), line));
            }
        });
        known.values().stream().filter(line -> line.audience() != GONE).forEach(changes.gone::add);
        return changes;
    }

    private static boolean isSame(GridLine old, GridComputation.Line now) {
        return old.audience() == now.audience()
                && old.asked() == now.asked()
                && old.alreadyTrained() == now.trained()
                && old.withoutHours() == now.withoutHours()
                && old.computed() == now.people()
                && Objects.equals(old.declared(), now.declared())
                && Objects.equals(old.discovering(), now.discovering())
                && old.wish().equals(now.wish());
    }
}
