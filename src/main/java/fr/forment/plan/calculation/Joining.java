package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Schools that joined after a plan was made: no session of others changes its day for them. */
final class Joining {

    private final PlanFacts facts;
    private final LocalDate today;
    private final Whereabouts whereabouts;

    Joining(PlanFacts facts, LocalDate today) {
        this.facts = facts;
        this.today = today;
        this.whereabouts = new Whereabouts(facts);
    }

    /** The same sessions, with the people of new schools on free places; new ones after them. */
    List<Draft> seat(List<Draft> sessions) {
        Set<String> known = sessions.stream()
                .flatMap(draft -> draft.seats().keySet().stream())
                .collect(Collectors.toSet());
        List<Need> news = facts.needs().stream()
                .filter(need -> !known.contains(need.schoolUai()) && isOfVague(need.schoolUai()))
                .toList();
        if (news.isEmpty()) {
            return sessions;
        }
        List<Draft> seated = new ArrayList<>(sessions);
        for (ModuleFacts module : ModuleOrder.of(facts.modules())) {
            news.stream()
                    .filter(need -> need.moduleCode().equals(module.code()))
                    .map(Need::schoolUai)
                    .distinct()
                    .forEach(uai -> sitDown(uai, module, news, seated));
        }
        return Stream.concat(seated.stream(), ofTheirOwn(news, seated)).toList();
    }

    private boolean isOfVague(String uai) {
        return facts.vagues().stream().anyMatch(vague -> vague.schoolUais().contains(uai));
    }

    private void sitDown(String uai, ModuleFacts module, List<Need> news, List<Draft> seated) {
        int people = news.stream()
                .filter(need ->
                        need.schoolUai().equals(uai) && need.moduleCode().equals(module.code()))
                .mapToInt(Need::people)
                .sum();
        seated.stream()
                .filter(draft -> draft.module().code().equals(module.code()) && takes(draft, people))
                .filter(draft -> facts.vagues().stream()
                        .anyMatch(vague -> Integer.valueOf(vague.rank()).equals(draft.vagueRank())
                                && vague.schoolUais().contains(uai)))
                .filter(draft ->
                        !draft.day().isBefore(facts.from()) && !draft.day().isBefore(today))
                .filter(draft ->
                        !facts.conditions().closed().getOrDefault(uai, Set.of()).contains(draft.day()))
                .filter(draft -> comesInOrder(draft, uai, seated))
                .min(Comparator.comparingDouble((Draft draft) -> whereabouts.kilometres(uai, draft.place()))
                        .thenComparing(Draft::day)
                        .thenComparing(Draft::line, Comparator.nullsLast(Comparator.naturalOrder())))
                .ifPresent(draft -> {
                    Map<String, Integer> seats = new LinkedHashMap<>(draft.seats());
                    seats.put(uai, people);
                    seated.set(seated.indexOf(draft), draft.with(draft.line(), seats, draft.expected() + people));
                });
    }

    private boolean takes(Draft draft, int people) {
        SchoolFacts host = facts.schoolsByUai().get(draft.place());
        int room = facts.conditions()
                .capacity(draft.place(), draft.day())
                .orElse(host == null || host.room() <= 0 ? draft.capacity() : host.room());
        return !draft.module().isHeldBySchool()
                && draft.expected() + people
                        <= Math.min(
                                Math.min(draft.capacity(), room), draft.module().groupSize());
    }

    private static boolean comesInOrder(Draft draft, String uai, List<Draft> seated) {
        return seated.stream()
                .filter(other -> other.seats().containsKey(uai))
                .allMatch(other -> !other.day().equals(draft.day())
                        && (!draft.module()
                                        .prerequisites()
                                        .contains(other.module().code())
                                || other.day().isBefore(draft.day()))
                        && (!other.module()
                                        .prerequisites()
                                        .contains(draft.module().code())
                                || draft.day().isBefore(other.day())));
    }

    private Stream<Draft> ofTheirOwn(List<Need> news, List<Draft> seated) {
        int free = -1;
        List<Held> held = new ArrayList<>();
        for (Draft draft : seated) {
            held.add(new Held(draft.line() == null ? free-- : draft.line(), draft, true, true));
        }
        Conditions fixed = facts.conditions().with(held);
        return PlanCalculator.propose(facts.with(fixed).needing(news)).stream().filter(draft -> draft.line() == null);
    }
}
