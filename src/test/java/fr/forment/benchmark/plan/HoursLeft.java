package fr.forment.benchmark.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether the people of each school have the hours for what they are invited to beyond what they must follow before the
 * opening. Who sits where is settled later: it is enough that some seating exists, looked for with the person who has
 * most hours first.
 */
final class HoursLeft {

    private static final Set<String> TEACHERS = Set.of("ADJOINT", "TR", "CONTRACTUEL", "PES");

    private final JsonNode plan;
    private final List<JsonNode> sessions;
    private final List<String> exceeded = new ArrayList<>();
    private String reserved = "";

    HoursLeft(JsonNode plan, List<JsonNode> sessions) {
        this.plan = plan;
        this.sessions = sessions;
    }

    /** Of this school, what must be followed before the opening takes hours though nobody sits in it yet. */
    HoursLeft reservingFor(String uai) {
        reserved = uai;
        return this;
    }

    List<String> exceeded() {
        Map<String, Map<String, Integer>> seated = new TreeMap<>();
        sessions.forEach(session -> Recount.seats(session)
                .forEach((uai, people) -> seated.computeIfAbsent(uai, school -> new HashMap<>())
                        .merge(session.get("module").asText(), people, Integer::sum)));
        seated.forEach(this::school);
        return exceeded;
    }

    private void school(String uai, Map<String, Integer> seats) {
        List<JsonNode> people = Recount.list(plan.get("people")).stream()
                .filter(person -> person.get("school").asText().equals(uai))
                .toList();
        Map<Integer, Integer> left = new HashMap<>();
        people.forEach(person ->
                left.put(person.get("number").asInt(), person.get("minutesLeft").asInt()));
        Map<String, Integer> others = new TreeMap<>();
        modules().forEach(module -> {
            int seated = seats.getOrDefault(code(module), 0);
            int compulsory = uai.equals(reserved) ? compulsory(uai, module) : Math.min(compulsory(uai, module), seated);
            seat(people, left, module, compulsory, true);
            others.put(code(module), seated - compulsory);
        });
        modules()
                .filter(module -> others.getOrDefault(code(module), 0) > 0)
                .sorted(Comparator.comparingInt(
                                (JsonNode module) -> module.get("minutes").asInt())
                        .reversed())
                .forEach(module -> {
                    int without = seat(people, left, module, others.get(code(module)), false);
                    if (without > 0) {
                        exceeded.add(uai + " " + code(module) + ": " + without + " people have no hours left");
                    }
                });
    }

    private Stream<JsonNode> modules() {
        return Recount.list(plan.get("modules")).stream();
    }

    /** Returns how many of the people who are listed have no time; nobody knows the hours of those who are not. */
    private int seat(List<JsonNode> people, Map<Integer, Integer> left, JsonNode module, int seats, boolean whatever) {
        List<JsonNode> able = people.stream()
                .filter(person -> publics(person).stream()
                        .filter(profile -> has(module.get("profiles"), profile))
                        .findFirst()
                        .filter(profile -> has(module.get("beforeOpening"), profile) == whatever)
                        .isPresent())
                .filter(person -> !has(person.get("trained"), code(module)))
                .sorted(Comparator.comparingInt(
                        person -> -left.get(person.get("number").asInt())))
                .toList();
        int minutes = module.get("minutes").asInt();
        int found = 0;
        for (JsonNode person : able) {
            int number = person.get("number").asInt();
            if (found < seats && (whatever || left.get(number) >= minutes)) {
                left.merge(number, -minutes, Integer::sum);
                found++;
            }
        }
        return whatever ? 0 : Math.max(0, Math.min(seats, able.size()) - found);
    }

    private int compulsory(String uai, JsonNode module) {
        return Recount.list(plan.get("needs")).stream()
                .filter(need -> need.get("school").asText().equals(uai)
                        && need.get("module").asText().equals(code(module))
                        && has(module.get("beforeOpening"), need.get("profile").asText()))
                .mapToInt(need -> need.get("people").asInt())
                .sum();
    }

    static List<String> publics(JsonNode person) {
        String function = person.get("function").asText();
        return function.equals("DIRECTEUR")
                ? List.of("DIRECTEUR", "ENSEIGNANT")
                : TEACHERS.contains(function) ? List.of("ENSEIGNANT", "ADMINISTRATEUR") : List.of("NON_ENSEIGNANT");
    }

    private static boolean has(JsonNode codes, String code) {
        return Recount.list(codes).stream().anyMatch(node -> node.asText().equals(code));
    }

    private static String code(JsonNode module) {
        return module.get("code").asText();
    }
}
