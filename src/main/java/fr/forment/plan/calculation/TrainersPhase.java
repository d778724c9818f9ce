package fr.forment.plan.calculation;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.MiddayBreak;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people of the circonscription who then train others: cadres, E-RUN, DSI. Those trained already are not asked
 * again.
 */
final class TrainersPhase {

    private final PlanFacts facts;
    private final Agenda agenda;
    private final Trainers trainers;
    private final Candidates candidates;

    TrainersPhase(PlanFacts facts, Agenda agenda, Trainers trainers) {
        this.facts = facts;
        this.agenda = agenda;
        this.trainers = trainers;
        this.candidates = new Candidates(facts);
    }

    List<Draft> propose() {
        List<Draft> drafts = new ArrayList<>();
        LocalDate from = EarliestStart.ofPlan(facts).day();
        for (ModuleFacts module : ModuleOrder.of(
                facts.modules().stream().filter(ModuleFacts::trainsTrainers).toList())) {
            int left = audience(module) - expected(module, true);
            int most = candidates.most(facts.circonscriptionUai(), module, trainers.of(module, Set.of()));
            if (isLedByOne(module)) {
                left = Math.min(left, most); // nobody else could train that one person
            }
            for (Held held : standing(module)) {
                int people = Math.min(Math.min(left, most), held.session().expected());
                left -= people;
                Draft draft = people > 0 ? keep(held, people, from) : null;
                if (draft != null) {
                    drafts.add(draft);
                }
            }
            int size = Math.min(module.groupSize(), most);
            for (; left > 0 && size > 0; left -= size) {
                Draft draft = place(module, Math.min(left, size), from, null);
                if (draft != null) {
                    drafts.add(draft);
                }
            }
            from = drafts.stream()
                    .map(Draft::day)
                    .max(LocalDate::compareTo)
                    .map(last -> last.plusDays(1))
                    .orElse(from);
        }
        return drafts;
    }

    private boolean isLedByOne(ModuleFacts module) {
        return trainers.of(module, Set.of()).size() == 1;
    }

    private int audience(ModuleFacts module) {
        return facts.needs().stream()
                .filter(need -> need.schoolUai().equals(facts.circonscriptionUai())
                        && need.moduleCode().equals(module.code()))
                .mapToInt(Need::people)
                .sum();
    }

    private List<Held> standing(ModuleFacts module) {
        return facts.conditions().held().stream()
                .filter(held -> !held.fixed() && isOf(held, module))
                .sorted(Comparator.comparing((Held held) -> held.session().day())
                        .thenComparingInt(Held::line))
                .toList();
    }

    private int expected(ModuleFacts module, boolean fixed) {
        return facts.conditions().held().stream()
                .filter(held -> held.fixed() == fixed && isOf(held, module))
                .mapToInt(held -> held.session().expected())
                .sum();
    }

    private static boolean isOf(Held held, ModuleFacts module) {
        return held.session().vagueRank() == null
                && held.session().module().code().equals(module.code());
    }

    /** On its day if it still can be, else on the first one there is; under its number. */
    private Draft keep(Held held, int people, LocalDate from) {
        Draft was = held.session();
        boolean canStay = !was.day().isBefore(facts.from())
                || facts.isInForce(held.line(), was.day().atTime(was.start()));
        Draft there = canStay && facts.schoolDay().test(was.day())
                ? at(was.module(), people, was.day(), was.start(), held.line())
                : null;
        return there != null ? there : place(was.module(), people, from, held.line());
    }

    private Draft place(ModuleFacts module, int people, LocalDate from, Integer line) {
        for (LocalDate day = from; !day.isAfter(facts.until()); day = day.plusDays(1)) {
            if (!facts.schoolDay().test(day)) {
                continue;
            }
            for (Slot slot : Slot.ofCirconscription(module)) {
                Draft draft = at(module, people, day, slot.start(), line);
                if (draft != null) {
                    return draft;
                }
            }
        }
        return null;
    }

    /**
     * Who is trained may be the trainer of the next one: a day has one training of this phase per half-day and place.
     */
    private Draft at(ModuleFacts module, int people, LocalDate day, LocalTime start, Integer line) {
        LocalTime end = MiddayBreak.end(start, module.minutes());
        String place = module.format() == Format.DISTANCE ? Meeting.ONLINE : facts.town();
        List<Person> known = trainers.of(module, Set.of());
        Person free = trainers.of(module, Set.of(), day).stream()
                .filter(person -> people <= candidates.most(facts.circonscriptionUai(), module, person))
                .filter(person -> agenda.canLead(person, day, start, end, place))
                .findFirst()
                .orElse(null);
        String busyKey = free == null ? module.trainerKind().name() : Agenda.trainer(free.id());
        boolean noTrainer = !known.isEmpty() && free == null;
        if (noTrainer || !agenda.isFree(busyKey, day, start, end) || !agenda.isFree(place, day, start, end)) {
            return null;
        }
        var draft = new Draft(
                null,
                module,
                day,
                start,
                place,
                module.groupSize(),
                free == null ? null : free.id(),
                module.profiles(),
                Map.of(),
                people,
                line);
        if (!agenda.canCome(draft, day, start, draft.place())) {
            return null;
        }
        if (agenda.meanwhile(day, start, end).anyMatch(other -> !OwnPeople.canBothCome(facts, draft, other))) {
            return null;
        }
        agenda.book(draft, busyKey);
        return draft;
    }
}
