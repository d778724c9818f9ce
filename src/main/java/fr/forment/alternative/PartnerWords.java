package fr.forment.alternative;

import fr.forment.french.French;
import fr.forment.plan.PlanNames;
import fr.forment.plan.calculation.PlanFacts;
import java.util.Optional;

/** Why two schools never meet, in French. */
public final class PartnerWords {

    private final PlanFacts facts;
    private final PlanNames.Of called;
    private final WhyWords words;

    public PartnerWords(PlanFacts facts, PlanNames.Of called) {
        this.facts = facts;
        this.called = called;
        this.words = new WhyWords(called);
    }

    public String wished(PartnerWhy why) {
        return "être formée avec " + called.whose(why.partner());
    }

    public String inFrench(PartnerWhy why) {
        if (why.possible().isPresent()) {
            PartnerWhy.Move move = why.possible().get();
            return "C'est possible, toutes les sessions restant où elles sont : " + went(move) + "."
                    + (move.price() == null ? "" : " Ce que cela change : " + Prices.inFrench(move.price()) + ".")
                    + compared(why);
        }
        if (why.common() == 0) {
            return apart(why);
        }
        return "Aucune des sessions du même module où l'une des deux écoles a sa place ne peut accueillir l'autre, toutes restant où elles sont"
                + (why.obstacles().isEmpty() ? "." : " : " + WhyWords.counted(why.obstacles()) + ".")
                + why.room()
                        .map(move -> " Il suffirait de " + French.count(move.seats(), "place") + " de plus : "
                                + went(move) + ".")
                        .orElse("");
    }

    /** What was priced, of what is possible. */
    private static String compared(PartnerWhy why) {
        if (why.ways() == 1) {
            return "";
        }
        String ways = French.number(why.ways()) + " façons possibles";
        return why.weighed() == 0
                ? " C'est une des " + ways + " ; leur coût n'a pas été calculé."
                : why.weighed() == why.ways()
                        ? " C'est la moins chère des " + ways + "."
                        : " Seul le coût de " + French.count(why.weighed(), "façon") + " sur "
                                + French.number(why.ways()) + " possibles a été calculé.";
    }

    private String went(PartnerWhy.Move move) {
        return called.place(move.uai()) + " (" + French.count(move.people(), "personne")
                + ") rejoindrait la session de la ligne " + move.to().line() + ", " + words.when(move.to());
    }

    private String apart(PartnerWhy why) {
        Optional<Integer> one = vague(why.uai());
        Optional<Integer> other = vague(why.partner());
        if (other.isEmpty()) {
            return "Cette école n'est dans aucune vague de ce projet : il suffirait qu'elle en rejoigne une.";
        }
        return one.equals(other)
                ? "Les deux écoles n'ont de place dans aucun module commun à placer : il suffirait d'une place pour chacune dans un même module."
                : "Les deux écoles ne sont pas dans la même vague ("
                        + one.map(String::valueOf).orElse("aucune") + " et " + other.get()
                        + ") : il suffirait qu'elles rejoignent la même.";
    }

    private Optional<Integer> vague(String uai) {
        return facts.vagues().stream()
                .filter(vague -> vague.schoolUais().contains(uai))
                .map(vague -> vague.rank())
                .findFirst();
    }
}
