package fr.forment.plan.calculation;

import fr.forment.catalogue.Format;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Where a group meets: a school of the group with a room that takes it, else the town of the largest school. */
record Meeting(String place, int capacity) {

    static final String ONLINE = "À distance";

    /** @param free whether the room of a school (UAI) is free */
    static Meeting of(ModuleFacts module, Group group, List<SchoolFacts> schools, Predicate<String> free) {
        int size = Math.max(module.groupSize(), group.people());
        if (module.format() == Format.DISTANCE) {
            return new Meeting(ONLINE, size);
        }
        if (module.isHeldBySchool()) {
            return new Meeting(schools.get(0).uai(), size);
        }
        return schools.stream()
                .filter(school -> school.room() >= group.people() && free.test(school.uai()))
                .max(Comparator.comparing((SchoolFacts school) -> group.seats().get(school.uai()))
                        .thenComparing(SchoolFacts::room)
                        .thenComparing(SchoolFacts::uai, Comparator.reverseOrder()))
                .map(school -> new Meeting(school.uai(), Math.min(size, school.room())))
                .orElseGet(() -> new Meeting(
                        schools.stream()
                                .max(Comparator.comparingInt(SchoolFacts::classes)
                                        .thenComparing(SchoolFacts::uai, Comparator.reverseOrder()))
                                .orElseThrow()
                                .commune(),
                        size));
    }
}
