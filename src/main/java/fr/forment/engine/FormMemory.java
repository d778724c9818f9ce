package fr.forment.engine;

import java.util.Map;

/**
 * What a feature knows that fills the form of one of its tasks, asked at the moment somebody opens it. Dearer or more
 * personal than what the model hands to the task when it begins: nothing of it is written into the engine, and it is
 * never older than the page.
 */
public interface FormMemory {

    /** Key of the field to value; empty when the task is none of the feature's. */
    Map<String, Object> remembered(OpenTask task);
}
