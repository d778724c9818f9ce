package fr.forment.territory;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvDates;
import fr.forment.files.CsvFile;
import fr.forment.files.CsvRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Brings the open data shipped with the application into the tables; what is already there is left as people made it.
 */
@Component
@RequiredArgsConstructor
class ReferenceData {

    private static final CsvColumn ZONE = CsvColumn.named("zone");
    private static final CsvColumn ACADEMIE = CsvColumn.named("academie");
    private static final CsvColumn CIRCONSCRIPTION_UAI = CsvColumn.named("uai_circonscription");
    private static final CsvColumn CIRCONSCRIPTION = CsvColumn.named("nom_circonscription");
    private static final CsvColumn DEPARTEMENT_CODE = CsvColumn.named("code_departement");
    private static final CsvColumn DEPARTEMENT = CsvColumn.named("departement");
    private static final CsvColumn DATE = CsvColumn.named("date");
    private static final CsvColumn NAME = CsvColumn.named("nom");
    private static final CsvColumn PERIMETER = CsvColumn.named("perimetre");

    private final GroundTables ground;
    private final CalendarTables calendar;

    void load() {
        each("zones-academies.csv", row -> ground.addAcademie(row.get(ACADEMIE), Zone.valueOf(row.get(ZONE))));
        each("circonscriptions-premier-degre.csv", this::circonscription);
        each(
                "jours-feries-2023-2032.csv",
                row -> calendar.addPublic(
                        CsvDates.read(row.get(DATE)).orElseThrow(),
                        "France".equals(row.get(PERIMETER))
                                ? CalendarTables.PublicHoliday.FRANCE
                                : CalendarTables.PublicHoliday.ALSACE_MOSELLE,
                        row.get(NAME)));
        CalendarFile.read(file("vacances-scolaires-zones-abc-2023-2027.csv"), EnumSet.allOf(Zone.class))
                .holidays()
                .stream()
                .filter(holiday -> !calendar.knows(holiday.schoolYear(), holiday.zone()))
                .toList()
                .forEach(calendar::add);
    }

    private void circonscription(CsvRow row) {
        if (!ground.knowsCirconscription(row.get(CIRCONSCRIPTION_UAI))) {
            ground.saveDepartement(row.get(DEPARTEMENT_CODE), row.get(DEPARTEMENT), row.get(ACADEMIE));
            ground.saveCirconscription(
                    row.get(CIRCONSCRIPTION_UAI), row.get(CIRCONSCRIPTION), row.get(DEPARTEMENT_CODE));
        }
    }

    private static void each(String name, Consumer<CsvRow> action) {
        try (CsvFile file = CsvFile.open(file(name))) {
            for (CsvRow row; (row = file.next()) != null; ) {
                action.accept(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassPathResource file(String name) {
        return new ClassPathResource("reference/" + name);
    }
}
