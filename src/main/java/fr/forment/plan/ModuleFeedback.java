package fr.forment.plan;

import fr.forment.catalogue.Nature;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.plan.SchoolFeedback.Entry;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanCalculator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a plan makes of the modules one school needs or asked for first: how many, when and with whom, or why not. */
final class ModuleFeedback {

    private static final String PARENTS = "PRES-PARENTS";
    /** Stands before those whose hours would do. */
    static final String OTHERS = "En plus, ";

    private static final List<String> RANKS = List.of("1re priorité", "2e priorité", "3e priorité");

    private final FeedbackFacts.Of facts;
    private final String uai;
    private final List<String> priorities;
    private final List<PlannedSession> sessions;

    ModuleFeedback(FeedbackFacts.Of facts, String uai) {
        this.facts = facts;
        this.uai = uai;
        this.priorities =
                facts.answers().containsKey(uai) ? facts.answers().get(uai).priorities() : List.of();
        this.sessions = facts.sessionsOf(uai);
    }

    List<Entry> entries() {
        Map<String, Integer> needed = facts.needs().getOrDefault(uai, List.of()).stream()
                .collect(Collectors.groupingBy(Need::moduleCode, Collectors.summingInt(Need::people)));
        Set<String> codes = new LinkedHashSet<>(priorities);
        needed.keySet().stream().sorted(Comparator.comparingInt(this::position)).forEach(codes::add);
        List<Entry> entries = new ArrayList<>();
        codes.forEach(code -> entries.add(entry(code, needed.getOrDefault(code, 0))));
        return entries;
    }

    /** With why, in the same words as the school reads. */
    Unplaced unplaced(Coverage left) {
        return new Unplaced(uai, left.moduleCode(), left.missing(), reason(left.moduleCode(), left.missing()));
    }

    private int seated(String code) {
        return sessions.stream()
                .filter(session -> session.moduleCode().equals(code))
                .mapToInt(session -> session.seats().getOrDefault(uai, 0))
                .sum();
    }

    private Entry entry(String code, int needed) {
        List<PlannedSession> held = sessions.stream()
                .filter(session -> session.moduleCode().equals(code))
                .toList();
        int seated = seated(code);
        String asked = facts.title(code)
                + (priorities.contains(code) ? " (votre " + RANKS.get(Math.min(priorities.indexOf(code), 2)) + ")" : "")
                + (needed > 0 ? " : " + needed + (code.equals(PARENTS) ? " parents à inviter" : " à former") : "");
        if (needed == 0 && seated == 0) {
            return SchoolFeedback.entry(
                    asked,
                    false,
                    false,
                    "Personne n'est à former pour ce module d'après la grille : vos collègues concernés l'ont déjà suivi,"
                            + " ou votre réponse les dit autonomes.");
        }
        String when = held.stream().map(this::sentence).collect(Collectors.joining(" ; "));
        if (seated >= needed) {
            return SchoolFeedback.entry(asked, true, true, people(seated) + " : " + when + ".");
        }
        return SchoolFeedback.entry(
                asked,
                false,
                seated > 0,
                seated > 0
                        ? people(seated) + " sur " + needed + " : " + when + ". Les autres : "
                                + reason(code, needed - seated)
                        : French.capital(reason(code, needed - seated)));
    }

    private String sentence(PlannedSession session) {
        String others = session.schoolUais().stream()
                .filter(other -> !other.equals(uai) && !other.equals(session.place()))
                .map(facts::place)
                .sorted()
                .collect(Collectors.joining(", "));
        return French.day(session.day()) + " à " + French.time(session.start()) + ", " + facts.place(session.place())
                + (others.isEmpty() ? "" : ", avec " + others);
    }

    /** The first that the facts of the plan show, from the person's hours to the size of a group. */
    private String reason(String code, int missing) {
        TrainingModule module = facts.modules().get(code);
        if (module == null || !module.isActive()) {
            return "ce module n'est plus proposé.";
        }
        if (!facts.schools().containsKey(uai)) {
            return "aucune session de la phase des formateurs ne les prend encore.";
        }
        if (!facts.vagues().containsKey(uai)) {
            return "l'école n'est dans aucune vague de ce projet ; elle sera formée quand elle en rejoindra une.";
        }
        long exhausted = withoutHours(module, missing);
        if (exhausted > 0) {
            return French.count(exhausted, "personne de l'école n'a", "personnes de l'école n'ont")
                    + " plus assez d'heures cette année, compte tenu des autres sessions prévues (le module dure "
                    + module.duration() + ") ; le module sera proposé de nouveau après l'ouverture."
                    + (exhausted < missing
                            ? " " + OTHERS + French.count(missing - exhausted, "personne") + " : "
                                    + unseated(module, (int) (missing - exhausted))
                            : "");
        }
        return unseated(module, missing);
    }

    /** People who have hours left. */
    private static String unseated(TrainingModule module, int missing) {
        if (module.nature() == Nature.CONTINU) {
            return "ce module se suit après l'ouverture de l'ENT.";
        }
        if (missing < PlanCalculator.FEWEST) {
            return "trop peu de personnes pour ouvrir une session (" + missing + ", il en faut " + PlanCalculator.FEWEST
                    + ") ; elles rejoindront une session d'une école voisine au fil de l'année.";
        }
        return "aucune date n'a été retenue avant l'ouverture ; le module reste à prévoir au fil de l'année. L'E-RUN peut en dire plus.";
    }

    /**
     * How many of those left out have no hours for the module: listed people whose hours the plan uses up, unless
     * others of the school still have the time; else those the school says are in a constellation, whose hours are
     * taken before any plan.
     */
    private long withoutHours(TrainingModule module, int missing) {
        List<Load> loads = facts.loads().getOrDefault(uai, List.of());
        long free = loads.stream()
                .filter(load -> load.leftMinutes() - load.plannedMinutes() >= module.durationMinutes())
                .count();
        long exhausted = loads.size() - free;
        int taken = facts.answers().containsKey(uai)
                ? facts.answers().get(uai).number("constellation").orElse(0)
                : 0;
        return Math.max(0, Math.min(exhausted > 0 ? exhausted : taken, missing - free));
    }

    private int position(String code) {
        return facts.modules().containsKey(code) ? facts.modules().get(code).position() : Integer.MAX_VALUE;
    }

    private static String people(int number) {
        return French.count(number, "personne", "personnes");
    }
}
