package fr.forment.benchmark.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Whether the people of each school have the hours for what they are invited to; what they must follow before the
 * opening comes first, and counts whatever their hours only where the plan says so. Who sits where is settled later: it
 * is enough that some seating exists, looked for with long sessions and with the person who has most hours first. A
 * session takes as long as it says itself, whatever the others of its module do.
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
        Map<String, Map<Length, Integer>> seated = new TreeMap<>();
        sessions.forEach(session -> Recount.seats(session)
                .forEach((uai, people) -> seated.computeIfAbsent(uai, school -> new HashMap<>())
                        .merge(Length.of(session), people, Integer::sum)));
        seated.forEach(this::school);
        return exceeded;
    }

    /** How long a module is in some of its sessions. */
    private record Length(String code, int minutes) {

        static Length of(JsonNode session) {
            return new Length(
                    session.get("module").asText(), session.get("minutes").asInt());
        }

        /** As the catalogue has it. */
        static Length usual(JsonNode module) {
            return new Length(HoursLeft.code(module), module.get("minutes").asInt());
        }
    }

    private void school(String uai, Map<Length, Integer> seats) {
        List<JsonNode> people = Recount.list(plan.get("people")).stream()
                .filter(person -> person.get("school").asText().equals(uai))
                .toList();
        Map<Integer, Integer> left = new HashMap<>();
        people.forEach(person ->
                left.put(person.get("number").asInt(), person.get("minutesLeft").asInt()));
        boolean beyond = plan.get("beyondHours").asBoolean();
        Map<Length, Integer> first = new HashMap<>();
        Map<Length, Integer> firstAsked = new HashMap<>();
        Map<String, Integer> must = needs(uai, true);
        Map<String, Integer> others = needs(uai, false);
        Map<String, Set<Integer>> in = new HashMap<>();
        Map<Length, Integer> taken = new HashMap<>(seats);
        if (uai.equals(reserved)) {
            reserve(seats, must).forEach((length, some) -> taken.merge(length, some, Integer::sum));
        }
        each(taken, (length, module) -> {
            int needed = must.get(length.code());
            int asked = Math.min(needed, taken.get(length));
            firstAsked.put(length, asked);
            first.put(
                    length,
                    seat(able(people, left, in, module, List.of(true)), left, in, length, asked, needed, beyond));
            must.merge(length.code(), -asked, Integer::sum);
        });
        each(seats, (length, module) -> {
            int seated = seats.get(length);
            int asked = Math.max(0, seated - first.get(length));
            int needed = others.get(length.code());
            int found = seat(able(people, left, in, module, List.of(false)), left, in, length, asked, needed, false);
            int wanted = Math.min(Math.max(0, seated - firstAsked.get(length)), needed);
            int unasked = Math.max(0, seated - firstAsked.get(length) - wanted);
            int more = seat(
                    able(people, left, in, module, List.of(false, true)),
                    left,
                    in,
                    length,
                    Math.min(asked - found, unasked),
                    unasked,
                    false);
            others.merge(length.code(), -wanted, Integer::sum);
            if (asked > found + more) {
                exceeded.add(uai + " " + length.code() + ": " + (asked - found - more) + " people have no hours left");
            }
        });
    }

    /** Those who must come before the opening and sit nowhere yet, each for as long as the catalogue says. */
    private Map<Length, Integer> reserve(Map<Length, Integer> seats, Map<String, Integer> must) {
        Map<Length, Integer> more = new HashMap<>();
        Recount.list(plan.get("modules")).forEach(module -> {
            int seated = seats.entrySet().stream()
                    .filter(some -> some.getKey().code().equals(code(module)))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            more.put(Length.usual(module), Math.max(0, must.get(code(module)) - seated));
        });
        return more;
    }

    private Map<String, Integer> needs(String uai, boolean compulsory) {
        Map<String, Integer> needs = new HashMap<>();
        Recount.list(plan.get("modules")).forEach(module -> needs.put(code(module), needed(uai, module, compulsory)));
        return needs;
    }

    /** Long ones first; of a module that is gone nothing is known. */
    private void each(Map<Length, Integer> lengths, BiConsumer<Length, JsonNode> act) {
        lengths.keySet().stream()
                .sorted(Comparator.comparingInt(Length::minutes).reversed().thenComparing(Length::code))
                .forEach(length -> module(length).ifPresent(module -> act.accept(length, module)));
    }

    private Optional<JsonNode> module(Length length) {
        return Recount.list(plan.get("modules")).stream()
                .filter(module -> code(module).equals(length.code()))
                .findFirst();
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
            Length length,
            int asked,
            int needed,
            boolean whatever) {
        int found = 0;
        for (JsonNode person : able) {
            int number = person.get("number").asInt();
            if (found < asked && (whatever || left.get(number) >= length.minutes())) {
                left.merge(number, -length.minutes(), Integer::sum);
                in.computeIfAbsent(length.code(), none -> new HashSet<>()).add(number);
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
