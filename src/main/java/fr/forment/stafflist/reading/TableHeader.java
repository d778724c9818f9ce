package fr.forment.stafflist.reading;

import fr.forment.files.SpoiltText;
import fr.forment.files.TableRow;
import fr.forment.files.UnreadableFile;
import fr.forment.french.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The titles of a table.
 *
 * @param width cells a line must have: up to the last title
 * @param kept places of the columns that are handed out, in the order of {@code columns}
 */
record TableHeader(int width, List<Integer> kept, List<String> columns, List<String> discarded, StaffFileKind kind) {

    static final int MAX_COLUMNS = 200;
    private static final int LONGEST_TITLE = 200;

    /** @throws UnreadableFile when the titles are those of no staff list, or of children */
    static TableHeader of(TableRow row) {
        List<String> titles = row.cells().stream().map(TableHeader::clean).toList();
        int width = titles.size();
        while (titles.get(width - 1).isEmpty()) {
            width--;
        }
        refuseUnfit(row.line(), titles, width);
        List<Integer> kept = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<String> discarded = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < width; i++) {
            String title = titles.get(i);
            if (title.isEmpty()) {
                discarded.add("colonne " + TableRow.letters(i) + ", sans titre");
            } else if (PrivateTitles.isPrivate(title)) {
                discarded.add(title);
            } else {
                Integer twin = seen.putIfAbsent(key(title), i);
                if (twin != null) {
                    throw new UnreadableFile("Deux colonnes portent le même titre « " + title + " » : les colonnes "
                            + TableRow.letters(twin) + " et " + TableRow.letters(i) + " de la ligne " + row.line()
                            + ". Renommez l'une ou supprimez-la.");
                }
                kept.add(i);
                columns.add(title);
            }
        }
        return new TableHeader(width, List.copyOf(kept), List.copyOf(columns), List.copyOf(discarded), kind(titles));
    }

    List<String> keep(List<String> cells) {
        List<String> own = new ArrayList<>(kept.size());
        kept.forEach(place -> own.add(place < cells.size() ? cells.get(place) : ""));
        return own;
    }

    /** How titles are compared: case, accents and spaces do not count. */
    static String key(String title) {
        String folded = Names.fold(title).replace(" ", "");
        return folded.isEmpty() ? title : folded;
    }

    private static void refuseUnfit(long line, List<String> titles, int width) {
        long filled = titles.stream().filter(title -> !title.isEmpty()).count();
        if (filled > MAX_COLUMNS) {
            throw new UnreadableFile("La ligne " + line + " compte " + filled
                    + " titres de colonnes ; une liste de personnels en compte " + MAX_COLUMNS
                    + " au plus. Supprimez les colonnes qui ne servent pas, ou vérifiez que c'est le bon fichier.");
        }
        for (int i = 0; i < width; i++) {
            String title = titles.get(i);
            if (title.length() > LONGEST_TITLE) {
                throw new UnreadableFile("À la ligne " + line + ", le titre de la colonne " + TableRow.letters(i)
                        + " dépasse " + LONGEST_TITLE
                        + " caractères : cette ligne ne porte sans doute pas les titres du tableau.");
            }
            if (SpoiltText.is(title)) {
                throw new UnreadableFile("Le titre de la colonne " + TableRow.letters(i) + " (« " + title
                        + " ») ne se lit pas. " + SpoiltText.ADVICE);
            }
            if (PrivateTitles.isAboutChildren(title)) {
                throw aboutChildren("la colonne « " + title + " » le montre", "");
            }
        }
        List<String> together = PrivateTitles.aboutChildren(titles);
        if (!together.isEmpty()) {
            throw aboutChildren(
                    "« " + String.join(" » et « ", together) + " », sans aucune fonction, "
                            + (together.size() > 1 ? "le montrent" : "le montre"),
                    " Si ce sont bien des personnels, ajoutez au tableau une colonne « Fonction ».");
        }
    }

    private static UnreadableFile aboutChildren(String sign, String otherwise) {
        return new UnreadableFile(
                "Ce fichier est une liste d'élèves ou de responsables légaux : " + sign + ". FormENT n'organise que la"
                        + " formation des personnels et ne doit pas recevoir ces données : rien n'en a été gardé. Dans ONDE, choisissez l'extraction"
                        + " « enseignants »." + otherwise);
    }

    private static StaffFileKind kind(List<String> titles) {
        Set<String> keys = new HashSet<>();
        titles.forEach(title -> keys.add(key(title)));
        if (keys.containsAll(Set.of("uai", "nom", "prenom", "fonction"))) {
            Set<String> known = new HashSet<>(Set.of(""));
            StaffTemplate.COLUMNS.forEach(title -> known.add(key(title)));
            StaffTemplate.EXPORTED_BESIDES.forEach(title -> known.add(key(title)));
            return known.containsAll(keys) ? StaffFileKind.RECOMMANDE : StaffFileKind.TABLEAU;
        }
        if (keys.containsAll(Set.of("nomusage", "nom", "prenom", "directeur"))) {
            return StaffFileKind.ONDE;
        }
        if (keys.containsAll(Set.of("nom", "prenom", "fonction", "telephonetravail"))) {
            return keys.contains("classe") ? StaffFileKind.ENT_ENSEIGNANTS : StaffFileKind.ENT_PERSONNELS;
        }
        return StaffFileKind.TABLEAU;
    }

    /** A second byte order mark is no part of a title. */
    static String clean(String title) {
        return Names.clean(title.replace("\uFEFF", ""));
    }
}
