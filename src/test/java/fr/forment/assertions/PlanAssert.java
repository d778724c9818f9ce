package fr.forment.assertions;

import fr.forment.plan.calculation.Draft;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** A calculated plan: which modules are held, when, where, by whom and for how many. */
public final class PlanAssert extends ListAssert<Draft> {

    PlanAssert(List<Draft> plan) {
        super(plan);
    }

    @Override
    public PlanAssert as(String description, Object... args) {
        super.as(description, args);
        return this;
    }

    /** One session of each, in this order, and no other. */
    public PlanAssert holds(String... modules) {
        isNotNull();
        Assertions.assertThat(actual)
                .as(descriptionText())
                .extracting(draft -> draft.module().code())
                .containsExactly(modules);
        return this;
    }

    /** The days on which there is something, in order. */
    public PlanAssert isOn(LocalDate... days) {
        isNotNull();
        Assertions.assertThat(actual.stream().map(Draft::day).distinct())
                .as(descriptionText())
                .containsExactly(days);
        return this;
    }

    /** All that were asked for of the modules before the opening have a place. */
    public PlanAssert hasNobodyUnplaced(int asked) {
        isNotNull();
        int seated = actual.stream()
                .filter(draft -> draft.module().isCompulsory())
                .mapToInt(Draft::expected)
                .sum();
        Assertions.assertThat(seated).as("people placed").isEqualTo(asked);
        return this;
    }

    /** The only session. */
    public SessionAssert session() {
        Assertions.assertThat(actual).as(descriptionText()).hasSize(1);
        return new SessionAssert(actual.get(0));
    }

    /** The only session of a module. */
    public SessionAssert session(String module) {
        List<Draft> found = of(module);
        Assertions.assertThat(found).as("sessions of " + module).hasSize(1);
        return new SessionAssert(found.get(0));
    }

    private List<Draft> of(String module) {
        isNotNull();
        return actual.stream()
                .filter(draft -> draft.module().code().equals(module))
                .map(Draft.class::cast)
                .toList();
    }

    /** One session of the plan; each answer leads back to it. */
    public final class SessionAssert {

        private final Draft draft;

        private SessionAssert(Draft draft) {
            this.draft = draft;
        }

        public SessionAssert isOn(LocalDate day) {
            return equal("day", draft.day(), day);
        }

        public SessionAssert startsAt(LocalTime start) {
            return equal("start", draft.start(), start);
        }

        public SessionAssert isAt(String place) {
            return equal("place", draft.place(), place);
        }

        public SessionAssert isLedBy(Long trainer) {
            return equal("trainer", draft.trainerId(), trainer);
        }

        public SessionAssert isFor(int people) {
            return equal("people", draft.expected(), people);
        }

        public SessionAssert hasPlaces(int places) {
            return equal("places", draft.capacity(), places);
        }

        /** Each session of the other module is later. */
        public SessionAssert isBefore(String module) {
            Assertions.assertThat(of(module))
                    .as("sessions of " + module + " after " + draft.module().code())
                    .isNotEmpty()
                    .allMatch(other -> draft.day().isBefore(other.day()));
            return this;
        }

        /** Another session of the same plan. */
        public SessionAssert session(String module) {
            return PlanAssert.this.session(module);
        }

        private SessionAssert equal(String what, Object found, Object wanted) {
            Assertions.assertThat(found)
                    .as("%s of %s on %s", what, draft.module().code(), draft.day())
                    .isEqualTo(wanted);
            return this;
        }
    }
}
