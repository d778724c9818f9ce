package fr.forment.alternative.web;

import fr.forment.alternative.PartnerWhy;
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
import fr.forment.plan.calculation.Wish;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Wishes that sessions do not follow: those with one explanation are told once, with all whom it is about. */
final class WishRows {

    /** @param line its session; @param session module and day */
    record One(int line, String session, String school) {}

    /**
     * @param whom « 12 personnes de 4 écoles »; @param why null: told on the page of each session
     * @param pairs of schools that never meet
     */
    record Row(String whom, String wished, String why, List<One> about, List<String> pairs) {}

    private record Told(String wished, String why) {}

    /** Looked for on the page of all of them. */
    private static final int AT_ONCE = 15;

    private static final int MODULES_TOLD = 2;

    private final PlanNames.Of called;
    private final WhyWords words;
    private final PlanWhys whys;
    private final Map<Integer, PlannedSession> sessions;
    private final List<PartnerWhy> partners;
    private final PartnerWords partnerWords;

    WishRows(PlanBasis basis, PlanNames.Of called, WhyWords words) {
        this.called = called;
        this.words = words;
        this.whys = new PlanWhys(basis.facts(), basis.weights(), basis.drafts());
        this.partners = new PartnerWhys(basis.facts(), basis.weights(), basis.drafts()).all();
        this.partnerWords = new PartnerWords(basis.facts(), called);
        this.sessions = basis.sessions().stream().collect(Collectors.toMap(PlannedSession::line, session -> session));
    }

    /** Of all schools and sessions: nothing has to be tried, whatever the plan. */
    List<Row> fixed() {
        return rows(whys.unmet().stream().filter(whys::isFixed).toList(), Integer.MAX_VALUE);
    }

    /** « 12 souhaits sur 64 ne sont pas suivis (7 de créneau, 5 d'école partenaire) ». */
    String inAll() {
        int asked = whys.asked();
        List<UnmetWish> unmet = whys.unmet();
        int missed = unmet.size() + partners.size();
        if (asked == 0) {
            return "Aucune école du plan n'a fait connaître de souhait.";
        }
        if (missed == 0) {
            return "Souhaits des écoles : " + French.count(asked, "souhait suivi", "souhaits suivis") + " sur "
                    + French.number(asked) + ".";
        }
        Map<Wish.Kind, Integer> kinds = new EnumMap<>(Wish.Kind.class);
        unmet.forEach(wish -> kinds.merge(wish.kind(), 1, Integer::sum));
        if (!partners.isEmpty()) {
            kinds.put(Wish.Kind.PARTNER, partners.size());
        }
        return French.count(missed, "souhait") + " sur " + French.number(asked)
                + French.word(missed, " n'est pas suivi", " ne sont pas suivis") + " ("
                + kinds.entrySet().stream()
                        .map(kind -> French.number(kind.getValue()) + " " + named(kind.getKey()))
                        .collect(Collectors.joining(", "))
                + "). Une session qui ne suit pas le souhait d'une de ses écoles compte une fois.";
    }

    private static String named(Wish.Kind kind) {
        return switch (kind) {
            case SLOT -> "de créneau";
            case FORMAT -> "de format";
            case TRAVEL -> "de trajet";
            case PARTNER -> "d'école partenaire";
        };
    }

    /** Of pairs of schools that never meet: those with one explanation are told once. */
    List<Row> partners() {
        Map<String, List<PartnerWhy>> byWhy = new LinkedHashMap<>();
        partners.forEach(why -> byWhy.computeIfAbsent(partnerWords.inFrench(why), none -> new ArrayList<>())
                .add(why));
        return byWhy.entrySet().stream()
                .map(group -> partners(group.getKey(), group.getValue()))
                .toList();
    }

    private Row partners(String why, List<PartnerWhy> some) {
        PartnerWhy first = some.get(0);
        return some.size() == 1
                ? new Row(called.whose(first.uai()), partnerWords.wished(first), why, List.of(), List.of())
                : new Row(
                        French.count(some.size(), "souhait"),
                        "être formée avec une autre école",
                        why,
                        List.of(),
                        some.stream()
                                .map(each -> called.whose(each.uai()) + " : " + partnerWords.wished(each))
                                .toList());
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
        some.forEach(wish -> groups.computeIfAbsent(told(wish, why.get(wish)), none -> new ArrayList<>())
                .add(wish));
        return groups.entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue()))
                .toList();
    }

    /** Those whose why was not looked for stand together, each with its session. */
    private static Told told(UnmetWish wish, String why) {
        return why == null
                ? new Told("autres souhaits, expliqués à la page de chaque session", null)
                : new Told(WhyWords.wished(wish), why);
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
                told.wished() + modules(wishes),
                told.why(),
                wishes.stream().map(this::one).toList(),
                List.of());
    }

    /** Of which trainings the row speaks, while they are few enough to be read. */
    private String modules(List<UnmetWish> wishes) {
        List<String> titles = wishes.stream()
                .map(wish -> called.module(sessions.get(wish.line()).moduleCode()))
                .distinct()
                .toList();
        return " ("
                + (titles.size() <= MODULES_TOLD ? String.join(" ; ", titles) : French.count(titles.size(), "module"))
                + ")";
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
