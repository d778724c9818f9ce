package fr.forment.stafflist.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What the first lines of a sheet say it is.
 *
 * @param sheet its place in the workbook
 * @param titles of the first line with several filled cells, as {@link TableHeader} compares them; empty without such a
 *     line
 * @param above filled lines before and with the titles
 * @param isFilled has a filled cell at all
 * @param isTable has a line below its titles
 */
record SheetLook(int sheet, List<String> titles, int above, boolean isFilled, boolean isTable) {

    /** The titles are those of a list of people. */
    boolean isOfPeople() {
        Set<StaffField> fields = fields();
        boolean apart = fields.contains(StaffField.PRENOM)
                && (fields.contains(StaffField.NOM) || fields.contains(StaffField.NOM_FAMILLE));
        return apart || fields.contains(StaffField.NOM_PRENOM) || fields.contains(StaffField.PRENOM_NOM);
    }

    /** A cover page or a legend has two columns of words, none of them ours. */
    boolean mayHoldPeople() {
        return isTable && (titles.stream().filter(title -> !title.isEmpty()).count() > 2 || !fields().isEmpty());
    }

    /**
     * For each column of the leading sheet the place of the same title here; null when the titles do not agree: one is
     * missing, stands twice, or tells something of people that the leading sheet does not.
     */
    List<Integer> placesOf(SheetLook leading) {
        List<Integer> places = new ArrayList<>();
        for (String title : leading.titles) {
            boolean compulsory = !title.isEmpty() && !PrivateTitles.isPrivate(title);
            if (compulsory && Collections.frequency(titles, title) != 1) {
                return null;
            }
            places.add(title.isEmpty() ? -1 : titles.indexOf(title));
        }
        return fields().equals(leading.fields()) ? places : null;
    }

    private Set<StaffField> fields() {
        return ColumnMapping.propose(StaffFileKind.TABLEAU, titles).columns().keySet();
    }
}
