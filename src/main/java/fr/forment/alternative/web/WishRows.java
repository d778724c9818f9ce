package fr.forment.alternative.web;

import fr.forment.alternative.PartnerWhys;
import fr.forment.alternative.PartnerWords;
import fr.forment.alternative.PlanWhys;
import fr.forment.alternative.UnmetWish;
import fr.forment.alternative.Why;
import fr.forment.alternative.WhyWords;
import fr.forment.french.French;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Wishes that sessions do not follow: those with one explanation are told once, with all whom it is about. */
final class WishRows {

    /** @param line its session; @param session module and day */
    record One(int line, String session, String school) {}

    /** @param whom « 12 personnes de 4 écoles »; @param why null: told on the page of its session */
    record Row(String whom, String wished, String why, List<One> about) {}

    private record Told(String wished, String why, int alone) {}

    /** Looked for on the page of all of them. */
    private static final int AT_ONCE = 15;

    private final PlanNames.Of called;
    private final WhyWords words;
    private final PlanWhys whys;
    private final Map<Integer, PlannedSession> sessions;

    WishRows(PlanBasis basis, PlanNames.Of called, WhyWords words) {
        this.called = called;
        this.words = words;
        this.whys = new PlanWhys(basis.facts(), basis.weights(), basis.drafts());
        this.sessions = basis.sessions().stream().collect(Collectors.toMap(PlannedSession::line, session -> session));
    }

    /** Of all schools and sessions: nothing has to be tried, whatever the plan. */
    List<Row> fixed() {
        return rows(whys.unmet().stream().filter(whys::isFixed).toList(), Integer.MAX_VALUE);
    }

    /** Of each pair of schools that never meets, one. */
    static List<Row> partners(PlanBasis basis, PlanNames.Of called) {
        var words = new PartnerWords(basis.facts(), called);
        return new PartnerWhys(basis.facts(), basis.weights(), basis.drafts())
                .all().stream()
                        .map(why -> new Row(called.whose(why.uai()), words.wished(why), words.inFrench(why), List.of()))
                        .toList();
    }

    List<UnmetWish> others() {
        return whys.unmet().stream().filter(wish -> !whys.isFixed(wish)).toList();
    }

    List<Row> rows(List<UnmetWish> some) {
        return rows(some, AT_ONCE);
    }

    private List<Row> rows(List<UnmetWish> some, int most) {
        Map<UnmetWish, String> why = new HashMap<>();
        whys.of(some.subList(0, Math.min(most, some.size())), false)
                .forEach((Why each) -> why.put(each.wish(), words.inFrench(each)));
        Map<Told, List<UnmetWish>> groups = new LinkedHashMap<>();
        for (int n = 0; n < some.size(); n++) {
            String told = why.get(some.get(n));
            groups.computeIfAbsent(
                            new Told(WhyWords.wished(some.get(n)), told, told == null ? n : -1),
                            none -> new ArrayList<>())
                    .add(some.get(n));
        }
        return groups.entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue()))
                .toList();
    }

    private Row row(Told told, List<UnmetWish> wishes) {
        long schools = wishes.stream().map(UnmetWish::uai).distinct().count();
        int people = wishes.stream()
                .mapToInt(wish -> sessions.get(wish.line()).seats().getOrDefault(wish.uai(), 0))
                .sum();
        return new Row(
                schools == 1
                        ? called.place(wishes.get(0).uai()) + ", " + French.count(people, "personne")
                        : French.count(people, "personne") + " de " + French.count(schools, "école"),
                told.wished(),
                told.why(),
                wishes.stream().map(this::one).toList());
    }

    private One one(UnmetWish wish) {
        PlannedSession session = sessions.get(wish.line());
        return new One(
                wish.line(),
                called.module(session.moduleCode()) + ", " + French.weekday(session.day()) + " "
                        + French.numeric(session.day()),
                called.place(wish.uai()));
    }
}
