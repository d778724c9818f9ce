package fr.forment.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * The « Annuaire de l'éducation » as the ministry publishes it, whole or filtered, whatever the year of its header.
 * It already holds the circonscription of each school: nobody has to type it.
 */
@Component
class AnnuaireImport implements FileImport {

    private final GroundTables ground;
    private final SchoolTables schools;
    private final ApplicationEventPublisher events;

    AnnuaireImport(GroundTables ground, SchoolTables schools, ApplicationEventPublisher events) {
        this.ground = ground;
        this.schools = schools;
        this.events = events;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ANNUAIRE;
    }

    @Override
    public boolean recognises(CsvFile file) {
        return file.has(AnnuaireColumns.UAI) && (file.has(AnnuaireColumns.NAME) || file.has(AnnuaireColumns.COMMUNE));
    }

    @Override
    public Prepared prepare(InputStreamSource source, String departement) {
        AnnuaireFile file = AnnuaireFile.read(source, departement);
        Ground places = new Ground(ground.departements(), ground.academies(), file);
        Map<String, AnnuaireFile.Named> described = new HashMap<>(file.circonscriptions());
        described.values().removeIf(named -> !places.has(named.of()));
        CirconscriptionFinder finder = new CirconscriptionFinder(ground.circonscriptions(), described);

        List<School> good = new ArrayList<>();
        for (AnnuaireFile.Line line : file.lines()) {
            if (places.has(line.school().departementCode())) {
                good.add(line.school().withCirconscription(circonscription(line, finder, file.found())));
            } else {
                file.found().error(new ImportProblem(line.number(), AnnuaireColumns.ACADEMIE.title(), "",
                        "Le département " + line.school().departementCode() + " n’est pas encore connu : il faut les colonnes "
                                + AnnuaireColumns.DEPARTEMENT.title() + " et " + AnnuaireColumns.ACADEMIE.title() + "."));
            }
        }
        described.keySet().stream().filter(uai -> !finder.used().containsKey(uai))
                .forEach(uai -> file.found().ignore(IgnoredRow.CIRCONSCRIPTION_WITHOUT_SCHOOL));
        described.keySet().retainAll(finder.used().keySet());
        warnOfNewAcademies(places, file.found());
        return new Ready(file.found(), places, described, finder.used().size(), good);
    }

    private static String circonscription(AnnuaireFile.Line line, CirconscriptionFinder finder, ImportFindings found) {
        String uai = finder.find(line.school(), line.circonscriptionName());
        if (uai == null) {
            found.warn(new ImportProblem(line.number(), AnnuaireColumns.CIRCONSCRIPTION.title(), line.circonscriptionName(),
                    "L’école " + line.school().displayName() + " (" + line.school().uai() + ") "
                            + (line.circonscriptionName().isEmpty() ? "n’a pas de circonscription dans le fichier"
                            : "a une circonscription que rien ne décrit") + " : elle est enregistrée sans circonscription."));
        }
        return uai;
    }

    private static void warnOfNewAcademies(Ground places, ImportFindings found) {
        places.labelled().values().stream().map(AnnuaireFile.Named::of).distinct().filter(academie -> !places.knowsAcademie(academie))
                .forEach(academie -> found.warn(new ImportProblem(1, AnnuaireColumns.ACADEMIE.title(), academie,
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

        Ready(ImportFindings found, Ground places, Map<String, AnnuaireFile.Named> circonscriptions, int circonscriptionsUsed,
              List<School> read) {
            this.found = found;
            this.places = places;
            this.circonscriptions = circonscriptions;
            this.circonscriptionsUsed = circonscriptionsUsed;
            this.good = read.size();
            read.forEach(school -> departements.add(school.departementCode()));
            this.changes = new AnnuaireChanges(read, schools.ofDepartements(departements));
        }

        @Override
        public ImportReport report() {
            return ImportReport.of(kind(), found, good, changes.created().size(), changes.changed().size())
                    .withGround(circonscriptionsUsed, departements.stream().map(places::nameOf).toList(), changes.announced(),
                            List.copyOf(changes.missing()));
        }

        @Override
        public void write(ImportChoices choices) {
            places.labelled().forEach((code, named) -> {
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
