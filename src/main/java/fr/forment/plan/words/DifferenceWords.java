package fr.forment.plan.words;

import fr.forment.catalogue.Profile;
import fr.forment.french.French;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.words.PlanDifference.Changed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed between two versions, a sentence for each session: only what differs, before and after. */
public final class DifferenceWords {

    private final PlanNames.Of names;

    private DifferenceWords(PlanNames.Of names) {
        this.names = names;
    }

    /** Changed sessions first, then the new ones, then those that are gone; by number. */
    public static List<String> of(PlanDifference difference, PlanNames.Of names) {
        var words = new DifferenceWords(names);
        return Stream.of(
                        difference.changed().stream().map(words::changed),
                        difference.added().stream().map(session -> words.alone("ajoutée", session)),
                        difference.removed().stream().map(session -> words.alone("supprimée", session)))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private String alone(String became, PlannedSession session) {
        return "Ligne " + session.line() + " " + became + " : " + names.module(session.moduleCode()) + ", "
                + French.day(session.day()) + ", " + French.hours(session.start(), session.end()) + ", "
                + names.place(session.place()) + ", " + names.trainer(session.trainerAgentId()) + ", "
                + French.count(session.expected(), "personne attendue", "personnes attendues") + ".";
    }

    private String changed(Changed change) {
        List<String> parts = new ArrayList<>();
        part(change, "module", PlannedSession::moduleCode, names::module, parts);
        part(change, "date", PlannedSession::day, French::day, parts);
        part(change, "heure", PlannedSession::start, French::time, parts);
        part(change, "durée", PlannedSession::minutes, minutes -> French.duration(minutes), parts);
        part(change, "lieu", PlannedSession::place, names::place, parts);
        part(change, "format", PlannedSession::format, format -> format.label(), parts);
        part(change, "phase", PlannedSession::phase, phase -> phase.label(), parts);
        part(change, "vague", PlannedSession::vagueRank, rank -> rank == null ? "formateurs" : rank.toString(), parts);
        part(change, "formation assurée par", PlannedSession::trainerKind, kind -> kind.label(), parts);
        part(change, "formateur", PlannedSession::trainerAgentId, names::trainer, parts);
        part(change, "places", PlannedSession::capacity, String::valueOf, parts);
        part(change, "effectif attendu", PlannedSession::expected, String::valueOf, parts);
        part(
                change,
                "public",
                PlannedSession::profiles,
                profiles -> profiles.stream().map(Profile::label).collect(Collectors.joining(", ")),
                parts);
        schools(change, parts);
        return "Ligne " + change.after().line() + " ("
                + names.module(change.after().moduleCode()) + ") : " + String.join(" ; ", parts) + ".";
    }

    private static <T> void part(
            Changed change,
            String name,
            Function<PlannedSession, T> value,
            Function<T, String> words,
            List<String> parts) {
        String before = words.apply(value.apply(change.before()));
        String after = words.apply(value.apply(change.after()));
        if (!before.equals(after)) {
            parts.add(name + " : " + before + " → " + after);
        }
    }

    /** Only the schools whose number of people differs. */
    private void schools(Changed change, List<String> parts) {
        Map<String, Integer> before = change.before().seats();
        Map<String, Integer> after = change.after().seats();
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.forEach(uai -> {
            int was = before.getOrDefault(uai, 0);
            int is = after.getOrDefault(uai, 0);
            if (was != is) {
                parts.add(names.place(uai) + " : " + was + " → " + French.count(is, "personne"));
            }
        });
    }
}
