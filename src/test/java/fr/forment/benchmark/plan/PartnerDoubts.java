package fr.forment.benchmark.plan;

import fr.forment.alternative.PartnerWhy;
import fr.forment.alternative.PartnerWhys;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Tries to prove false what is said of two schools that never meet: the move that is said to be possible is made and
 * judged, and so is every move where there is said to be none.
 */
final class PartnerDoubts {

    private PartnerDoubts() {}

    static List<PartnerWhy> asked(WhyGround.Case one) {
        return new PartnerWhys(one.facts(), Weights.delivered(), one.sessions()).all();
    }

    static List<String> of(WhyGround.Case one, PartnerWhy why) {
        String who = one.name() + " " + why.uai() + " with " + why.partner();
        List<String> wrong = new ArrayList<>();
        why.possible()
                .ifPresentOrElse(
                        move -> {
                            List<Draft> moved = moved(one, move.uai(), move.from(), move.to());
                            Proofs.newlyBroken(one.facts(), one.sessions(), one.facts(), moved)
                                    .forEach(what -> wrong.add(who + ": said to be possible, but " + what));
                            if (move.price() != null) {
                                priced(one, move, moved, who, wrong);
                            }
                        },
                        () -> {
                            either(one, why.uai(), why.partner(), who, wrong);
                            either(one, why.partner(), why.uai(), who, wrong);
                        });
        return wrong;
    }

    private static void priced(
            WhyGround.Case one, PartnerWhy.Move move, List<Draft> moved, String who, List<String> wrong) {
        Score now = PlanSolver.score(one.facts(), one.sessions());
        Score then = PlanSolver.score(one.facts(), moved);
        long costs = then.total(Weights.delivered()) - now.total(Weights.delivered());
        if (costs != move.price().total()
                || then.unplaced() - now.unplaced() != move.price().unplaced()) {
            wrong.add(who + ": priced " + move.price().total() + ", costs " + costs);
        }
    }

    /** A move that nobody finds anything to say of, and nobody pays for with a seat, is one that was denied. */
    private static void either(WhyGround.Case one, String uai, String partner, String who, List<String> wrong) {
        for (Draft from : one.sessions()) {
            for (Draft to : one.sessions()) {
                if (from.seats().containsKey(uai)
                        && to.seats().containsKey(partner)
                        && from.module().code().equals(to.module().code())
                        && !from.module().isHeldBySchool()
                        && Objects.equals(from.vagueRank(), to.vagueRank())
                        && to.expected() + from.seats().get(uai)
                                <= Math.max(to.module().groupSize(), to.expected())) {
                    List<Draft> moved = moved(one, uai, from, to);
                    if (Proofs.newlyBroken(one.facts(), one.sessions(), one.facts(), moved)
                                    .isEmpty()
                            && isNoWorse(one, moved)) {
                        wrong.add(who + ": said to be impossible, but " + uai + " could leave n° " + from.line()
                                + " for n° " + to.line());
                    }
                }
            }
        }
    }

    private static boolean isNoWorse(WhyGround.Case one, List<Draft> moved) {
        Score now = PlanSolver.score(one.facts(), one.sessions());
        Score then = PlanSolver.score(one.facts(), moved);
        return then.broken() <= now.broken() && then.unplaced() <= now.unplaced();
    }

    private static List<Draft> moved(WhyGround.Case one, String uai, Draft from, Draft to) {
        int people = from.seats().get(uai);
        List<Draft> moved = new ArrayList<>();
        for (Draft draft : one.sessions()) {
            if (draft.line().equals(to.line())) {
                moved.add(Proofs.with(draft, uai, people));
            } else if (!draft.line().equals(from.line())) {
                moved.add(draft);
            } else if (draft.seats().size() > 1) {
                Map<String, Integer> left = new TreeMap<>(draft.seats());
                left.remove(uai);
                moved.add(draft.with(draft.line(), left, draft.expected() - people));
            }
        }
        return moved;
    }
}
