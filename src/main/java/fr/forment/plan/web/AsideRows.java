package fr.forment.plan.web;

import fr.forment.plan.PlanAside;
import fr.forment.plan.PlanNames;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a version holds without a session, summed over the schools of a vague. */
record AsideRows(List<Row> alone, List<Row> counted) {

    /** @param dueOn null where the public is only counted */
    record Row(String vague, String module, String who, int people, long schools, LocalDate dueOn) {}

    private record Key(Integer rank, String module, String who, LocalDate dueOn) {}

    static AsideRows of(List<PlanAside> asides, PlanNames.Of names) {
        List<Row> rows = asides.stream()
                .collect(Collectors.groupingBy(aside -> new Key(
                        aside.vagueRank(),
                        names.module(aside.moduleCode()),
                        aside.profile().label(),
                        aside.dueOn())))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Key, List<PlanAside>> each) ->
                                        each.getKey().rank(),
                                Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(each -> each.getKey().module())
                        .thenComparing(each -> each.getKey().who()))
                .map(each -> row(each.getKey(), each.getValue()))
                .toList();
        return new AsideRows(
                rows.stream().filter(row -> row.dueOn() != null).toList(),
                rows.stream().filter(row -> row.dueOn() == null).toList());
    }

    private static Row row(Key key, List<PlanAside> asides) {
        return new Row(
                key.rank() == null ? "Circonscription" : "Vague " + key.rank(),
                key.module(),
                key.who(),
                asides.stream().mapToInt(PlanAside::people).sum(),
                asides.stream().map(PlanAside::schoolUai).distinct().count(),
                key.dueOn());
    }
}
