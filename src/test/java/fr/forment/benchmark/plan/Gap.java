package fr.forment.benchmark.plan;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.calculation.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far a plan is from what no plan can beat, vague by vague and module by module, with the people it seats and as
 * many sessions as it holds.
 *
 * @param km of the plan, {@code kmBound} of the best choice of places when splitting schools is free
 * @param priced km and splits at their price, {@code pricedBound} of the best parting
 */
record Gap(double km, double kmBound, double priced, double pricedBound) {

    private static final int NODES = 20_000;
    private static final int REFINEMENTS = 400;
    private static final Map<String, double[]> KNOWN = new HashMap<>();

    /** Of km alone, in percent. */
    double ofKm() {
        return kmBound == 0 ? 0 : 100 * (km - kmBound) / kmBound;
    }

    /** With splits at their price, in percent. */
    double ofPriced() {
        return pricedBound == 0 ? 0 : 100 * (priced - pricedBound) / pricedBound;
    }

    Gap plus(Gap other) {
        return new Gap(km + other.km, kmBound + other.kmBound, priced + other.priced, pricedBound + other.pricedBound);
    }

    static Gap of(PlanFacts facts, List<Draft> sessions, Weights weights) {
        var travel = new Travel(facts);
        double split = weights.of(Goal.ECOLES_REUNIES) / (double) Math.max(1, weights.of(Goal.PERSONNE_KM));
        Gap gap = new Gap(0, 0, 0, 0);
        for (VagueFacts vague : facts.vagues()) {
            for (ModuleFacts module : facts.modules()) {
                List<Draft> those = sessions.stream()
                        .filter(draft -> Objects.equals(draft.vagueRank(), vague.rank())
                                && draft.module().equals(module)
                                && !module.isHeldBySchool())
                        .toList();
                if (!those.isEmpty()) {
                    gap = gap.plus(of(facts, travel, those, split));
                }
            }
        }
        return gap;
    }

    private static Gap of(PlanFacts facts, Travel travel, List<Draft> sessions, double split) {
        Map<String, Integer> people = new TreeMap<>();
        int pieces = 0;
        for (Draft session : sessions) {
            session.seats().forEach((uai, number) -> people.merge(uai, number, Integer::sum));
            pieces += session.seats().size();
        }
        double km = travel.personKm(sessions);
        Map<String, Integer> places = places(facts, travel, sessions.get(0).module());
        List<String> schools = List.copyOf(people.keySet());
        List<String> names = List.copyOf(places.keySet());
        var problem = new TravelProblem(
                schools.stream().mapToInt(people::get).toArray(),
                schools.stream()
                        .map(uai -> names.stream()
                                .mapToDouble(place -> travel.km(uai, place))
                                .toArray())
                        .toArray(double[][]::new),
                names.stream().mapToInt(places::get).toArray(),
                sessions.size(),
                split);
        double[] bounds = KNOWN.computeIfAbsent(
                schools + " " + java.util.Arrays.toString(problem.people()) + sessions.size() + " " + names.hashCode()
                        + split,
                key -> new double[] {TravelBound.of(problem, NODES).bound(), SplitBound.of(problem, REFINEMENTS)});
        return new Gap(km, bounds[0], km + split * (pieces - people.size()), bounds[1]);
    }

    /**
     * Where sessions may be held at all, with the people one holds there: the communes and the schools that have a
     * room; of places that lie at one point, the largest.
     */
    private static Map<String, Integer> places(PlanFacts facts, Travel travel, ModuleFacts module) {
        Map<String, Integer> places = new TreeMap<>();
        List<String> communes = new ArrayList<>();
        for (SchoolFacts school : facts.schools()) {
            if (!communes.contains(school.commune())) {
                communes.add(school.commune());
                places.put(school.commune(), module.groupSize());
            }
        }
        for (SchoolFacts school : facts.schools()) {
            boolean anew = communes.stream().noneMatch(commune -> travel.km(school.uai(), commune) == 0);
            if (school.room() > 0 && anew) {
                places.put(school.uai(), Math.min(school.room(), module.groupSize()));
            }
        }
        facts.roomsElsewhere().forEach(room -> places.put(room.place(), Math.min(room.capacity(), module.groupSize())));
        return places;
    }
}
