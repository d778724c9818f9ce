package fr.forment.benchmark.plan;

import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Numbered;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Search;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Plans in which something is to be explained: schools wish, trainers give no more than so many half-days; two of three
 * rest on more ({@link Troubles}).
 */
final class WhyGround {

    /** @param sessions each under its number */
    record Case(String name, PlanFacts facts, List<Draft> sessions) {}

    private static final List<String> SLOTS = List.of("MERCREDI_MATIN", "MERCREDI_APRES_MIDI", "SOIR");

    private WhyGround() {}

    /** Circonscriptions and hard situations in turn. */
    static Case drawn(List<Instance> instances, long seed, int steps) {
        var random = new Random(seed);
        boolean odd = seed % 2 == 0;
        Kind kind = Kind.values()[(int) (seed / 2 % Kind.values().length)];
        Instance instance = instances.get((int) (seed / 2 % instances.size()));
        PlanFacts wishing = wishing(odd ? kind.drawn(seed) : instance.facts(), random);
        PlanFacts facts = seed % 3 == 0 ? wishing : Troubles.drawn(wishing, random);
        return new Case(
                odd ? kind.name() : instance.name(),
                facts,
                Numbered.of(PlanSolver.solve(
                                facts, Search.ofSteps(Weights.delivered(), seed, steps), plan -> {}, () -> false)
                        .sessions()));
    }

    static PlanFacts wishing(PlanFacts facts, Random random) {
        List<Wish> wishes = new ArrayList<>();
        for (SchoolFacts school : facts.schools()) {
            if (random.nextInt(2) == 0) {
                wishes.add(new Wish(school.uai(), Wish.Kind.SLOT, SLOTS.get(random.nextInt(3))));
            }
            if (random.nextInt(4) == 0) {
                wishes.add(new Wish(school.uai(), Wish.Kind.FORMAT, random.nextInt(3) == 0 ? "REGROUPEMENT" : "ECOLE"));
            }
            if (random.nextInt(3) == 0) {
                wishes.add(new Wish(school.uai(), Wish.Kind.TRAVEL, String.valueOf(5 * (1 + random.nextInt(3)))));
            }
        }
        Conditions said = facts.conditions();
        Map<Long, List<Bound>> halfDays = new HashMap<>(said.halfDays());
        facts.people().stream()
                .filter(person -> person.schoolUai() == null && random.nextInt(3) == 0)
                .forEach(person -> halfDays.put(person.id(), Bound.of(2 + random.nextInt(8))));
        return facts.with(new Conditions(
                said.absences(),
                halfDays,
                said.qualified(),
                said.closed(),
                wishes,
                said.priorities(),
                said.held(),
                said.rooms()));
    }

    /** Circonscriptions as one: no real plan is as large. */
    static PlanFacts together(List<Instance> instances) {
        PlanFacts first = instances.get(0).facts();
        List<SchoolFacts> schools = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        var needs = new ArrayList<>(first.needs());
        needs.clear();
        Map<Integer, List<String>> uais = new HashMap<>();
        Set<ModuleFacts> modules = new LinkedHashSet<>();
        for (Instance instance : instances) {
            PlanFacts facts = instance.facts();
            long shift = 100_000L * (1 + instances.indexOf(instance));
            schools.addAll(facts.schools());
            facts.modules().stream()
                    .filter(module ->
                            modules.stream().noneMatch(other -> other.code().equals(module.code())))
                    .forEach(modules::add);
            facts.people()
                    .forEach(person -> people.add(new Person(
                            shift + person.id(),
                            person.function(),
                            person.schoolUai(),
                            person.minutesLeft(),
                            person.trained())));
            facts.needs().stream()
                    .filter(need -> facts.schoolsByUai().containsKey(need.schoolUai()))
                    .forEach(needs::add);
            facts.vagues().forEach(vague -> uais.computeIfAbsent(vague.rank(), rank -> new ArrayList<>())
                    .addAll(vague.schoolUais()));
        }
        return new PlanFacts(
                first.circonscriptionUai(),
                first.from(),
                first.until(),
                first.town(),
                first.schoolDay(),
                List.copyOf(modules),
                first.vagues().stream()
                        .map(vague -> new VagueFacts(vague.rank(), vague.opensOn(), uais.get(vague.rank())))
                        .toList(),
                schools,
                people,
                needs,
                List.of(),
                first.pace(),
                Map.of());
    }
}
