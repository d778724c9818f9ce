package fr.forment.stafflist.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Empties the cells that hold private data whatever their title says, and counts them. */
final class PrivateCells {

    /** In titles of dates: "Prise de poste", "Date de nomination". */
    private static final List<String> OF_A_POST =
            List.of("arrivee", "depart", "affectation", "poste", "nomination", "installation", "fonction");

    private final List<String> columns;
    private final boolean[] datesWanted;
    private final Map<Integer, Map<PrivateContent, Integer>> counts = new TreeMap<>();

    PrivateCells(List<String> columns) {
        this.columns = columns;
        this.datesWanted = new boolean[columns.size()];
        for (int i = 0; i < datesWanted.length; i++) {
            String key = TableHeader.key(columns.get(i));
            datesWanted[i] = StaffField.ARRIVEE.keys().contains(key)
                    || StaffField.DEPART.keys().contains(key)
                    || OF_A_POST.stream().anyMatch(key::contains);
        }
    }

    /** @param cells changed and handed back */
    List<String> empty(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            PrivateContent found = PrivateContent.of(cells.get(i), datesWanted[i]);
            if (found != null) {
                cells.set(i, "");
                counts.computeIfAbsent(i, column -> new EnumMap<>(PrivateContent.class))
                        .merge(found, 1, Integer::sum);
            }
        }
        return cells;
    }

    List<String> emptied() {
        List<String> emptied = new ArrayList<>();
        counts.forEach((column, kinds) -> emptied.add(columns.get(column) + " : "
                + String.join(
                        ", ",
                        kinds.entrySet().stream()
                                .map(kind -> kind.getKey().label(kind.getValue()))
                                .toList())));
        return emptied;
    }
}
