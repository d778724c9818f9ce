package fr.forment.project;

import fr.forment.project.blocked.Holder;
import java.util.List;

/**
 * One thing that is still missing for the opening of a school. Names stand apart: not every reader sees people.
 *
 * @param holder on whom it waits
 * @param people ids of those who have something to follow; empty where no training is missing
 * @param modules what is still to be followed; empty where no training is missing
 * @param sentence in French, naming modules and persons
 * @param withoutNames the same for who sees no people
 */
public record OpeningGap(
        GateReason reason,
        Holder holder,
        List<Long> people,
        List<Module> modules,
        String sentence,
        String withoutNames) {

    /** A training that is missing. */
    public record Module(String code, String title) {}

    /** @param names whether the reader sees people */
    public String told(boolean names) {
        return names ? sentence : withoutNames;
    }
}
