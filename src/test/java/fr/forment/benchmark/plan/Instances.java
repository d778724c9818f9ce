package fr.forment.benchmark.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Pace;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads circonscriptions from files; what the fields mean stands beside those of the tests ({@code LICENCE.md}). */
public final class Instances {

    /** Nineteen circonscriptions of Ille-et-Vilaine. */
    public static final Path OF_TESTS = Path.of("src/test/resources/plan-instances");

    /** The usual figures of the house: the files say none. */
    public static final Pace PACE = new Pace(30, 5, 1, 15);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Instances() {}

    /** All of a folder, by name of their file. */
    public static List<Instance> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Instances::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the tests, by the name of its circonscription. */
    public static Instance named(String name) {
        return in(OF_TESTS).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Instance read(Path file) {
        try {
            JsonNode root = JSON.readTree(file.toFile());
            return new Instance(root.get("circonscription").asText(), facts(root));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static PlanFacts facts(JsonNode root) {
        Set<LocalDate> off = Set.copyOf(list(root.get("daysOff"), node -> LocalDate.parse(node.asText())));
        List<Need> needs = list(
                root.get("needs"),
                node -> new Need(
                        node.get("school").asText(),
                        node.get("module").asText(),
                        Profile.valueOf(node.get("profile").asText()),
                        node.get("people").asInt()));
        List<SchoolFacts> schools = list(root.get("schools"), Instances::school);
        Set<String> uais = schools.stream().map(SchoolFacts::uai).collect(Collectors.toSet());
        return new PlanFacts(
                needs.stream()
                        .map(Need::schoolUai)
                        .filter(uai -> !uais.contains(uai))
                        .findFirst()
                        .orElse("CIRCO"),
                date(root, "from"),
                date(root, "until"),
                root.get("town").asText(),
                day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !off.contains(day),
                list(root.get("modules"), Instances::module),
                list(
                        root.get("vagues"),
                        node -> new VagueFacts(
                                node.get("rank").asInt(),
                                date(node, "opensOn"),
                                list(node.get("schools"), JsonNode::asText))),
                schools,
                list(root.get("people"), Instances::person),
                needs,
                List.of(),
                PACE,
                Map.of());
    }

    private static ModuleFacts module(JsonNode node) {
        return new ModuleFacts(
                node.get("code").asText(),
                node.get("code").asText(),
                node.get("position").asInt(),
                node.get("level").asInt(),
                node.get("minutes").asInt(),
                node.get("groupSize").asInt(),
                Format.valueOf(node.get("format").asText()),
                TrainerKind.valueOf(node.get("trainerKind").asText()),
                ResponsibleBody.EDUCATION_NATIONALE,
                Set.copyOf(list(node.get("profiles"), profile -> Profile.valueOf(profile.asText()))),
                Set.copyOf(list(node.get("beforeOpening"), profile -> Profile.valueOf(profile.asText()))),
                Set.copyOf(list(node.get("prerequisites"), JsonNode::asText)),
                node.get("trainsTrainers").asBoolean());
    }

    private static SchoolFacts school(JsonNode node) {
        return new SchoolFacts(
                node.get("uai").asText(),
                node.get("name").asText(),
                node.get("commune").asText(),
                null,
                node.get("latitude").asDouble(),
                node.get("longitude").asDouble(),
                node.get("teachers").asInt(),
                node.get("wednesdayMorning").asBoolean(),
                node.get("room").asInt());
    }

    private static Person person(JsonNode node) {
        return new Person(
                node.get("id").asLong(),
                AgentFunction.valueOf(node.get("function").asText()),
                node.get("school").isNull() ? null : node.get("school").asText(),
                node.get("minutesLeft").asInt(),
                Set.of());
    }

    private static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).asText());
    }

    private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> reader) {
        return StreamSupport.stream(nodes.spliterator(), false).map(reader).toList();
    }
}
