package fr.forment.plan.calculation;

import java.util.List;
import java.util.Map;

/** Who meets with whom. */
interface Grouping {

    /** Neighbours in a row, in as few sessions as hold them. */
    Grouping NEIGHBOURS = (module, people) -> Group.of(people, module.groupSize());

    /** @param people per school, in the order of {@link Neighbours} */
    List<Group> of(ModuleFacts module, Map<String, Integer> people);
}
