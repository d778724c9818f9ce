package fr.forment.alternative;

import fr.forment.french.French;
import fr.forment.plan.PlanNames;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.conditions.Lack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why people have no seat, and what would give them one, in French: one sentence a fact. */
public final class NeedWords {

    private final PlanNames.Of called;
    private final WhyWords words;

    public NeedWords(PlanNames.Of called) {
        this.called = called;
        this.words = new WhyWords(called);
    }

    /** « École A (Bruz) : 3 ; École B (Bruz) : 4 ». */
    public String schools(Map<String, Integer> people) {
        return people.entrySet().stream()
                .map(school -> called.place(school.getKey()) + " : " + school.getValue())
                .collect(Collectors.joining(" ; "));
    }

    public List<String> inFrench(NeedWhy why) {
        List<String> told = new ArrayList<>();
        Unseated group = why.group();
        if (!group.lacking().isEmpty()) {
            told.add(Lack.inFrench(group.lacking()) + " (" + schools(group.exhausted()) + ").");
            told.add(then(why));
            chosen(why).ifPresent(told::add);
        }
        for (Draft seat : why.seats()) {
            told.add("Dans la session de la ligne " + seat.line() + " (" + words.when(seat)
                    + "), il reste des places : " + gained(why, seat) + ".");
        }
        why.fresh()
                .ifPresent(session -> told.add(possible(session) + French.count(session.expected(), "personne") + " ("
                        + schools(session.seats()) + ")."));
        if (!why.rest().isEmpty()) {
            rest(why, told);
        }
        return told;
    }

    private String possible(Draft session) {
        return "Une session de plus " + (WhyWords.isLedByNobody(session) ? "serait" : "est") + " possible : "
                + words.held(session) + ", pour ";
    }

    private String gained(NeedWhy why, Draft seat) {
        List<String> schools = why.joining(seat).stream().map(called::place).toList();
        return "les personnes encore sans place (" + String.join(", ", schools) + ") pourraient s'y joindre";
    }

    /** What becomes of all of them with the hours that some lack. */
    private String then(NeedWhy why) {
        NeedWhy then = why.then();
        int more = then == null ? 0 : then.helped() - why.helped();
        if (more > 0) {
            return "Avec ces heures, " + French.count(more, "personne de plus aurait", "personnes de plus auraient")
                    + " une place, les autres sessions restant où elles sont.";
        }
        return then != null && then.freed().isPresent()
                ? "Ces heures ne suffiraient pas : il faudrait aussi "
                        + needed(then.freed().get()) + "."
                : "Ces heures ne suffiraient pas : aucune session ne recevrait ces personnes, les autres restant où elles sont.";
    }

    /** A way that people may choose, tried as the others are. */
    private static Optional<String> chosen(NeedWhy why) {
        return Optional.ofNullable(why.chosen())
                .map(chosen -> chosen.helped() - why.helped())
                .filter(more -> more > 0)
                .map(more ->
                        "Ou bien choisissez, en disant pourquoi, de placer ce qui doit précéder l'ouverture même au-delà des heures restantes (page « Ce qui compte le plus cette année ») : "
                                + French.count(more, "personne de plus aurait", "personnes de plus auraient")
                                + " une place, les autres sessions restant où elles sont.");
    }

    private String needed(Reliefs.Found found) {
        if (found.relief().kind() == Relief.Kind.HABILITATION) {
            return "une habilitation à animer ce module pour "
                    + words.trainer(found.relief().who());
        }
        String relief = words.relief(found);
        return relief.startsWith("d'un") ? relief.substring(2) : relief.replaceFirst("^de ", "");
    }

    private void rest(NeedWhy why, List<String> told) {
        String who = schools(why.rest());
        if (why.fresh().isPresent()) {
            told.add("Il resterait alors : " + who + ".");
            return;
        }
        if (!why.sessions().isEmpty()) {
            told.add("Aucune des sessions de ce module ne peut les recevoir (" + who + ") : "
                    + WhyWords.counted(why.sessions()) + ".");
        }
        if (why.handful()) {
            told.add("C'est trop peu pour une session de plus ("
                    + French.count(Unseated.sum(why.rest()), "personne") + ", il en faut " + PlanCalculator.FEWEST
                    + ") : il suffirait de "
                    + French.count(PlanCalculator.FEWEST - Unseated.sum(why.rest()), "personne")
                    + " de plus, ou qu'une école voisine attende le même module.");
            return;
        }
        told.addAll(noMoment(why.moments(), why.freed()));
    }

    public List<String> inFrench(TrainersWhy why) {
        return why.fresh()
                .map(session -> List.of(
                        possible(session) + French.count(session.expected(), "personne") + " de la circonscription."))
                .orElseGet(() -> noMoment(why.moments(), why.freed()));
    }

    private List<String> noMoment(Map<Hindrance, Integer> moments, Optional<Reliefs.Found> freed) {
        return List.of(
                "Une session de plus : "
                        + (moments.isEmpty()
                                ? "aucun jour de classe du plan ne convient à ce module."
                                : "aucun des moments essayés ne convient, les autres sessions restant où elles sont : "
                                        + WhyWords.counted(moments) + "."),
                freed.map(found -> "Il suffirait " + words.relief(found) + " : " + words.held(found.way()) + ".")
                        .orElse(
                                "Une demi-journée de formateur, une habilitation, un jour ou une salle de plus n'y suffiraient pas, à eux seuls."));
    }
}
