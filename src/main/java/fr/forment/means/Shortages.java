package fr.forment.means;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.plan.Load;
import fr.forment.plan.Plan;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.Unplaced;
import fr.forment.plan.Warning;
import fr.forment.plan.conditions.Lack;
import fr.forment.plan.feedback.SchoolFeedbacks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What does not fit into a version, why, and how much more it would take: people, hours, half-days of trainers. */
@Component
@RequiredArgsConstructor
public class Shortages {

    private static final Pattern BRACKETS = Pattern.compile("(?<!\\s)\\s*+\\([^()]*+\\)");

    private final Plans plans;
    private final SchoolFeedbacks feedbacks;
    private final Catalogue catalogue;

    /** Who has no seat, with why: the same people as everywhere else ({@link fr.forment.plan.Coverage}). */
    public List<Unplaced> unplaced(Plan plan, Collection<PlannedSession> sessions) {
        return feedbacks.unplaced(plan, List.copyOf(sessions));
    }

    public List<Shortage> of(Plan plan, Collection<PlannedSession> sessions, List<Unplaced> unplaced) {
        return of(
                sessions,
                plans.loads(plan.id()),
                plans.warnings(plan.id()),
                unplaced,
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, module -> module)));
    }

    /** What cannot take place first, then people without a place, trainers, hours: all read already. */
    public List<Shortage> of(
            Collection<PlannedSession> sessions,
            List<Load> loads,
            List<Warning> warnings,
            List<Unplaced> unplaced,
            Map<String, TrainingModule> modules) {
        List<Shortage> found = new ArrayList<>();
        warnings.stream()
                .filter(warning -> warning.weight() == Warning.Weight.BLOQUANT)
                .forEach(warning -> found.add(new Shortage(
                        "Ligne " + warning.line() + " : elle ne peut pas se tenir ainsi",
                        warning.text(),
                        "une autre date, un autre lieu ou un autre formateur pour cette session")));
        unplaced(unplaced, modules, found);
        withoutTrainer(sessions, modules, found);
        overrun(loads, found);
        return found;
    }

    private static void unplaced(List<Unplaced> unplaced, Map<String, TrainingModule> modules, List<Shortage> found) {
        Map<String, List<Unplaced>> byModule = unplaced.stream()
                .collect(Collectors.groupingBy(Unplaced::moduleCode, TreeMap::new, Collectors.toList()));
        byModule.forEach((code, needs) -> {
            TrainingModule module = modules.get(code);
            int people = needs.stream().mapToInt(Unplaced::people).sum();
            found.add(new Shortage(
                    (module == null ? code : module.title()) + " : "
                            + French.count(people, "personne sans place", "personnes sans place"),
                    why(needs),
                    module == null ? "le retour du module au catalogue" : more(module, needs, people)));
        });
    }

    /** Schools read their own figures; here they are summed. */
    private static String why(List<Unplaced> needs) {
        List<Lack> lacking = lacking(needs);
        Map<String, Integer> others = new LinkedHashMap<>();
        needs.stream()
                .filter(need -> !need.others().isEmpty())
                .forEach(need -> others.merge(
                        general(need.others()), need.people() - Lack.people(need.lacking()), Integer::sum));
        return Stream.concat(
                        lacking.isEmpty() ? Stream.empty() : Stream.of(Lack.inFrench(lacking)),
                        others.entrySet().stream()
                                .map(reason -> French.count(reason.getValue(), "personne") + " : " + reason.getKey()))
                .collect(Collectors.joining(". "));
    }

    private static List<Lack> lacking(List<Unplaced> needs) {
        return needs.stream().flatMap(need -> need.lacking().stream()).toList();
    }

    private static String general(String reason) {
        return BRACKETS.matcher(reason).replaceAll("").replaceAll("\\.$", "");
    }

    /** Whether a session that stands has room for them is told by why the plan does not follow: here it is counted. */
    private static String more(TrainingModule module, List<Unplaced> needs, int people) {
        int size = Math.max(1, module.groupSize());
        int sessions = (people + size - 1) / size;
        int lacking = Lack.people(lacking(needs));
        return "une place pour " + French.word(people, "elle", "chacune") + ", dans les sessions prévues ou dans "
                + French.count(sessions, "session de plus", "sessions de plus") + " ("
                + French.duration((long) sessions * module.durationMinutes()) + " de formateur)"
                + (lacking == 0
                        ? ""
                        : ", et les heures qui manquent à "
                                + (lacking == people
                                        ? "ces personnes"
                                        : French.count(lacking, "d'entre elles", "d'entre elles")));
    }

    private static void withoutTrainer(
            Collection<PlannedSession> sessions, Map<String, TrainingModule> modules, List<Shortage> found) {
        Map<String, List<PlannedSession>> without = sessions.stream()
                .filter(session -> session.trainerAgentId() == null)
                .collect(Collectors.groupingBy(PlannedSession::moduleCode, TreeMap::new, Collectors.toList()));
        without.forEach((code, some) -> found.add(new Shortage(
                (modules.containsKey(code) ? modules.get(code).title() : code) + " : "
                        + French.count(some.size(), "session sans formateur", "sessions sans formateur"),
                "personne de qualifié n'est connu ou libre ("
                        + some.get(0).trainerKind().label() + ")",
                French.count(
                                some.stream()
                                        .mapToLong(
                                                session -> HalfDays.of(session).size())
                                        .sum(),
                                "demi-journée de formateur",
                                "demi-journées de formateur")
                        + ", aux dates prévues")));
    }

    private static void overrun(List<Load> loads, List<Shortage> found) {
        List<Load> over = loads.stream().filter(Load::isOver).toList();
        if (!over.isEmpty()) {
            long minutes = over.stream()
                    .mapToLong(load -> (long) load.plannedMinutes() - load.leftMinutes())
                    .sum();
            found.add(new Shortage(
                    French.count(
                            over.size(),
                            "personne dépasse ses heures disponibles",
                            "personnes dépassent leurs heures disponibles"),
                    "le plan demande plus que ce qui reste des 18 h",
                    French.duration(minutes) + " en tout, ou des sessions de moins pour ces personnes"));
        }
    }
}
