package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether a session that stands can be held as it stands, for what the facts now say. */
public final class StillHeld {

    private final PlanFacts facts;
    private final Elsewhere elsewhere;

    public StillHeld(PlanFacts facts) {
        this.facts = facts;
        this.elsewhere = new Elsewhere(facts);
    }

    /** On its day, with everybody it expects, its trainer and its place. */
    public boolean canBeHeld(Draft draft) {
        return facts.schoolDay().test(draft.day()) && schoolsCanCome(draft) && trainerCanCome(draft) && hasPlace(draft);
    }

    /** Whether those it expects can come, whoever leads it. */
    public boolean schoolsCanCome(Draft draft) {
        return elsewhere.canCome(draft, draft.day(), draft.start(), draft.end(), draft.place())
                && draft.seats().keySet().stream().noneMatch(uai -> isClosed(uai, draft.day()));
    }

    private boolean isClosed(String uai, LocalDate day) {
        return facts.conditions().closed().getOrDefault(uai, Set.of()).contains(day);
    }

    private boolean trainerCanCome(Draft draft) {
        if (draft.trainerId() == null) {
            return true;
        }
        long id = draft.trainerId();
        boolean knows = draft.module().isHeldBySchool()
                || facts.people().stream()
                        .anyMatch(person ->
                                person.id() == id && Trainers.mayLead(facts, person, draft.module(), draft.day()));
        return knows
                && facts.conditions().absences().stream()
                        .noneMatch(absence ->
                                absence.personId() == id && absence.covers(draft.day(), draft.start(), draft.end()))
                && !elsewhere.keeps(id, draft.day(), draft.start(), draft.end(), draft.place())
                && facts.conditions().halfDays().getOrDefault(id, List.of()).stream()
                        .filter(bound -> bound.covers(draft.day()))
                        .allMatch(bound -> halfDaysUpTo(draft, bound) <= bound.most());
    }

    /** Of a trainer who gives fewer half-days than before, the last sessions are the ones hit. */
    private int halfDaysUpTo(Draft draft, Conditions.Bound bound) {
        return (int) facts.conditions().held().stream()
                .map(Held::session)
                .filter(other -> Objects.equals(other.trainerId(), draft.trainerId())
                        && !other.day()
                                .atTime(other.start())
                                .isAfter(draft.day().atTime(draft.start())))
                .filter(other -> bound.covers(other.day()))
                .flatMap(other -> Slot.partsOfDay(other.day(), other.start(), other.end()).stream())
                .distinct()
                .count();
    }

    private boolean hasPlace(Draft draft) {
        if (isClosed(draft.place(), draft.day())) {
            return false;
        }
        return draft.module().isHeldBySchool() && !facts.conditions().hasLost(draft.place(), draft.day())
                || draft.place().equals(Meeting.ONLINE)
                || Meeting.kept(draft, draft.expected(), facts, draft.day(), place -> facts.busy().stream()
                                .noneMatch(busy -> busy.place().equals(place)
                                        && busy.overlaps(draft.day(), draft.start(), draft.end())))
                        .isPresent();
    }
}
