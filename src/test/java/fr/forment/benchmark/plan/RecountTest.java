package fr.forment.benchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import fr.forment.recount.PlanDocuments;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan recounted from its JSON alone is the plan the house speaks of; and the recount sees what is broken. */
class RecountTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlanFacts facts = Instances.named("Redon").facts();
    private final List<Draft> sessions = PlanCalculator.propose(facts);

    @ParameterizedTest
    @ValueSource(strings = {"Redon", "Rennes Centre Sud"})
    void agreesWithTheHouse(String name) {
        PlanFacts facts = Instances.named(name).facts();
        List<Draft> sessions = PlanCalculator.propose(facts);
        Score score = PlanSolver.score(facts, sessions);
        Recount recount = new Recount(json(facts, sessions));

        assertThat(recount.personKm()).isCloseTo(score.goals().get(Goal.PERSONNE_KM), within(1.0));
        assertThat(recount.personKm()).isCloseTo(new Travel(facts).personKm(sessions), within(0.01));
        assertThat((long) recount.splits()).isEqualTo(score.goals().get(Goal.ECOLES_REUNIES));
        assertThat(HardRules.broken(recount)).hasSize((int) score.broken()).isEmpty();
        assertThat(PlanJudge.blocking(facts, sessions)).isEmpty();
        int seated = sessions.stream().mapToInt(Draft::expected).sum();
        int needed = facts.needs().stream().mapToInt(need -> need.people()).sum();
        assertThat(recount.unplaced()).isEqualTo(needed - seated);
        JsonNode said = recount.plan().get("score");
        assertThat(said.get("total").asLong()).isEqualTo(score.total(Weights.delivered()));
        assertThat(said.get("unplaced").asLong()).isEqualTo(score.unplaced());
    }

    @Test
    void namesNobody() {
        JsonNode plan = new Recount(json(facts, sessions)).plan();

        assertThat(plan.get("people")).hasSize(facts.people().size());
        assertThat(plan.get("people").get(6).fieldNames())
                .toIterable()
                .containsExactly("number", "function", "school", "minutesLeft", "trained");
        assertThat(plan.get("format").asText()).isEqualTo("forment-plan-1");
    }

    @Test
    void writesTheSameBytesForTheSamePlan() {
        assertThat(json(facts, sessions)).isEqualTo(json(facts, PlanCalculator.propose(facts)));
    }

    /** One fault of each kind, put into a sound plan by hand. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void seesWhatIsBroken(Fault fault) throws IOException {
        ObjectNode plan = (ObjectNode) JSON.readTree(json(facts, sessions));
        fault.does.accept(plan);

        assertThat(HardRules.broken(new Recount(JSON.writeValueAsBytes(plan))))
                .anySatisfy(what -> assertThat(what).contains(fault.told));
    }

    private static byte[] json(PlanFacts facts, List<Draft> sessions) {
        return PlanDocuments.json(PlanDocuments.of("essai", facts, sessions, Weights.delivered(), 7L));
    }

    private static ObjectNode session(ObjectNode plan, String module, int number) {
        return (ObjectNode) Recount.list(plan.get("sessions")).stream()
                .filter(session -> session.get("module").asText().equals(module))
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    enum Fault {
        SUNDAY("no school", plan -> session(plan, "PEDA-1", 0).put("day", "2027-01-17")),
        HOLIDAYS("no school", plan -> session(plan, "PEDA-1", 0).put("day", "2026-12-23")),
        CLASS("has class", plan -> session(plan, "PEDA-1", 0).put("day", "2027-01-14")),
        FULL("more people than places", plan -> session(plan, "PEDA-1", 0).put("capacity", 3)),
        NO_ROOM("takes 0 people", plan -> session(plan, "PEDA-1", 0).put("place", "0352204F")),
        SEATS("do not add up", plan -> session(plan, "PEDA-1", 0).put("expected", 1)),
        TOO_MANY("seats too many", plan -> {
            ObjectNode seats = (ObjectNode) session(plan, "PEDA-1", 0).get("seats");
            String school = seats.fieldNames().next();
            seats.put(school, seats.get(school).asInt() + 40);
        }),
        TRAINER_TWICE("trainer in two places", plan -> copyMoment(plan, "trainer")),
        ROOM_TWICE("room taken twice", plan -> {
            session(plan, "PEDA-1", 0).put("place", "0350423V");
            session(plan, "PEDA-1", 1).put("place", "0350423V");
            copyMoment(plan, "line");
        }),
        UNQUALIFIED("not qualified", plan -> session(plan, "PEDA-1", 0).put("trainer", 1)),
        NOT_YET("not qualified", plan -> plan.get("trainers").forEach(trainer -> ((ArrayNode) trainer.get("rights"))
                .add(JSON.createObjectNode()
                        .put("module", "PEDA-1")
                        .put("from", "2027-06-30")
                        .putNull("until")))),
        NOBODY("nobody leads", plan -> session(plan, "PEDA-1", 0).putNull("trainer")),
        AWAY("trainer away", plan -> {
            ObjectNode away = JSON.createObjectNode()
                    .put("from", "2026-11-01")
                    .put("until", "2027-06-30")
                    .putNull("start")
                    .putNull("end");
            plan.get("trainers").forEach(trainer -> ((ArrayNode) trainer.get("absences")).add(away));
        }),
        HALF_DAYS("half-days", plan -> plan.get("trainers").forEach(trainer -> ((ArrayNode) trainer.get("halfDays"))
                .add(JSON.createObjectNode().putNull("from").putNull("until").put("most", 0)))),
        PREREQUISITE("is not before", plan -> Recount.list(plan.get("sessions")).stream()
                .filter(session -> session.get("module").asText().equals("PEDA-1"))
                .forEach(session -> ((ObjectNode) session).put("day", "2026-12-02"))),
        VAGUE("before its vague", plan -> session(plan, "SENS-CHGT", 0).put("day", "2026-11-02")),
        HOURS("no hours left", plan -> plan.get("people")
                .forEach(person -> ((ObjectNode) person).put("minutesLeft", 100))),
        STRANGER("is not planned", plan -> ((ArrayNode) plan.get("schools")).remove(0)),
        CLOSED("is closed", plan -> plan.get("schools").forEach(school -> ((ArrayNode) school.get("closed"))
                .add(session(plan, "PEDA-1", 0).get("day").asText()))),
        SCHOOL_ELSEWHERE("a school is expected elsewhere", plan -> expected(plan, session(plan, "PEDA-1", 0))
                .putObject("seats")
                .put(session(plan, "PEDA-1", 0).get("seats").fieldNames().next(), 1)),
        PERSON_ELSEWHERE("has people enrolled elsewhere", plan -> {
            ArrayNode people = expected(plan, session(plan, "PEDA-1", 0)).putArray("people");
            plan.get("people").forEach(person -> people.add(person.get("number").asInt()));
        }),
        TAKEN("by another plan", plan -> {
            ObjectNode session = session(plan, "PEDA-1", 0);
            ((ArrayNode) plan.get("busy"))
                    .add(JSON.createObjectNode()
                            .put("place", "ailleurs")
                            .put("day", session.get("day").asText())
                            .put("start", session.get("start").asText())
                            .put("end", session.get("end").asText())
                            .set("trainer", session.get("trainer")));
        });

        private final String told;
        private final Consumer<ObjectNode> does;

        Fault(String told, Consumer<ObjectNode> does) {
            this.told = told;
            this.does = does;
        }

        /** Another plan at the hour of a session. */
        private static ObjectNode expected(ObjectNode plan, ObjectNode session) {
            ObjectNode taken = JSON.createObjectNode()
                    .put("place", "ailleurs")
                    .put("day", session.get("day").asText())
                    .put("start", session.get("start").asText())
                    .put("end", session.get("end").asText())
                    .putNull("trainer");
            ((ArrayNode) plan.get("busy")).add(taken);
            return taken;
        }

        /** Of the first session of PEDA-1 to the second. */
        private static void copyMoment(ObjectNode plan, String more) {
            ObjectNode one = session(plan, "PEDA-1", 0);
            ObjectNode other = session(plan, "PEDA-1", 1);
            for (String field : List.of("day", "start", "end", more)) {
                other.set(field, one.get(field));
            }
        }
    }
}
