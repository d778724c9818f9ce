package fr.forment.grid.process;

import fr.forment.engine.ProcessSteps;
import fr.forment.grid.GridRunService;
import lombok.RequiredArgsConstructor;

/** What {@code gridCalculation} asks. */
@ProcessSteps
@RequiredArgsConstructor
public class GridCalculationSteps {

    private final GridRunService runs;

    /** True while schools are left to count. */
    public boolean countNext(long key) {
        return runs.next(key);
    }

    public void finish(long key) {
        runs.end(key);
    }
}
