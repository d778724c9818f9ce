package fr.forment.territory.imports;

import fr.forment.files.CsvFile;
import fr.forment.files.ImportProblem;
import fr.forment.territory.AnnuaireColumns;
import fr.forment.territory.AnnuaireFile;
import fr.forment.territory.FileImport;
import fr.forment.territory.GroundTables;
import fr.forment.territory.IgnoredRow;
import fr.forment.territory.ImportChoices;
import fr.forment.territory.ImportFindings;
import fr.forment.territory.ImportKind;
import fr.forment.territory.ImportReach;
import fr.forment.territory.ImportReport;
import fr.forment.territory.School;
import fr.forment.territory.SchoolClosed;
import fr.forment.territory.SchoolTables;
import fr.forment.territory.Schools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * The « Annuaire de l'éducation » as the ministry publishes it, whole or filtered, whatever the year of its header. It
 * already holds the circonscription of each school: nobody has to type it.
 */
@Component
@RequiredArgsConstructor
class AnnuaireImport implements FileImport {

    private final GroundTables ground;
    private final SchoolTables schools;
    private final Schools schoolsByUai;
    private final ApplicationEventPublisher events;

    @Override
    public ImportKind kind() {
        return ImportKind.ANNUAIRE;
    }

    @Override
    public boolean recognises(CsvFile file) {
        return file.has(AnnuaireColumns.UAI) && (file.has(AnnuaireColumns.NAME) || file.has(AnnuaireColumns.COMMUNE));
    }

    @Override
    public Prepared prepare(InputStreamSource source, String departement, ImportReach reach) {
        AnnuaireFile file = AnnuaireFile.read(source, departement);
        ImportFindings found = file.found();
        Ground places = new Ground(ground.departements(), ground.academies(), file);
        Map<String, AnnuaireFile.Named> described = new HashMap<>(file.circonscriptions());
        Map<String, AnnuaireFile.Named> known = ground.circonscriptions();
        AnnuaireRights rights = new AnnuaireRights(reach, known, described);
        // of a département nobody knows yet: left aside, and shown where it was not for this person to say
        Set<String> nowhere = described.keySet().stream()
                .filter(uai -> !places.has(described.get(uai).of()))
                .collect(Collectors.toSet());
        nowhere.forEach(uai -> staysAsKnown(uai, known.get(uai), described.get(uai), rights, found));
        described.keySet().removeAll(nowhere);
        CirconscriptionFinder finder = new CirconscriptionFinder(known, described);
        List<AnnuaireFile.Line> lines = file.lines();
        Map<String, School> before = schoolsByUai.findAll(
                lines.stream().map(line -> line.school().uai()).toList());

        List<School> good = new ArrayList<>();
        for (AnnuaireFile.Line line : lines) {
            if (!places.has(line.school().departementCode())) {
                found.error(new ImportProblem(
                        line.number(),
                        AnnuaireColumns.ACADEMIE.title(),
                        "",
                        "Le département " + line.school().departementCode()
                                + " n’est pas encore connu : il faut les colonnes "
                                + AnnuaireColumns.DEPARTEMENT.title() + " et " + AnnuaireColumns.ACADEMIE.title()
                                + "."));
                continue;
            }
            School read = line.school().withCirconscription(finder.find(line.school(), line.circonscriptionName()));
            if (mayBeWritten(line, before.get(read.uai()), read, rights, found)) {
                good.add(read);
                warnOfNoCirconscription(line, read, found);
            }
        }
        described.keySet().stream()
                .filter(uai -> !finder.used().containsKey(uai))
                .forEach(uai -> found.ignore(IgnoredRow.CIRCONSCRIPTION_WITHOUT_SCHOOL));
        described.keySet().retainAll(finder.used().keySet());
        described
                .entrySet()
                .removeIf(
                        each -> staysAsKnown(each.getKey(), known.get(each.getKey()), each.getValue(), rights, found));
        places.leaveAsKnown(rights, found);
        warnOfNewAcademies(places, found);
        return new Ready(found, places, described, good, before, absent(lines, good, reach));
    }

    /** A line that changes nothing is refused to nobody. */
    private static boolean mayBeWritten(
            AnnuaireFile.Line line, School before, School read, AnnuaireRights rights, ImportFindings found) {
        Optional<String> objection = rights.objection(before, read);
        if (objection.isPresent() && before != null && before.updatedFrom(read).equals(before)) {
            found.ignore(IgnoredRow.OUTSIDE);
        } else {
            objection.ifPresent(why ->
                    found.refuse(new ImportProblem(line.number(), AnnuaireColumns.UAI.title(), read.uai(), why)));
        }
        return objection.isEmpty();
    }

    private static boolean staysAsKnown(
            String uai,
            AnnuaireFile.Named before,
            AnnuaireFile.Named after,
            AnnuaireRights rights,
            ImportFindings found) {
        if (before != null && before.name().equals(after.name()) && before.of().equals(after.of())) {
            return true;
        }
        Optional<String> objection = rights.objection(uai, before, after);
        objection.ifPresent(why -> found.refuse(
                new ImportProblem(after.line(), AnnuaireColumns.CIRCONSCRIPTION.title(), after.name(), why)));
        return objection.isPresent();
    }

    /**
     * Schools of the perimeter, in the départements of the lines that may be written, of which the file says nothing.
     */
    private List<School> absent(List<AnnuaireFile.Line> lines, List<School> good, ImportReach reach) {
        Set<String> named = lines.stream().map(line -> line.school().uai()).collect(Collectors.toSet());
        Set<String> departements = good.stream().map(School::departementCode).collect(Collectors.toSet());
        return schools.ofDepartements(departements).values().stream()
                .filter(school -> !named.contains(school.uai()) && reach.covers(school))
                .toList();
    }

    private static void warnOfNoCirconscription(AnnuaireFile.Line line, School read, ImportFindings found) {
        if (read.circonscriptionUai() == null) {
            found.warn(new ImportProblem(
                    line.number(),
                    AnnuaireColumns.CIRCONSCRIPTION.title(),
                    line.circonscriptionName(),
                    "L’école " + read.displayName() + " (" + read.uai() + ") "
                            + (line.circonscriptionName().isEmpty()
                                    ? "n’a pas de circonscription dans le fichier"
                                    : "a une circonscription que rien ne décrit")
                            + " : elle est enregistrée sans circonscription."));
        }
    }

    private static void warnOfNewAcademies(Ground places, ImportFindings found) {
        places.labelled().values().stream()
                .map(AnnuaireFile.Named::of)
                .distinct()
                .filter(academie -> !places.knowsAcademie(academie))
                .forEach(
                        academie -> found.warn(
                                new ImportProblem(
                                        1,
                                        AnnuaireColumns.ACADEMIE.title(),
                                        academie,
                                        "Cette académie n’est dans aucune des zones A, B et C : elle suivra un calendrier propre, à importer.")));
    }

    private final class Ready implements Prepared {

        private final ImportFindings found;
        private final Ground places;
        private final Map<String, AnnuaireFile.Named> circonscriptions;
        private final int circonscriptionsUsed;
        private final int good;
        private final Set<String> departements = new TreeSet<>();
        private final AnnuaireChanges changes;

        Ready(
                ImportFindings found,
                Ground places,
                Map<String, AnnuaireFile.Named> circonscriptions,
                List<School> read,
                Map<String, School> known,
                List<School> absent) {
            this.found = found;
            this.places = places;
            this.circonscriptions = circonscriptions;
            this.circonscriptionsUsed = (int) read.stream()
                    .map(School::circonscriptionUai)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            this.good = read.size();
            read.forEach(school -> departements.add(school.departementCode()));
            this.changes = new AnnuaireChanges(read, known, absent);
        }

        @Override
        public ImportReport report() {
            return ImportReport.of(
                            kind(),
                            found,
                            good,
                            changes.created().size(),
                            changes.changed().size())
                    .withGround(
                            circonscriptionsUsed,
                            departements.stream().map(places::nameOf).toList(),
                            changes.announced(),
                            List.copyOf(changes.missing()));
        }

        @Override
        public void write(ImportChoices choices) {
            places.labelled().forEach((code, named) -> {
                if (!departements.contains(code)) {
                    return; // no school of it is written
                }
                ground.addAcademie(named.of(), null);
                ground.saveDepartement(code, named.name(), named.of());
            });
            circonscriptions.forEach((uai, named) -> ground.saveCirconscription(uai, named.name(), named.of()));
            if (choices.closeMissing() && found.errorCount() == 0) {
                changes.closeMissing();
            }
            schools.insert(changes.created());
            schools.update(changes.changed());
            changes.noLongerOpen().forEach(uai -> events.publishEvent(new SchoolClosed(uai)));
        }
    }
}
