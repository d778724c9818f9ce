package fr.forment.territory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a directory file and the database together know of académies, départements and circonscriptions. */
final class Ground {

    private final Map<String, Departement> known;
    private final Map<String, String> academies;
    private final Map<String, AnnuaireFile.Named> labelled = new TreeMap<>();

    Ground(Map<String, Departement> known, List<String> academies, AnnuaireFile file) {
        this.known = known;
        this.academies = academies.stream().collect(Collectors.toMap(Names::fold, name -> name));
        file.departements().forEach((code, named) -> {
            if (!named.name().isEmpty() && !named.of().isEmpty()) {
                labelled.put(code, new AnnuaireFile.Named(named.name(), academie(named.of())));
            }
        });
    }

    /** A département can be used if it is known, or if the file says its name and académie. */
    boolean has(String departementCode) {
        return known.containsKey(departementCode) || labelled.containsKey(departementCode);
    }

    /** Name and académie of the départements that the file describes. */
    Map<String, AnnuaireFile.Named> labelled() {
        return labelled;
    }

    String nameOf(String departementCode) {
        AnnuaireFile.Named named = labelled.get(departementCode);
        return named != null ? named.name() : known.get(departementCode).name();
    }

    boolean knowsAcademie(String academie) {
        return academies.containsValue(academie);
    }

    /** As it is already written, whatever the case and accents of the file. */
    private String academie(String written) {
        return academies.getOrDefault(Names.fold(written), written);
    }
}
