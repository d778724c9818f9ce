package fr.forment.plan.words;

import fr.forment.french.French;
import fr.forment.plan.PlanAside;
import fr.forment.plan.PlanNames;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a version holds without a session, summed over the schools of a vague.
 *
 * @param alone modules that people follow alone
 * @param counted publics that are only counted
 */
public record AsideRows(List<Row> alone, List<Row> counted) {

    /** @param dueOn null where the public is only counted */
    public record Row(String vague, String code, String module, String who, int people, long schools, LocalDate dueOn) {

        /** Why no session seats these people. */
        public String why() {
            return dueOn == null
                    ? "Public seulement compté : ni session, ni convocation, ni heures ; ses enseignants le forment ou l'informent."
                    : "Autoformation : chaque personne suit le module à son heure, au plus tard le "
                            + French.date(dueOn) + ", sans session ni formateur.";
        }
    }

    /** Both, those followed alone first. */
    public List<Row> all() {
        return Stream.concat(alone.stream(), counted.stream()).toList();
    }

    private record Key(Integer rank, String code, String module, String who, LocalDate dueOn) {}

    public static AsideRows of(List<PlanAside> asides, PlanNames.Of names) {
        List<Row> rows = asides.stream()
                .collect(Collectors.groupingBy(aside -> new Key(
                        aside.vagueRank(),
                        aside.moduleCode(),
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
                key.code(),
                key.module(),
                key.who(),
                asides.stream().mapToInt(PlanAside::people).sum(),
                asides.stream().map(PlanAside::schoolUai).distinct().count(),
                key.dueOn());
    }
}
