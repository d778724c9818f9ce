package fr.forment.benchmark.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether the people of each school have the hours for what they are invited to; what they must follow before the
 * opening comes first, and counts whatever their hours only where the plan says so. Who sits where is settled later: it
 * is enough that some seating exists, looked for with long modules and with the person who has most hours first.
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
        boolean beyond = plan.get("beyondHours").asBoolean();
        Map<String, Integer> first = new TreeMap<>();
        Map<String, Set<Integer>> in = new HashMap<>();
        modules().forEach(module -> {
            int needed = needed(uai, module, true);
            int asked = uai.equals(reserved) ? needed : Math.min(needed, seats.getOrDefault(code(module), 0));
            first.put(
                    code(module),
                    seat(able(people, left, in, module, List.of(true)), left, in, module, asked, needed, beyond));
        });
        modules().filter(module -> seats.containsKey(code(module))).forEach(module -> {
            int seated = seats.get(code(module));
            int needed = needed(uai, module, false);
            int asked = Math.max(0, seated - first.get(code(module)));
            int found = seat(able(people, left, in, module, List.of(false)), left, in, module, asked, needed, false);
            int unasked = Math.max(0, seated - needed - needed(uai, module, true));
            int more = seat(
                    able(people, left, in, module, List.of(false, true)),
                    left,
                    in,
                    module,
                    Math.min(asked - found, unasked),
                    unasked,
                    false);
            if (asked > found + more) {
                exceeded.add(uai + " " + code(module) + ": " + (asked - found - more) + " people have no hours left");
            }
        });
    }

    /** Long ones first. */
    private Stream<JsonNode> modules() {
        return Recount.list(plan.get("modules")).stream()
                .sorted(Comparator.comparingInt(
                                (JsonNode module) -> module.get("minutes").asInt())
                        .reversed()
                        .thenComparing(HoursLeft::code));
    }

    /**
     * People who may sit there and do not yet, those who must come before the opening or the others; most hours first.
     */
    private List<JsonNode> able(
            List<JsonNode> people,
            Map<Integer, Integer> left,
            Map<String, Set<Integer>> in,
            JsonNode module,
            List<Boolean> compulsory) {
        return compulsory.stream()
                .flatMap(must -> people.stream()
                        .filter(person -> publics(person).stream()
                                .filter(profile -> has(module.get("profiles"), profile))
                                .findFirst()
                                .filter(profile -> has(module.get("beforeOpening"), profile) == must)
                                .isPresent())
                        .filter(person -> !has(person.get("trained"), code(module)))
                        .filter(person -> !in.getOrDefault(code(module), Set.of())
                                .contains(person.get("number").asInt()))
                        .sorted(Comparator.comparingInt(
                                person -> -left.get(person.get("number").asInt()))))
                .toList();
    }

    /** Returns how many of those asked have the time; nobody knows the hours of people who are on no list. */
    private static int seat(
            List<JsonNode> able,
            Map<Integer, Integer> left,
            Map<String, Set<Integer>> in,
            JsonNode module,
            int asked,
            int needed,
            boolean whatever) {
        int minutes = module.get("minutes").asInt();
        int found = 0;
        for (JsonNode person : able) {
            int number = person.get("number").asInt();
            if (found < asked && (whatever || left.get(number) >= minutes)) {
                left.merge(number, -minutes, Integer::sum);
                in.computeIfAbsent(code(module), none -> new HashSet<>()).add(number);
                found++;
            }
        }
        return Math.min(asked, found + Math.max(0, needed - able.size()));
    }

    private int needed(String uai, JsonNode module, boolean compulsory) {
        return Recount.list(plan.get("needs")).stream()
                .filter(need -> need.get("school").asText().equals(uai)
                        && need.get("module").asText().equals(code(module))
                        && !need.get("profile").asText().equals("PARENT")
                        && !need.get("profile").asText().equals("ELEVE")
                        && has(module.get("beforeOpening"), need.get("profile").asText()) == compulsory)
                .mapToInt(need -> need.get("people").asInt())
                .sum();
    }

    static List<String> publics(JsonNode person) {
        String function = person.get("function").asText();
        return function.equals("DIRECTEUR")
                ? List.of("DIRECTEUR", "ENSEIGNANT")
                : TEACHERS.contains(function)
                        ? List.of("ENSEIGNANT", "ADMINISTRATEUR", "PERSONNE_RESSOURCE")
                        : List.of("NON_ENSEIGNANT");
    }

    private static boolean has(JsonNode codes, String code) {
        return Recount.list(codes).stream().anyMatch(node -> node.asText().equals(code));
    }

    private static String code(JsonNode module) {
        return module.get("code").asText();
    }
}
