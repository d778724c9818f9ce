package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.calculation.Weights;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** From the sessions of a plan to a {@link Timetable} in which better ones are looked for. */
final class Drafting {

    private Drafting() {}

    /** In which each session may be held at every moment of its course. */
    static Timetable of(Basis basis, List<Draft> start, Weights weights) {
        return of(basis, start, weights, true);
    }

    /** To be counted only: nothing is looked for, so no other moments are laid out, which takes most of the time. */
    static Timetable asItStands(Basis basis, List<Draft> start, Weights weights) {
        return of(basis, start, weights, false);
    }

    private static Timetable of(Basis basis, List<Draft> start, Weights weights, boolean everyMoment) {
        PlanFacts facts = basis.facts();
        var courses = new Courses(basis, start);
        var invitations = new Invitations(facts);
        var layout = new Layout(basis, courses, invitations);
        Map<Course, List<Draft>> sessions = new LinkedHashMap<>();
        for (VagueFacts vague : facts.vagues()) {
            for (ModuleFacts module : facts.modules()) {
                List<Draft> those = sessions(start, vague, module);
                if (!those.isEmpty() || invitations.anyOf(vague, module)) {
                    sessions.put(courses.course(vague, module), those);
                }
            }
        }
        Map<Course, List<Moment>> moments = moments(basis, start, courses, everyMoment ? sessions : Map.of());
        others(facts, start).forEach(draft -> layout.fixed(courses.course(null, draft.module()), draft));
        sessions.forEach((course, drafts) -> new CourseLayout(
                        layout, courses, basis, invitations, course, drafts, moments.getOrDefault(course, List.of()))
                .lay());
        return new Timetable(layout.sittings(), layout.parties(), basis.partners(), overrides(weights));
    }

    private static List<Draft> sessions(List<Draft> start, VagueFacts vague, ModuleFacts module) {
        return start.stream()
                .filter(draft -> Objects.equals(draft.vagueRank(), vague.rank())
                        && draft.module().code().equals(module.code()))
                .sorted(Comparator.comparing(Draft::day).thenComparing(Draft::start))
                .toList();
    }

    /** Training of trainers, and what stands of a vague that is none any more. */
    private static List<Draft> others(PlanFacts facts, List<Draft> start) {
        Set<Integer> ranks = facts.vagues().stream().map(VagueFacts::rank).collect(Collectors.toSet());
        return start.stream()
                .filter(draft -> !ranks.contains(draft.vagueRank()))
                .toList();
    }

    /** All of them, before the first trainer is asked whether he is free. */
    private static Map<Course, List<Moment>> moments(
            Basis basis, List<Draft> start, Courses courses, Map<Course, List<Draft>> sessions) {
        start.forEach(courses::moment);
        basis.facts().conditions().held().forEach(held -> courses.moment(held.session()));
        Map<Course, List<Moment>> moments = new HashMap<>();
        sessions.forEach((course, drafts) -> moments.put(course, courses.moments(course, drafts)));
        return moments;
    }

    static ConstraintWeightOverrides<HardMediumSoftLongScore> overrides(Weights weights) {
        Map<String, HardMediumSoftLongScore> known = new HashMap<>();
        for (Goal goal : Goal.values()) {
            known.put(goal.name(), HardMediumSoftLongScore.ofSoft(weights.of(goal)));
        }
        return ConstraintWeightOverrides.of(known);
    }
}
