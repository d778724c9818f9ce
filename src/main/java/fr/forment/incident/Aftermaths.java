package fr.forment.incident;

import fr.forment.alternative.StuckWhy;
import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.FactsPrint;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.repair.Following;
import fr.forment.plan.calculation.repair.Openings;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import fr.forment.plan.conditions.ResourceCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for the plan with the fewest moves. What already did not hold before stays where it is, unless it is asked
 * about: people decided to keep it. A school that leaves leaves it all the same.
 */
final class Aftermaths {

    /** Changes priced one by one: a longer list is read by its whole price. */
    private static final int PRICED = 12;

    private final StandingPlan standing;
    private final Happening happening;
    private final LocalDate today;
    private final Map<Integer, Held> held;
    private Map<Integer, Draft> agreed = Map.of();
    private Set<Integer> along = Set.of();
    private Supplier<Optional<Aftermath.Spared>> spared = Optional::empty;

    private Aftermaths(StandingPlan standing, Happening happening, LocalDate today) {
        this.standing = standing;
        this.happening = happening;
        this.today = today;
        this.held = standing.held().stream().collect(Collectors.toMap(Held::line, Function.identity()));
    }

    static Aftermath of(StandingPlan standing, Happening happening, LocalDate today) {
        return new Aftermaths(standing, happening, today).look();
    }

    private Aftermath look() {
        if (happening.what() == Happened.RETARD) {
            var lateness = new Lateness(standing, today);
            Map<Integer, List<String>> late = lateness.why();
            Repaired found = lateness.repaired();
            // who only might have moved is not hit
            return answer(
                    new Repaired(found.sessions(), late.keySet(), found.cancelled(), found.stuck()),
                    List.copyOf(held.values()),
                    late,
                    Set.of(),
                    standing.basis().facts());
        }
        PlanFacts known = HappeningFacts.of(standing.basis().facts(), Happening.NOTHING_NEW);
        PlanFacts facts = HappeningFacts.of(standing.basis().facts(), happening);
        Map<Integer, List<String>> problems = problems(facts);
        Set<Integer> before = happening.what() == Happened.RESSOURCES ? Set.of() : before(known, problems);
        List<Held> open = held.values().stream()
                .filter(each -> !before.contains(each.line()))
                .toList();
        var halfDays = new SpreadSessions(standing, facts, today);
        List<Draft> hit = halfDays.hit(standing.byHand().keySet().stream()
                .filter(line -> !before.contains(line))
                .collect(Collectors.toSet()));
        Searched searched = searched(facts, before, hit, halfDays);
        Following.Found found = searched.found();
        agreed = searched.halfDays();
        along = found.along();
        found.because().forEach((line, first) -> problems.computeIfAbsent(line, none -> new ArrayList<>())
                .add("Elle ne peut venir qu'après la session de la ligne " + first + ", qui change de date."));
        spared = () -> new Sparing(facts, held, open, other -> searched(other, before, hit, halfDays)
                        .found()
                        .repaired())
                .of(found.repaired());
        return answer(found.repaired(), open, problems, before, facts);
    }

    /** @param halfDays as they were found together with the sessions */
    private record Searched(Following.Found found, Map<Integer, Draft> halfDays) {}

    private Searched searched(PlanFacts facts, Set<Integer> before, List<Draft> hit, SpreadSessions halfDays) {
        PlanFacts searched =
                facts.with(facts.conditions().with(List.copyOf(held.values()))).leaving(halfDays.taken(hit));
        Repair.Together repaired = Repair.of(searched, standing.basis().weights(), today, before, hit, halfDays::holds);
        return new Searched(
                Following.of(
                        searched,
                        standing.basis().weights(),
                        today,
                        before,
                        repaired.halfDays().values(),
                        repaired.repaired()),
                repaired.halfDays());
    }

    /** Of sessions to come, what they no longer keep to. */
    private Map<Integer, List<String>> problems(PlanFacts facts) {
        ResourceCheck check = new ResourceCheck(facts, standing.parts());
        Map<Integer, List<String>> found = new TreeMap<>();
        standing.parts().stream().filter(part -> !part.day().isBefore(today)).forEach(part -> {
            List<String> known = found.computeIfAbsent(part.line(), line -> new ArrayList<>());
            check.problems(part).stream()
                    .filter(problem -> !known.contains(problem))
                    .forEach(known::add);
        });
        return found;
    }

    /** What did not hold already, and that this does not make worse. */
    private Set<Integer> before(PlanFacts known, Map<Integer, List<String>> now) {
        Map<Integer, List<String>> then = problems(known);
        Set<Integer> hit =
                new HashSet<>(Repair.hit(known.with(known.conditions().with(List.copyOf(held.values()))), today));
        hit.addAll(standing.byHand().keySet());
        then.forEach((line, sentences) -> {
            if (!sentences.isEmpty()) {
                hit.add(line);
            }
        });
        if (happening.what() != Happened.DEPART) { // fewer people make nothing worse, whatever the sentences say
            hit.removeIf(line -> !now.getOrDefault(line, List.of()).equals(then.getOrDefault(line, List.of())));
        }
        return hit;
    }

    /** Who is expected by a session on several dates is said by its line as ever; empty when nobody is left. */
    private Optional<PlannedSession> withoutTheGone(PlannedSession line, PlanFacts facts) {
        Map<String, SchoolFacts> there = facts.schoolsByUai();
        Map<String, Integer> seats = new LinkedHashMap<>(line.seats());
        boolean past =
                standing.parts(line).stream().noneMatch(part -> part.day().isAfter(today));
        if (past || !seats.keySet().removeIf(uai -> !there.containsKey(uai))) {
            return Optional.of(line);
        }
        return seats.isEmpty() ? Optional.empty() : Optional.of(StandingPlan.seated(line, seats));
    }

    private Aftermath answer(
            Repaired repaired,
            List<Held> open,
            Map<Integer, List<String>> problems,
            Set<Integer> before,
            PlanFacts facts) {
        Map<Integer, Draft> drafts = repaired.byLine();
        Set<Integer> touched = new HashSet<>(repaired.cancelled());
        Map<Integer, PlannedSession> after = new TreeMap<>();
        Set<Integer> toCome =
                standing.sessions().stream().map(PlannedSession::line).collect(Collectors.toSet());
        for (PlannedSession line : standing.lines()) {
            Draft draft = drafts.get(line.line());
            Held was = held.get(line.line());
            if (repaired.cancelled().contains(line.line())) {
                continue;
            }
            if (was == null && toCome.contains(line.line())) { // searched by nobody: several dates, or an old module
                PlannedSession stays = withoutTheGone(line, facts).orElse(null);
                if (stays != null) {
                    after.put(line.line(), stays);
                }
                if (!line.equals(stays)) {
                    touched.add(line.line());
                }
                continue;
            }
            boolean changes = draft != null && was != null && !draft.equals(was.session());
            after.put(line.line(), changes ? StandingPlan.moved(line, draft) : line);
            if (changes) {
                touched.add(line.line());
            }
        }
        int number = standing.basis().firstFree();
        List<Draft> fresh = repaired.sessions().stream()
                .filter(draft -> draft.line() == null)
                .toList();
        for (PlannedSession session : standing.basis().sessions(fresh)) {
            after.put(number, session.numbered(number));
            number++;
        }
        Set<Integer> moved = repaired.moved(open);
        List<PlannedSession> changed = standing.lines().stream()
                .map(line -> after.get(line.line()))
                .filter(Objects::nonNull)
                .toList();
        List<PlannedSession> all = Stream.concat(
                        changed.stream(),
                        after.values().stream().filter(session -> session.id() == 0 && isNew(session)))
                .toList();
        List<Aftermath.Hit> hits = hits(repaired, touched, problems, open, before);
        List<Aftermath.Spread> spreads = spreads(repaired, hits, touched, facts);
        return new Aftermath(
                hits,
                standing.sessions(),
                standing.lines(),
                all,
                moved.size(),
                moved.stream().mapToInt(line -> drafts.get(line).expected()).sum(),
                stuck(repaired, hits, touched, spreads),
                spreads,
                () -> StuckWhy.of(
                        facts,
                        numbered(repaired.sessions()),
                        repaired.stuck().stream().map(Repaired.Stuck::line).toList()),
                () -> OpeningRisk.of(facts, numbered(repaired.sessions()), atRisk(repaired, facts)),
                () -> price(repaired, facts),
                () -> prices(repaired, facts, all),
                spared,
                happening.what() == Happened.RETARD
                        ? List.of()
                        : new FollowingWords(standing, facts, today).of(all, spreads),
                facts.from(),
                FactsPrint.digest(
                        List.of(standing.basis().sessionsPrint(), all, spreads.toString(), happening.toString())));
    }

    private Set<Integer> atRisk(Repaired repaired, PlanFacts facts) {
        Map<Integer, Draft> before = new HashMap<>();
        held.forEach((line, was) -> before.put(line, was.numbered()));
        return Openings.endangered(facts, before, repaired.sessions());
    }

    private AnswerPrice price(Repaired repaired, PlanFacts after) {
        List<Held> were = List.copyOf(held.values());
        PlanFacts before = standing.basis().facts();
        return AnswerPrice.of(
                before.with(before.conditions().with(were)),
                were.stream().map(Held::numbered).toList(),
                after.with(after.conditions().with(were)),
                repaired.sessions(),
                standing.basis().weights());
    }

    /** @param all lines of the repaired version */
    private Map<Integer, AnswerPrice> prices(Repaired repaired, PlanFacts after, List<PlannedSession> all) {
        List<Held> were = List.copyOf(held.values());
        // a school that leaves is no longer in the facts, but was counted with
        PlanFacts facts = happening.what() == Happened.DEPART ? standing.basis().facts() : after;
        Map<Integer, Optional<Draft>> changes = new LinkedHashMap<>();
        repaired.sessions().stream()
                .filter(draft -> held.containsKey(draft.line())
                        && !draft.equals(held.get(draft.line()).numbered()))
                .sorted(Comparator.comparing(Draft::line))
                .forEach(draft -> changes.put(draft.line(), Optional.of(draft)));
        all.stream().filter(session -> session.id() == 0 && isNew(session)).forEach(session -> session.draft(facts)
                .ifPresent(draft -> changes.put(session.line(), Optional.of(draft))));
        repaired.cancelled().stream()
                .filter(held::containsKey)
                .sorted()
                .forEach(line -> changes.put(line, Optional.empty()));
        changes.keySet().retainAll(changes.keySet().stream().limit(PRICED).toList());
        return AnswerPrice.inTurn(
                facts.with(facts.conditions().with(were)),
                were.stream().map(Held::numbered).toList(),
                changes,
                standing.basis().weights());
    }

    /** Sessions that nobody was told of yet get their days from the search for what is late. */
    private List<Aftermath.Spread> spreads(
            Repaired repaired, List<Aftermath.Hit> hits, Set<Integer> touched, PlanFacts facts) {
        Set<Integer> asked = byHand(hits, touched).collect(Collectors.toSet());
        return asked.isEmpty() || happening.what() == Happened.RETARD
                ? List.of()
                : new SpreadSessions(standing, facts, today).of(numbered(repaired.sessions()), asked, agreed);
    }

    /** Whatever is hit and neither changes nor goes is said to be left. */
    private List<Repaired.Stuck> stuck(
            Repaired repaired, List<Aftermath.Hit> hits, Set<Integer> touched, List<Aftermath.Spread> spreads) {
        List<Repaired.Stuck> all = Stream.concat(repaired.stuck().stream(), byHand(hits, touched, spreads))
                .collect(Collectors.toCollection(ArrayList::new));
        Set<Integer> told = all.stream().map(Repaired.Stuck::line).collect(Collectors.toSet());
        spreads.forEach(spread -> told.add(spread.session().line()));
        hits.stream()
                .map(hit -> hit.session().line())
                .filter(line -> !touched.contains(line) && !told.contains(line))
                .forEach(
                        line -> all.add(
                                new Repaired.Stuck(
                                        line,
                                        "Rien n'a été trouvé pour elle : déplacez-la, confiez-la à quelqu'un ou changez son lieu vous-même.")));
        return List.copyOf(all);
    }

    private Stream<Integer> byHand(List<Aftermath.Hit> hits, Set<Integer> touched) {
        return hits.stream()
                .map(hit -> hit.session().line())
                .filter(line -> standing.byHand().containsKey(line) && !touched.contains(line));
    }

    /** What hits a half-day of a session that no line says whole, and finds nothing: a person looks further. */
    private Stream<Repaired.Stuck> byHand(
            List<Aftermath.Hit> hits, Set<Integer> touched, List<Aftermath.Spread> spreads) {
        return byHand(hits, touched)
                .filter(line ->
                        spreads.stream().noneMatch(spread -> spread.session().line() == line))
                .map(
                        line -> new Repaired.Stuck(
                                line,
                                "Elle a lieu à plusieurs dates, ou plusieurs personnes l'assurent, et aucune autre date ni aucune autre personne libre n'a été trouvée"
                                        + " : voyez ce qui est possible sur la page de la session (« Dates et demi-journées »)."));
    }

    private List<Draft> numbered(List<Draft> sessions) {
        List<Draft> all = new ArrayList<>();
        for (Draft draft : sessions) {
            all.add(
                    draft.line() != null
                            ? draft
                            : draft.with(standing.basis().firstFree() + all.size(), draft.seats(), draft.expected()));
        }
        return all;
    }

    private boolean isNew(PlannedSession session) {
        return session.line() >= standing.basis().firstFree();
    }

    private List<Aftermath.Hit> hits(
            Repaired repaired,
            Set<Integer> touched,
            Map<Integer, List<String>> problems,
            List<Held> open,
            Set<Integer> before) {
        Map<Integer, List<String>> why = new HashMap<>();
        Set<Integer> asked = open.stream().map(Held::line).collect(Collectors.toSet());
        problems.forEach((line, sentences) -> {
            boolean known = before.contains(line); // people decided to keep it
            if (!sentences.isEmpty() && (asked.contains(line) || !held.containsKey(line) && !known)) {
                why.put(line, sentences.stream().map(French::capital).toList());
            }
        });
        // who was looked at and stays as he was is not hit
        Stream.of(
                        touched.stream(),
                        repaired.stuck().stream().map(Repaired.Stuck::line),
                        happening.what() == Happened.RETARD ? repaired.hit().stream() : Stream.<Integer>empty())
                .flatMap(lines -> lines)
                .forEach(line -> why.putIfAbsent(line, List.of()));
        return standing.sessions().stream()
                .filter(session -> why.containsKey(session.line()))
                .sorted(Comparator.comparing(PlannedSession::startsAt).thenComparing(PlannedSession::line))
                .map(session -> new Aftermath.Hit(
                        session,
                        standing.parts(session),
                        standing.published().get(session.line()),
                        why.get(session.line()),
                        along.contains(session.line())))
                .toList();
    }
}
