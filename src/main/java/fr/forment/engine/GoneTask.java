package fr.forment.engine;

import java.util.Map;
import java.util.Optional;

/**
 * What a feature has to say to a person who sends the form of one of its tasks when that task is over: whether it
 * counted, and what now.
 */
public interface GoneTask {

    /**
     * @param gone the task as it was; it has no link any more
     * @param sent key of the field to value, as the person sent them; empty when it was no form
     * @return a French sentence for this very person; empty when the task is none of the feature's, or none of this
     *     person's
     */
    Optional<String> told(OpenTask gone, Map<String, Object> sent);
}
