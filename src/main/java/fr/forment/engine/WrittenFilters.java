package fr.forment.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * What the application itself wrote into each filter of Tasklist. A stored filter may carry expressions, and whoever
 * executes it has them evaluated: nothing else is ever stored or executed, whatever stands in the table.
 */
class WrittenFilters {

    private final Map<String, String> queries = new ConcurrentHashMap<>();

    void add(String name, TaskQuery query) {
        queries.put(name, read(new FilterEntity(EntityTypes.TASK).setQuery(query)));
    }

    /** Is it one of ours, and does it ask what we wrote? */
    boolean isUnchanged(Filter filter) {
        return EntityTypes.TASK.equals(filter.getResourceType()) && read(filter).equals(queries.get(filter.getName()));
    }

    private static String read(Filter filter) {
        return ((FilterEntity) filter).getQueryInternal();
    }
}
