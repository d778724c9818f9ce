package fr.forment.territory.imports;

import fr.forment.files.ImportProblem;
import fr.forment.french.Names;
import fr.forment.territory.AnnuaireColumns;
import fr.forment.territory.AnnuaireFile;
import fr.forment.territory.Departement;
import fr.forment.territory.ImportFindings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                labelled.put(code, new AnnuaireFile.Named(named.line(), named.name(), academie(named.of())));
            }
        });
    }

    /** A département can be used if it is known, or if the file says its name and académie. */
    boolean has(String departementCode) {
        return known.containsKey(departementCode) || labelled.containsKey(departementCode);
    }

    /**
     * Whatever the file says of départements that are not for who brings it to change; case and accents are no change.
     */
    void leaveAsKnown(AnnuaireRights rights, ImportFindings found) {
        labelled.entrySet().removeIf(each -> {
            Optional<String> objection = rights.objection(each.getKey());
            if (objection.isPresent() && !isKnownAs(each.getKey(), each.getValue())) {
                found.refuse(new ImportProblem(
                        each.getValue().line(),
                        AnnuaireColumns.ACADEMIE.title(),
                        each.getValue().name() + ", " + each.getValue().of(),
                        objection.get()));
            }
            return objection.isPresent();
        });
    }

    private boolean isKnownAs(String code, AnnuaireFile.Named named) {
        Departement departement = known.get(code);
        return departement != null
                && Names.fold(departement.name()).equals(Names.fold(named.name()))
                && Names.fold(departement.academie()).equals(Names.fold(named.of()));
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
