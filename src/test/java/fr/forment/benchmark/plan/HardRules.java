package fr.forment.benchmark.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What no plan may break, judged from its JSON alone. */
public final class HardRules {

    private static final LocalTime END_OF_CLASS = LocalTime.of(16, 30);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final double MINUTES_PER_KM = 1.3 * 60 / 50;
    private static final int USUAL_MINUTES = 30;

    private final Recount recount;
    private final JsonNode plan;
    private final List<JsonNode> sessions;
    private final Map<String, JsonNode> modules = new HashMap<>();
    private final Map<String, JsonNode> schools = new HashMap<>();
    private final Map<Integer, JsonNode> trainers = new HashMap<>();
    private final Map<Integer, JsonNode> vagues = new TreeMap<>();
    private final FirstDays firstDays;
    private final Set<LocalDate> schoolDays;
    private final List<String> broken = new ArrayList<>();

    private HardRules(Recount recount, List<JsonNode> sessions) {
        this.recount = recount;
        this.plan = recount.plan();
        this.sessions = sessions;
        plan.get("modules").forEach(module -> modules.put(module.get("code").asText(), module));
        plan.get("schools").forEach(school -> schools.put(school.get("uai").asText(), school));
        plan.get("trainers")
                .forEach(trainer -> trainers.put(trainer.get("number").asInt(), trainer));
        plan.get("vagues").forEach(vague -> vagues.put(vague.get("rank").asInt(), vague));
        this.firstDays = new FirstDays(plan, sessions);
        this.schoolDays = new HashSet<>(firstDays.schoolDays());
    }

    /** In words, with the numbers of the sessions; empty when nothing is broken. */
    public static List<String> broken(Recount recount) {
        return new HardRules(recount, recount.sessions()).judge();
    }

    /** Of the sessions that people fixed, by themselves: what no computation can mend. */
    public static List<String> brokenByPins(Recount recount) {
        return new HardRules(
                        recount,
                        Recount.list(recount.plan().get("pins")).stream()
                                .filter(pin -> pin.get("fixed").asBoolean())
                                .map(pin -> pin.get("session"))
                                .toList())
                .judge();
    }

    private List<String> judge() {
        sessions.forEach(this::alone);
        for (int i = 0; i < sessions.size(); i++) {
            for (int j = i + 1; j < sessions.size(); j++) {
                boolean first = line(sessions.get(i)) < line(sessions.get(j));
                together(sessions.get(first ? i : j), sessions.get(first ? j : i));
            }
        }
        sessions.forEach(this::order);
        seats();
        halfDays();
        broken.addAll(new HoursLeft(plan, sessions).exceeded());
        return broken;
    }

    private void alone(JsonNode session) {
        JsonNode module = modules.get(text(session, "module"));
        LocalDate day = day(session);
        breaks(!schoolDays.contains(day), session, "no school that day");
        breaks(
                day.isBefore(date(plan, "from")) || day.isAfter(date(plan, "until")),
                session,
                "outside the time planned");
        int seated = Recount.seats(session).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int expected = session.get("expected").asInt();
        breaks(seated != 0 && seated != expected, session, "seats do not add up");
        breaks(expected > session.get("capacity").asInt(), session, "more people than places");
        breaks(expected > module.get("groupSize").asInt(), session, "more people than a group takes");
        Recount.seats(session).keySet().forEach(uai -> school(session, uai, day));
        room(session, module, expected);
        elsewhere(session, module);
        trainer(session, module);
    }

    private void school(JsonNode session, String uai, LocalDate day) {
        JsonNode school = schools.get(uai);
        if (school == null) {
            breaks(true, session, "school " + uai + " is not planned");
            return;
        }
        boolean inClass = day.getDayOfWeek() == DayOfWeek.WEDNESDAY
                ? school.get("wednesdayMorning").asBoolean() && start(session).isBefore(NOON)
                : start(session).isBefore(END_OF_CLASS);
        breaks(inClass, session, uai + " has class");
        breaks(
                Recount.list(school.get("closed")).stream()
                        .anyMatch(closed -> LocalDate.parse(closed.asText()).equals(day)),
                session,
                uai + " is closed");
    }

    /** Of those who need the module, all but the ones who are enrolled elsewhere at that hour. */
    private void elsewhere(JsonNode session, JsonNode module) {
        if (text(module, "trainerKind").equals("ENSEIGNANT")) {
            return;
        }
        String code = text(session, "module");
        Set<Integer> enrolled = new HashSet<>();
        for (JsonNode taken : plan.get("busy")) {
            if (overlaps(session, taken)) {
                taken.path("people").forEach(number -> enrolled.add(number.asInt()));
                breaks(
                        Recount.seats(session).keySet().stream()
                                .anyMatch(uai -> taken.path("seats").has(uai)),
                        session,
                        "a school is expected elsewhere");
            }
        }
        breaks(
                !session.get("trainer").isNull()
                        && enrolled.contains(session.get("trainer").asInt()),
                session,
                "trainer enrolled elsewhere");
        Recount.seats(session).forEach((uai, seats) -> {
            int needed = 0;
            Set<String> meant = new HashSet<>();
            for (JsonNode need : plan.get("needs")) {
                if (text(need, "school").equals(uai) && text(need, "module").equals(code)) {
                    needed += need.get("people").asInt();
                    meant.add(text(need, "profile"));
                }
            }
            Set<String> publics = Recount.list(module.get("profiles")).stream()
                    .map(JsonNode::asText)
                    .collect(Collectors.toSet());
            List<Integer> candidates = Recount.list(plan.get("people")).stream()
                    .filter(person -> text(person, "school").equals(uai))
                    .filter(person -> Recount.list(person.get("trained")).stream()
                            .noneMatch(one -> one.asText().equals(code)))
                    .filter(person -> HoursLeft.publics(person).stream()
                            .filter(publics::contains)
                            .findFirst()
                            .filter(meant::contains)
                            .isPresent())
                    .map(person -> person.get("number").asInt())
                    .toList();
            long taken = candidates.stream().filter(enrolled::contains).count();
            breaks(
                    taken > 0 && seats + taken > Math.max(candidates.size(), needed),
                    session,
                    uai + " has people enrolled elsewhere");
        });
    }

    private void room(JsonNode session, JsonNode module, int expected) {
        String place = text(session, "place");
        boolean held = text(module, "trainerKind").equals("ENSEIGNANT");
        List<JsonNode> named = Recount.list(plan.get("rooms")).stream()
                .filter(room -> text(room, "place").equals(place))
                .toList();
        int takes = named.isEmpty()
                ? schools.containsKey(place) ? schools.get(place).get("room").asInt() : Integer.MAX_VALUE
                : named.stream()
                        .filter(room ->
                                room.get("from").isNull() || !day(session).isBefore(date(room, "from")))
                        .filter(room ->
                                room.get("until").isNull() || !day(session).isAfter(date(room, "until")))
                        .mapToInt(room -> room.get("capacity").asInt())
                        .max()
                        .orElse(0);
        breaks(!held && expected > takes, session, place + " takes " + takes + " people");
        for (JsonNode taken : plan.get("busy")) {
            boolean then = overlaps(session, taken);
            breaks(then && schools.containsKey(place) && text(taken, "place").equals(place), session, "room taken");
            breaks(
                    then
                            && !session.get("trainer").isNull()
                            && session.get("trainer").equals(taken.get("trainer")),
                    session,
                    "trainer taken by another plan");
        }
    }

    private void trainer(JsonNode session, JsonNode module) {
        if (session.get("trainer").isNull()) {
            breaks(
                    trainers.values().stream()
                            .filter(trainer -> trainer.get("school").isNull())
                            .anyMatch(trainer -> leads(trainer, text(module, "code"), day(session))),
                    session,
                    "nobody leads it, though somebody could");
            return;
        }
        JsonNode trainer = trainers.get(session.get("trainer").asInt());
        breaks(
                trainer == null || !leads(trainer, text(module, "code"), day(session)),
                session,
                "trainer not qualified");
        if (trainer != null) {
            for (JsonNode away : trainer.get("absences")) {
                boolean that = !day(session).isBefore(date(away, "from"))
                        && !day(session).isAfter(date(away, "until"));
                boolean then = away.get("start").isNull()
                        || LocalTime.parse(text(away, "start")).isBefore(end(session))
                                && start(session).isBefore(LocalTime.parse(text(away, "end")));
                breaks(that && then, session, "trainer away");
            }
        }
    }

    private static boolean leads(JsonNode trainer, String module, LocalDate day) {
        List<JsonNode> rights = Recount.list(trainer.get("rights")).stream()
                .filter(right -> text(right, "module").equals(module))
                .toList();
        return Recount.list(trainer.get("modules")).stream()
                        .anyMatch(code -> code.asText().equals(module))
                && (rights.isEmpty()
                        || rights.stream()
                                .anyMatch(right -> (right.get("from").isNull() || !day.isBefore(date(right, "from")))
                                        && (right.get("until").isNull() || !day.isAfter(date(right, "until")))));
    }

    private void together(JsonNode one, JsonNode other) {
        if (!day(one).equals(day(other))) {
            return;
        }
        boolean overlap = overlaps(one, other);
        String both = " and n° " + other.get("line").asInt();
        if (!one.get("trainer").isNull() && one.get("trainer").equals(other.get("trainer"))) {
            JsonNode first = start(one).isAfter(start(other)) ? other : one;
            JsonNode second = first == one ? other : one;
            boolean late =
                    start(second).isBefore(end(first).plusMinutes(travel(text(one, "place"), text(other, "place"))));
            breaks(late, one, "trainer in two places" + both);
        }
        boolean sameRoom = text(one, "place").equals(text(other, "place")) && isOneRoom(text(one, "place"));
        breaks(overlap && sameRoom, one, "room taken twice" + both);
        Set<String> common = new HashSet<>(Recount.seats(one).keySet());
        common.retainAll(Recount.seats(other).keySet());
        breaks(
                overlap && !common.isEmpty() && !text(one, "module").equals(text(other, "module")),
                one,
                "a school in two places" + both);
    }

    private boolean isOneRoom(String place) {
        return schools.containsKey(place)
                || Recount.list(plan.get("rooms")).stream()
                        .anyMatch(room -> text(room, "place").equals(place));
    }

    private long travel(String one, String other) {
        boolean online = one.equals("À distance") || other.equals("À distance");
        double km = recount.km(one, other);
        return one.equals(other) || online
                ? 0
                : Double.isNaN(km) ? USUAL_MINUTES : (long) Math.ceil(km * MINUTES_PER_KM);
    }

    /** What comes before: prerequisites, the training of trainers, the vague before. */
    private void order(JsonNode session) {
        JsonNode module = modules.get(text(session, "module"));
        Set<String> before = new HashSet<>();
        module.get("prerequisites").forEach(code -> before.add(code.asText()));
        for (JsonNode other : sessions) {
            boolean shared = other.get("vague").isNull()
                    || Recount.seats(other).keySet().stream().anyMatch(Recount.seats(session)::containsKey);
            breaks(
                    before.contains(text(other, "module"))
                            && shared
                            && !day(other).isBefore(day(session)),
                    session,
                    "prerequisite n° " + other.get("line").asInt() + " is not before");
        }
        if (!session.get("vague").isNull()
                && !vagues.get(session.get("vague").asInt()).get("begun").asBoolean()) {
            breaks(
                    day(session).isBefore(firstDays.of(session.get("vague").asInt())),
                    session,
                    "before its vague can begin");
        }
    }

    private void seats() {
        Map<String, Integer> left = new HashMap<>();
        plan.get("needs")
                .forEach(need -> left.merge(
                        text(need, "school") + text(need, "module"),
                        need.get("people").asInt(),
                        Integer::sum));
        sessions.forEach(session -> Recount.seats(session)
                .forEach((uai, people) -> left.merge(uai + text(session, "module"), -people, Integer::sum)));
        left.forEach((what, people) -> {
            if (people < 0) {
                broken.add(what + ": " + -people + " seats too many");
            }
        });
    }

    private void halfDays() {
        trainers.values().forEach(trainer -> trainer.get("halfDays").forEach(bound -> {
            Set<String> parts = new HashSet<>();
            sessions.stream()
                    .filter(session -> session.get("trainer").equals(trainer.get("number")))
                    .filter(session ->
                            bound.get("from").isNull() || !day(session).isBefore(date(bound, "from")))
                    .filter(session ->
                            bound.get("until").isNull() || !day(session).isAfter(date(bound, "until")))
                    .forEach(session -> {
                        LocalTime start = start(session);
                        boolean evening = !start.isBefore(LocalTime.of(17, 0));
                        parts.add(day(session) + (evening ? "e" : start.isBefore(NOON) ? "m" : "a"));
                        if (start.isBefore(NOON) && end(session).isAfter(LocalTime.of(13, 30))) {
                            parts.add(day(session) + "a");
                        }
                    });
            if (parts.size() > bound.get("most").asInt()) {
                broken.add("trainer " + trainer.get("number") + " gives " + parts.size() + " half-days");
            }
        }));
    }

    private void breaks(boolean rule, JsonNode session, String what) {
        if (rule) {
            broken.add("n° " + session.get("line").asInt() + " " + text(session, "module") + " " + day(session) + ": "
                    + what);
        }
    }

    private static boolean overlaps(JsonNode one, JsonNode other) {
        return day(one).equals(day(other))
                && start(one).isBefore(end(other))
                && start(other).isBefore(end(one));
    }

    private static int line(JsonNode session) {
        return session.get("line").asInt();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).asText());
    }

    private static LocalDate day(JsonNode session) {
        return date(session, "day");
    }

    private static LocalTime start(JsonNode session) {
        return LocalTime.parse(session.get("start").asText());
    }

    private static LocalTime end(JsonNode session) {
        return LocalTime.parse(session.get("end").asText());
    }
}
