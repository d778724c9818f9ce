package fr.forment.plan.calculation;

import fr.forment.plan.calculation.hours.SharedHours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * How many people of a school are invited to which module, as far as their hours go: those for whom it is compulsory
 * before the opening first, whatever their hours where a person chose so; then what the school asked for first.
 */
public final class Allotment {

    private static final int NOT_ASKED_FOR = 9;

    private final PlanFacts facts;
    private final List<ModuleFacts> order;
    private final TraineeHours hours;
    private final Candidates candidates;
    private final Map<Need, Integer> people = new HashMap<>();

    /** @param order of the modules, prerequisites first */
    public Allotment(PlanFacts facts, List<ModuleFacts> order) {
        this.facts = facts;
        this.order = order;
        this.hours = new TraineeHours(facts.people());
        this.candidates = new Candidates(facts);
    }

    /** @param needs of one school */
    public void share(List<Need> needs) {
        List<Need> invited = new ArrayList<>();
        needs.stream().filter(need -> !isDeferrable(need)).forEach(need -> {
            invite(need, facts.goesBeyondHours() ? need.people() : free(need));
            invited.add(need);
        });
        needs.stream()
                .filter(this::isDeferrable)
                .sorted(Comparator.comparingInt((Need need) -> wish(need, needs))
                        .thenComparingInt(need -> order.indexOf(module(need)))
                        .thenComparing(Need::profile))
                .forEach(need -> {
                    invite(need, free(need));
                    invited.add(need);
                });
        keepToHours(invited);
        useWhatIsLeft(invited);
        keepTrainersOut(invited);
    }

    /** Whoever alone may lead a module is in no session of it: there is nobody to train that one person. */
    private void keepTrainersOut(List<Need> invited) {
        for (ModuleFacts module : order) {
            List<Need> theirs = invited.stream()
                    .filter(need -> need.moduleCode().equals(module.code()))
                    .toList();
            if (!theirs.isEmpty()) {
                String uai = theirs.get(0).schoolUai();
                List<Person> leaders = Trainers.of(facts, module, Set.of(uai));
                int most = leaders.size() == 1 ? candidates.most(uai, module, leaders.get(0)) : Integer.MAX_VALUE;
                for (int n = theirs.size() - 1; n >= 0; n--) {
                    int over = theirs.stream().mapToInt(this::of).sum() - most;
                    people.merge(theirs.get(n), -Math.max(0, Math.min(over, of(theirs.get(n)))), Integer::sum);
                }
            }
        }
    }

    private int free(Need need) {
        return hours.free(need.schoolUai(), module(need), need.profile(), need.people());
    }

    /**
     * Counted person by person above; whether the school can share its hours out so, beside what stands and may not
     * change, is asked once more, as the check does.
     */
    private void keepToHours(List<Need> invited) {
        if (invited.isEmpty()) {
            return;
        }
        String uai = invited.get(0).schoolUai();
        Map<ModuleFacts, Integer> standing = standing(uai);
        var shared = SharedHours.of(facts, uai);
        for (boolean whatever : List.of(false, true)) {
            for (int n = invited.size() - 1; n >= 0; n--) {
                fewer(invited.get(n), whatever, () -> shared.excess(seats(invited, standing), standing));
            }
        }
    }

    /**
     * Who goes where was settled above as if it could not change: as many more as the school can share its hours out.
     */
    private void useWhatIsLeft(List<Need> invited) {
        List<Need> fewer = invited.stream()
                .filter(need -> !need.profile().isOnlyCounted() && of(need) < need.people())
                .toList();
        if (fewer.isEmpty()) {
            return;
        }
        String uai = fewer.get(0).schoolUai();
        Map<ModuleFacts, Integer> standing = standing(uai);
        var shared = SharedHours.of(facts, uai);
        int before = shared.excess(seats(invited, standing), standing);
        for (Need need : fewer) {
            boolean fits = true;
            while (fits && of(need) < need.people()) {
                people.merge(need, 1, Integer::sum);
                fits = shared.excess(seats(invited, standing), standing) <= before;
                if (!fits) {
                    people.merge(need, -1, Integer::sum);
                }
            }
        }
    }

    /** @param whatever also where it helps nobody by itself */
    private void fewer(Need need, boolean whatever, IntSupplier excess) {
        int before = excess.getAsInt();
        while (before > 0 && of(need) > 0) {
            people.merge(need, -1, Integer::sum);
            int now = excess.getAsInt();
            if (now >= before && !whatever) {
                people.merge(need, 1, Integer::sum);
                return;
            }
            before = now;
        }
    }

    private Map<ModuleFacts, Integer> standing(String uai) {
        Map<ModuleFacts, Integer> seats = new HashMap<>();
        facts.conditions().held().stream()
                .filter(held -> held.fixed() && held.session().seats().containsKey(uai))
                .forEach(held -> seats.merge(
                        held.session().module(), held.session().seats().get(uai), Integer::sum));
        return seats;
    }

    /** Whoever sits in what stands is invited already. */
    private Map<ModuleFacts, Integer> seats(List<Need> invited, Map<ModuleFacts, Integer> standing) {
        Map<ModuleFacts, Integer> seats = new HashMap<>();
        invited.stream()
                .filter(need -> !need.profile().isOnlyCounted() && of(need) > 0)
                .forEach(need -> seats.merge(module(need), of(need), Integer::sum));
        standing.forEach((module, seated) ->
                seats.computeIfPresent(module(module.code()), (same, all) -> Math.max(0, all - seated)));
        standing.forEach((module, seated) -> seats.merge(module, seated, Integer::sum));
        return seats;
    }

    public int of(Need need) {
        return people.getOrDefault(need, 0);
    }

    private void invite(Need need, int number) {
        people.put(need, number);
        hours.seat(need.schoolUai(), module(need), Set.of(need.profile()), number);
    }

    /** Whoever asks for a module asks for what must come before it. */
    private int wish(Need need, List<Need> needs) {
        return needs.stream()
                .filter(other -> other.wish() > 0 && leadsTo(need.moduleCode(), other.moduleCode(), new HashSet<>()))
                .mapToInt(Need::wish)
                .min()
                .orElse(NOT_ASKED_FOR);
    }

    private boolean leadsTo(String code, String wanted, Set<String> seen) {
        return code.equals(wanted)
                || seen.add(wanted)
                        && order.stream()
                                .filter(module -> module.code().equals(wanted))
                                .flatMap(module -> module.prerequisites().stream())
                                .anyMatch(before -> leadsTo(code, before, seen));
    }

    private boolean isDeferrable(Need need) {
        return module(need).isDeferrable(need.profile());
    }

    private ModuleFacts module(Need need) {
        return module(need.moduleCode());
    }

    private ModuleFacts module(String code) {
        return order.stream()
                .filter(module -> module.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
