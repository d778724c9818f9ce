package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.ModuleFacts;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether people of one team who are expected elsewhere that day come from there in time; asked for rarely, kept. */
final class OnTheRoad {

    /** How many of them can be there. */
    interface InTime {
        int of(ModuleFacts module, Moment moment, String place);
    }

    private final InTime inTime;
    private final BitSet near = new BitSet();
    private final Map<List<Object>, Integer> known = new HashMap<>();

    OnTheRoad(InTime inTime) {
        this.inTime = inTime;
    }

    /** Some of them are expected that day. */
    void concern(Moment moment) {
        near.set(moment.index());
    }

    boolean lead(int people, ModuleFacts module, Moment moment, String place) {
        return !near.get(moment.index())
                || people
                        <= known.computeIfAbsent(
                                List.of(module.code(), moment.index(), place), key -> inTime.of(module, moment, place));
    }
}
