package fr.forment.benchmark.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Counts a plan again from its JSON alone ({@code docs/plan-json.md}), with nothing of the code that made it. */
public final class Recount {

    private static final double EARTH_KM = 6_371;

    private final JsonNode plan;
    private final Map<String, double[]> points = new HashMap<>();

    public Recount(byte[] json) {
        try {
            plan = new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        plan.get("places").forEach(place -> point(place.get("place").asText(), place));
        plan.get("schools").forEach(school -> point(school.get("uai").asText(), school));
    }

    private void point(String name, JsonNode node) {
        if (!node.get("latitude").isNull() && !node.get("longitude").isNull()) {
            points.put(name, new double[] {
                Math.toRadians(node.get("latitude").asDouble()),
                Math.toRadians(node.get("longitude").asDouble())
            });
        }
    }

    JsonNode plan() {
        return plan;
    }

    List<JsonNode> sessions() {
        return list(plan.get("sessions"));
    }

    static List<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }

    static Map<String, Integer> seats(JsonNode session) {
        Map<String, Integer> seats = new LinkedHashMap<>();
        session.get("seats")
                .fields()
                .forEachRemaining(
                        seat -> seats.put(seat.getKey(), seat.getValue().asInt()));
        return seats;
    }

    /** As the bird flies; not a number where one of the two is not on the map. */
    double km(String one, String other) {
        double[] a = points.get(one);
        double[] b = points.get(other);
        return a == null || b == null
                ? Double.NaN
                : EARTH_KM * Math.hypot(b[0] - a[0], (b[1] - a[1]) * Math.cos((a[0] + b[0]) / 2));
    }

    public double personKm() {
        double all = 0;
        for (JsonNode session : sessions()) {
            for (var seat : seats(session).entrySet()) {
                double km = km(seat.getKey(), session.get("place").asText());
                all += Double.isNaN(km) ? 0 : seat.getValue() * km;
            }
        }
        return all;
    }

    /** People of the schools of the vagues, and of the circonscription, who need a module and have no seat. */
    public int unplaced() {
        Set<String> planned = new HashSet<>();
        plan.get("vagues").forEach(vague -> vague.get("schools").forEach(uai -> planned.add(uai.asText())));
        Set<String> schools = new HashSet<>();
        plan.get("schools").forEach(school -> schools.add(school.get("uai").asText()));
        planned.retainAll(schools);
        Map<String, Boolean> ofTrainers = new HashMap<>();
        plan.get("modules")
                .forEach(module -> ofTrainers.put(
                        module.get("code").asText(),
                        module.get("trainsTrainers").asBoolean()));
        Map<String, Integer> missing = new HashMap<>();
        for (JsonNode need : plan.get("needs")) {
            String school = need.get("school").asText();
            Boolean trainers = ofTrainers.get(need.get("module").asText());
            if (trainers != null && (trainers ? !schools.contains(school) : planned.contains(school))) {
                missing.merge(
                        (trainers ? "" : school) + need.get("module").asText(),
                        need.get("people").asInt(),
                        Integer::sum);
            }
        }
        for (JsonNode session : sessions()) {
            String module = session.get("module").asText();
            if (ofTrainers.getOrDefault(module, false)) {
                missing.merge(module, -session.get("expected").asInt(), Integer::sum);
            } else {
                seats(session).forEach((uai, people) -> missing.merge(uai + module, -people, Integer::sum));
            }
        }
        return missing.values().stream().mapToInt(people -> Math.max(0, people)).sum();
    }

    /** Sessions beyond the first that people of one school are sent to for one module. */
    public int splits() {
        Map<String, Integer> pieces = new HashMap<>();
        sessions().forEach(session -> seats(session)
                .keySet()
                .forEach(uai -> pieces.merge(uai + session.get("module").asText(), 1, Integer::sum)));
        return pieces.values().stream().mapToInt(number -> number - 1).sum();
    }
}
