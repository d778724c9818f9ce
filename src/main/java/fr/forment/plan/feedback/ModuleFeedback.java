package fr.forment.plan.feedback;

import fr.forment.catalogue.Nature;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.plan.Coverage;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Unplaced;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.conditions.Lack;
import fr.forment.plan.feedback.SchoolFeedback.Entry;
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
        return unplaced(left.moduleCode(), left.missing());
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
                                + unplaced(code, needed - seated).reason()
                        : French.capital(unplaced(code, needed - seated).reason()));
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
    private Unplaced unplaced(String code, int missing) {
        TrainingModule module = facts.modules().get(code);
        if (module == null || !module.isActive()) {
            return unplaced(code, missing, "ce module n'est plus proposé.");
        }
        if (!facts.schools().containsKey(uai)) {
            return unplaced(code, missing, "aucune session de la phase des formateurs ne les prend encore.");
        }
        if (!facts.vagues().containsKey(uai)) {
            return unplaced(
                    code,
                    missing,
                    "l'école n'est dans aucune vague de ce projet ; elle sera formée quand elle en rejoindra une.");
        }
        List<Lack> lacking = Lack.of(facts.lacks().getOrDefault(uai, List.of()), uai, code, missing);
        int others = missing - Lack.people(lacking);
        return new Unplaced(uai, code, missing, lacking, others > 0 ? unseated(module, others) : "");
    }

    private Unplaced unplaced(String code, int missing, String why) {
        return new Unplaced(uai, code, missing, List.of(), why);
    }

    /** People who have hours left. */
    private String unseated(TrainingModule module, int missing) {
        int together = Math.max(
                missing,
                facts.waiting()
                        .get()
                        .getOrDefault(List.<Object>of(facts.vagues().get(uai), module.code()), 0));
        if (module.nature() == Nature.CONTINU) {
            return "ce module se suit après l'ouverture de l'ENT.";
        }
        PlannedSession free = facts.free().get().get(List.of(uai, module.code()));
        if (free != null) {
            return "une session de ce module a encore des places (" + French.day(free.day()) + " à "
                    + French.time(free.start()) + ") : l'équipe de circonscription peut en donner.";
        }
        if (together < PlanCalculator.FEWEST) {
            return "trop peu de personnes pour ouvrir une session (" + together + ", il en faut "
                    + PlanCalculator.FEWEST
                    + ") ; " + (missing == 1 ? "elle rejoindra" : "elles rejoindront")
                    + " une session d'une école voisine au fil de l'année.";
        }
        return "aucune date n'a été retenue avant l'ouverture ; le module reste à prévoir au fil de l'année. L'E-RUN peut en dire plus.";
    }

    private int position(String code) {
        return facts.modules().containsKey(code) ? facts.modules().get(code).position() : Integer.MAX_VALUE;
    }

    private static String people(int number) {
        return French.count(number, "personne", "personnes");
    }
}
