package fr.forment.plan.calculation;

import fr.forment.catalogue.Format;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every hour that {@link Otherwise} counts, and the session's own, by anybody able and in any place of its schools:
 * nothing is said to be beyond help before.
 */
final class AnyHour {

    private final PlanFacts facts;
    private final Collection<Draft> standing;
    private final Ways ways;

    /** @param ways where all others are booked */
    AnyHour(PlanFacts facts, Collection<Draft> standing, Ways ways) {
        this.facts = facts;
        this.standing = standing;
        this.ways = ways;
    }

    /** The nearest day there is. */
    Optional<Draft> of(Draft was) {
        List<Draft> others = standing.stream()
                .filter(other -> !other.line().equals(was.line()))
                .toList();
        var now = new Hours.Hour(was.day(), was.start(), null);
        return Stream.concat(
                        Stream.of(now).filter(hour -> isFreeNow(was)),
                        new Hours(facts, was, others, ways).all((day, start) -> true))
                .filter(hour -> hour.obstacle() == null)
                .sorted(Comparator.comparing(
                        (Hours.Hour hour) -> Math.abs(ChronoUnit.DAYS.between(was.day(), hour.day()))))
                .flatMap(hour -> Stream.concat(
                        ways.at(was, hour.day(), hour.start()),
                        places(was).flatMap(place -> ways.in(place, was, hour.day(), hour.start()))))
                .findFirst();
    }

    private boolean isFreeNow(Draft was) {
        return facts.schoolDay().test(was.day())
                && was.seats().keySet().stream()
                        .allMatch(uai -> ways.agenda().isSchoolFree(uai, was, was.day(), was.start(), true))
                && ways.canOwnPeopleCome(was, was.day(), was.start());
    }

    /** Of those whom it is for; what is held at one school or online has no other. */
    private Stream<String> places(Draft was) {
        if (was.seats().isEmpty()
                || was.module().isHeldBySchool()
                || was.module().format() == Format.DISTANCE) {
            return Stream.empty();
        }
        List<String> communes = facts.schools().stream()
                .filter(school -> was.seats().containsKey(school.uai()))
                .map(SchoolFacts::commune)
                .distinct()
                .toList();
        return Stream.of(
                        was.seats().keySet().stream(),
                        facts.roomsElsewhere().stream()
                                .filter(room -> communes.contains(room.commune()))
                                .map(RoomFacts::place)
                                .distinct(),
                        communes.stream())
                .flatMap(each -> each);
    }
}
