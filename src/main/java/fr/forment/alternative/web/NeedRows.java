package fr.forment.alternative.web;

import fr.forment.alternative.NeedWhy;
import fr.forment.alternative.NeedWhys;
import fr.forment.alternative.NeedWords;
import fr.forment.alternative.Unseated;
import fr.forment.plan.Coverage;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanNames;
import fr.forment.plan.conditions.Lack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who has no seat, group by group, each with why: together they are all whom {@link Coverage} counts. */
final class NeedRows {

    /**
     * @param vague null of people that no session of a vague can be for; @param whys null: not looked for on this page
     * @param seats sessions that have seats for them
     */
    record Row(String title, int people, Integer vague, String module, List<String> whys, List<Seats> seats) {

        Row(String title, int people, Integer vague, String module, List<String> whys) {
            this(title, people, vague, module, whys, List.of());
        }
    }

    /** A session that people of these schools could join. */
    record Seats(int line, List<String> schools) {}

    /** Groups whose whys are looked for on the page of all of them. */
    private static final int AT_ONCE = 8;

    private static final String WITHDRAWN =
            "Ce module n'est plus au catalogue : aucune session ne peut en être prévue tant qu'il n'y est pas remis.";

    private final PlanBasis basis;
    private final PlanNames.Of called;
    private final List<Coverage> coverage;
    private final List<Unseated> groups;
    private final NeedWhys whys;
    private final NeedWords words;

    /** @param lacks as the version was last checked */
    NeedRows(PlanBasis basis, PlanNames.Of called, List<Lack> lacks) {
        this.basis = basis;
        this.called = called;
        this.coverage = Coverage.of(
                basis.facts().needs(),
                basis.sessions(),
                code -> called.modules().containsKey(code)
                        && called.modules().get(code).trainsTrainers(),
                Coverage.serves(basis.facts()));
        this.groups = Unseated.counted(basis.facts(), coverage, lacks);
        this.whys = new NeedWhys(basis.facts(), basis.drafts());
        this.words = new NeedWords(called);
    }

    /** « En tout : 27 personnes sans place… ». */
    String inAll() {
        return Coverage.inFrench(Coverage.missing(coverage));
    }

    List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (Unseated group : groups) {
            rows.add(row(group, rows.size() < AT_ONCE));
        }
        rows.addAll(ofTrainers());
        rows.addAll(beyond());
        return rows;
    }

    Optional<Row> of(int vague, String module) {
        return groups.stream()
                .filter(each ->
                        each.vague().rank() == vague && each.module().code().equals(module))
                .findFirst()
                .map(group -> row(group, true));
    }

    private Row row(Unseated group, boolean why) {
        NeedWhy found = why ? whys.of(group) : null;
        return new Row(
                called.module(group.module().code()) + ", vague "
                        + group.vague().rank(),
                group.people(),
                group.vague().rank(),
                group.module().code(),
                why ? words.inFrench(found) : null,
                why ? seats(found) : List.of());
    }

    private static List<Seats> seats(NeedWhy why) {
        return why.seats().stream()
                .map(session -> new Seats(session.line(), why.joining(session)))
                .toList();
    }

    private List<Row> ofTrainers() {
        return coverage.stream()
                .filter(cell -> cell.missing() > 0 && isOffice(cell))
                .map(cell -> new Row(
                        called.module(cell.moduleCode()) + ", formateurs et équipe de circonscription",
                        cell.missing(),
                        null,
                        cell.moduleCode(),
                        basis.facts()
                                .module(cell.moduleCode())
                                .map(module -> words.inFrench(whys.ofTrainers(module, cell.missing())))
                                .orElse(List.of(WITHDRAWN))))
                .toList();
    }

    /** Schools that closed, and modules that were withdrawn: no session of this plan can be for them. */
    private List<Row> beyond() {
        Map<String, Map<String, Integer>> left = new TreeMap<>();
        coverage.stream()
                .filter(cell -> cell.missing() > 0 && !isOffice(cell) && !isInAGroup(cell))
                .forEach(cell -> left.computeIfAbsent(cell.moduleCode(), code -> new TreeMap<>())
                        .merge(cell.schoolUai(), cell.missing(), Integer::sum));
        return left.entrySet().stream()
                .map(module -> new Row(
                        called.module(module.getKey()) + ", dans des écoles fermées",
                        sum(module.getValue().values()),
                        null,
                        module.getKey(),
                        List.of(
                                basis.facts().module(module.getKey()).isEmpty()
                                        ? WITHDRAWN
                                        : "Ces écoles ne sont plus ouvertes, d'après l'annuaire : "
                                                + words.schools(module.getValue())
                                                + ". Retirez-les de leur vague, ou corrigez l'annuaire.")))
                .toList();
    }

    private boolean isOffice(Coverage cell) {
        return cell.schoolUai().equals(basis.facts().circonscriptionUai());
    }

    private boolean isInAGroup(Coverage cell) {
        return groups.stream()
                .filter(group -> group.module().code().equals(cell.moduleCode()))
                .anyMatch(group -> group.free().containsKey(cell.schoolUai())
                        || group.exhausted().containsKey(cell.schoolUai()));
    }

    private static int sum(Collection<Integer> people) {
        return people.stream().mapToInt(Integer::intValue).sum();
    }
}
