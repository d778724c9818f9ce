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
    public boolean countNext(String key) {
        return runs.next(Long.parseLong(key));
    }

    public void finish(String key) {
        runs.end(Long.parseLong(key));
    }
}
