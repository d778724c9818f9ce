package fr.forment.benchmark.plan;

import fr.forment.alternative.NeedWhy;
import fr.forment.alternative.Relief;
import fr.forment.alternative.Reliefs;
import fr.forment.alternative.UnmetWishes;
import fr.forment.alternative.Why;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.recount.PlanDocuments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is said to free something is applied to the facts and to the plan, and judged by those who know nothing of it.
 */
final class Proofs {

    private Proofs() {}

    static List<String> of(WhyGround.Case one, Why why) {
        Reliefs.Found found = why.freed().orElseThrow();
        List<String> wrong = new ArrayList<>();
        String who = one.name() + " " + why.wish() + " " + found.relief().kind();
        if (new UnmetWishes(found.relief().facts()).of(found.way()).contains(why.wish())) {
            wrong.add(who + ": the wish is not followed by " + found.way());
        }
        List<Draft> changed = new ArrayList<>(one.sessions());
        changed.replaceAll(draft -> draft.line().equals(found.way().line()) ? found.way() : draft);
        newlyBroken(one.facts(), one.sessions(), found.relief().facts(), changed)
                .forEach(what -> wrong.add(who + ": " + what));
        return wrong;
    }

    static int relieved(NeedWhy why) {
        return why.seats().size()
                + (why.fresh().isPresent() ? 1 : 0)
                + (why.freed().isPresent() ? 1 : 0)
                + (why.hours().isPresent() ? 1 : 0);
    }

    static boolean isWithout(NeedWhy why) {
        return !why.rest().isEmpty() && why.fresh().isEmpty() && why.freed().isEmpty()
                || !why.group().exhausted().isEmpty() && why.hours().isEmpty();
    }

    /** Seats, sessions of their own, and what frees them: with each, more people of the group have a seat. */
    static List<String> of(WhyGround.Case one, NeedWhy why) {
        String who = one.name() + " " + why.group().module().code() + " vague "
                + why.group().vague().rank();
        List<String> wrong = new ArrayList<>();
        List<Draft> with = new ArrayList<>(one.sessions());
        why.seats().forEach(seat -> {
            with.removeIf(draft -> draft.line().equals(seat.line()));
            with.add(seat);
        });
        why.fresh().ifPresent(with::add);
        wrong.addAll(applied(
                one,
                why,
                who,
                one.facts(),
                with,
                !why.seats().isEmpty() || why.fresh().isPresent()));
        why.freed().ifPresent(found -> {
            List<Draft> freed = new ArrayList<>(one.sessions());
            freed.add(found.way());
            wrong.addAll(applied(
                    one, why, who + " " + found.relief().kind(), found.relief().facts(), freed, true));
        });
        why.hours().ifPresent(more -> {
            if (stillExhausted(one, more, why)) {
                wrong.add(who + ": hours are still not enough");
            }
        });
        if (why.then() != null) {
            wrong.addAll(
                    of(new WhyGround.Case(one.name(), why.hours().orElseThrow().facts(), one.sessions()), why.then()));
        }
        if (why.chosen() != null) {
            PlanFacts chosen = one.facts().with(one.facts().conditions().withBeyondHours(true));
            wrong.addAll(of(new WhyGround.Case(one.name() + " beyond hours", chosen, one.sessions()), why.chosen()));
        }
        return wrong;
    }

    /** Seated whenever and wherever: only their hours are looked at. */
    private static boolean stillExhausted(WhyGround.Case one, Relief more, NeedWhy why) {
        return !exceeded(more.facts(), seated(one, why)).stream()
                .allMatch(exceeded(more.facts(), one.sessions())::contains);
    }

    /** Said to lack hours, though the judge finds nobody who does when they are seated. */
    static List<String> lacking(WhyGround.Case one, NeedWhy why) {
        return !why.group().exhausted().isEmpty()
                        && exceeded(one.facts(), seated(one, why)).equals(exceeded(one.facts(), one.sessions()))
                ? List.of(one.name() + " " + why.group().module().code() + ": hours are said to lack, and are there")
                : List.of();
    }

    private static List<Draft> seated(WhyGround.Case one, NeedWhy why) {
        List<Draft> with = new ArrayList<>(one.sessions());
        Map<String, Integer> all = new TreeMap<>(why.group().free());
        why.group().exhausted().forEach((uai, people) -> all.merge(uai, people, Integer::sum));
        int people = all.values().stream().mapToInt(Integer::intValue).sum();
        Draft like = one.sessions().stream()
                .filter(draft -> !draft.seats().isEmpty())
                .findFirst()
                .orElseThrow();
        with.add(new Draft(
                why.group().vague().rank(),
                why.group().module(),
                like.day(),
                like.start(),
                like.place(),
                people,
                null,
                Set.copyOf(why.group().module().profiles()),
                all,
                people,
                with.size() + 1_000));
        return with;
    }

    private static List<String> exceeded(PlanFacts facts, List<Draft> sessions) {
        var plan = new Recount(PlanDocuments.json(PlanDocuments.of("hours", facts, sessions, Weights.delivered(), 1L)));
        return new HoursLeft(plan.plan(), plan.sessions()).exceeded();
    }

    private static List<String> applied(
            WhyGround.Case one, NeedWhy why, String who, PlanFacts facts, List<Draft> changed, boolean expected) {
        List<String> wrong = new ArrayList<>();
        if (expected && people(changed) <= people(one.sessions())) {
            wrong.add(who + ": nobody more has a seat");
        }
        newlyBroken(one.facts(), one.sessions(), facts, changed).stream()
                .filter(what -> !waitedBefore(one, what))
                .forEach(what -> wrong.add(who + ": " + what));
        return wrong;
    }

    private static int people(List<Draft> sessions) {
        return sessions.stream()
                .mapToInt(draft -> draft.seats().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .sum();
    }

    static Draft with(Draft session, String uai, int people) {
        Map<String, Integer> seats = new TreeMap<>(session.seats());
        seats.merge(uai, people, Integer::sum);
        int all = session.expected() + people;
        return new Draft(
                session.vagueRank(),
                session.module(),
                session.day(),
                session.start(),
                session.place(),
                Math.max(session.capacity(), all),
                session.trainerId(),
                session.profiles(),
                seats,
                all,
                session.line());
    }

    /** Rules that both judges say are broken now and were not before. */
    static List<String> newlyBroken(PlanFacts before, List<Draft> was, PlanFacts after, List<Draft> is) {
        Judged base = Judged.of("before", before, was, Weights.delivered(), 1L);
        Judged now = Judged.of("after", after, is, Weights.delivered(), 1L);
        List<String> broken = new ArrayList<>(now.rules());
        broken.addAll(now.house());
        Map<String, Integer> known = new HashMap<>();
        Stream.concat(base.rules().stream(), base.house().stream())
                .forEach(what -> known.merge(plain(what), tooMany(what), Math::max));
        broken.removeIf(what -> tooMany(what) <= known.getOrDefault(plain(what), -1));
        return broken;
    }

    /**
     * A session of the plan that nobody could lead waits for somebody, and is not asked about: with somebody more it
     * could be led. One that is proposed is.
     */
    private static boolean waitedBefore(WhyGround.Case one, String what) {
        return what.contains("though somebody could")
                && one.sessions().stream()
                        .filter(draft -> draft.trainerId() == null)
                        .anyMatch(draft -> what.startsWith("n° " + draft.line() + " "));
    }

    private static final Pattern HALF_DAYS = Pattern.compile("(\\d+) (half-day|demi-journée)s?");
    private static final Pattern LEFT = Pattern.compile("il lui en reste \\d+");

    private static String plain(String what) {
        return LEFT.matcher(HALF_DAYS.matcher(what).replaceAll("$2")).replaceAll("");
    }

    /** Half-days too many that stood there before may be fewer now, never more. */
    private static int tooMany(String what) {
        Matcher found = HALF_DAYS.matcher(what);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
