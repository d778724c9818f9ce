package fr.forment.people;

import java.util.Collection;
import java.util.Map;

/**
 * What a feature above has already built on people: asked before an import is undone, for then it may no longer be.
 * Each feature that keeps something a person decided or did answers for itself.
 */
public interface BuiltUpon {

    /**
     * A short French reason ("inscrite à une session") for each of these people something was built on; the others are
     * left out.
     */
    Map<Long, String> reasons(Collection<Long> agentIds);
}
