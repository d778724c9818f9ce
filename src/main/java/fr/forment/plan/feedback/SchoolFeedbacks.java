package fr.forment.plan.feedback;

import fr.forment.plan.Coverage;
import fr.forment.plan.LeavingSchools;
import fr.forment.plan.Plan;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.Unplaced;
import fr.forment.survey.Answers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Tells each school what its answer changed in a plan. Computed from the plan as it stands: a version never changes
 * once approved.
 */
@Component
@RequiredArgsConstructor
public class SchoolFeedbacks {

    private final FeedbackFacts facts;
    private final Plans plans;
    private final LeavingSchools leaving;

    /** By school: those that answered, and those the plan serves. */
    public Map<String, SchoolFeedback> of(Plan plan) {
        FeedbackFacts.Of known = facts.of(plan);
        Map<String, SchoolFeedback> feedbacks = new TreeMap<>();
        known.schoolsConcerned().forEach(uai -> feedbacks.put(uai, feedback(known, uai)));
        return feedbacks;
    }

    /**
     * Who has no seat ({@link Coverage}), with why; by school, then module.
     *
     * @param sessions of the version, read already
     */
    public List<Unplaced> unplaced(Plan plan, List<PlannedSession> sessions) {
        FeedbackFacts.Of known = facts.of(plan, sessions);
        Map<String, ModuleFeedback> whys = new HashMap<>();
        return known.coverage(sessions).stream()
                .filter(each -> each.missing() > 0)
                .sorted(Comparator.comparing(Coverage::schoolUai).thenComparing(Coverage::moduleCode))
                .map(each -> whys.computeIfAbsent(each.schoolUai(), uai -> new ModuleFeedback(known, uai))
                        .unplaced(each))
                .toList();
    }

    /**
     * Those for whom something is new: all of a first plan; of an amendment, those whose answers or sessions it
     * changes.
     */
    public Map<String, SchoolFeedback> news(Plan plan) {
        Map<String, SchoolFeedback> now = of(plan);
        if (plan.basePlanId() != null) {
            Map<String, SchoolFeedback> before =
                    of(plans.find(plan.basePlanId()).orElseThrow());
            now.keySet().removeAll(leaving.of(plan.id())); // they are written that they leave
            Map<String, Set<List<Object>>> held = mine(plans.sessions(plan.id()));
            Map<String, Set<List<Object>>> were = mine(plans.toldBefore(plan));
            now.entrySet().removeIf(each -> {
                SchoolFeedback old = before.get(each.getKey());
                return old != null
                        && each.getValue().asked().equals(old.asked())
                        && held.getOrDefault(each.getKey(), Set.of())
                                .equals(were.getOrDefault(each.getKey(), Set.of()));
            });
        }
        return now;
    }

    /** By school, what each of its sessions is for its own people: who else comes changes nothing for them. */
    private Map<String, Set<List<Object>>> mine(List<PlannedSession> sessions) {
        Map<String, Set<List<Object>>> held = new HashMap<>();
        sessions.forEach(
                session -> session.seats().forEach((uai, people) -> held.computeIfAbsent(uai, none -> new HashSet<>())
                        .add(List.of(
                                session.line(),
                                session.moduleCode(),
                                session.startsAt(),
                                session.minutes(),
                                session.place(),
                                people))));
        return held;
    }

    /** Empty when the school neither answered nor is served. */
    public Optional<SchoolFeedback> of(Plan plan, String uai) {
        FeedbackFacts.Of known = facts.of(plan);
        return known.schoolsConcerned().contains(uai) ? Optional.of(feedback(known, uai)) : Optional.empty();
    }

    private static SchoolFeedback feedback(FeedbackFacts.Of known, String uai) {
        Answers said = known.answers().get(uai);
        return new SchoolFeedback(
                uai,
                said != null,
                new ModuleFeedback(known, uai).entries(),
                said == null ? List.of() : new WishFeedback(known, uai, said).entries(),
                said == null ? "" : said.text("otherNeed"));
    }
}
