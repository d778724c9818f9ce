package fr.forment.territory.imports;

import static fr.forment.territory.Files.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fr.forment.territory.IgnoredRow;
import fr.forment.territory.ImportChoices;
import fr.forment.territory.ImportKind;
import fr.forment.territory.ImportReach;
import fr.forment.territory.ImportReport;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.TerritoryDatabase;
import fr.forment.territory.TerritoryImportService;
import fr.forment.territory.TerritoryService;
import fr.forment.territory.Zone;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * Later years come from a file an administrator brings; no transaction around, as the memory is renewed after a commit.
 */
@SpringJUnitConfig(TerritoryDatabase.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class CalendarImportTest {

    private static final String HEADER = "annee_scolaire;zone;libelle;premier_jour;dernier_jour;reprise\n";
    private static final String OFFICIAL =
            "Description;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire\n";
    private static final LocalDate TOUSSAINT = LocalDate.of(2027, 10, 25);

    @Autowired
    TerritoryImportService imports;

    @Autowired
    TerritoryService territory;

    @Autowired
    SchoolCalendar calendar;

    @BeforeEach
    void loadReference() {
        territory.loadReference();
    }

    @Test
    void learnsTheNextYear() {
        assertThat(calendar.isSchoolDay(Zone.A, TOUSSAINT)).isTrue();
        ImportReport report = save(HEADER + "2027-2028;A;Vacances de la Toussaint;2027-10-23;2027-11-07;2027-11-08\n"
                + "2027-2028;A;Vacances d'été;08/07/2028;;\n");

        assertThat(report.kind()).isEqualTo(ImportKind.CALENDRIER);
        assertThat(report.created()).isEqualTo(2);
        assertThat(calendar.isSchoolDay(Zone.A, TOUSSAINT)).isFalse();
        assertThat(calendar.isSchoolDay(Zone.B, TOUSSAINT)).isTrue();
        assertThat(calendar.knownUntil(Zone.A)).isEqualTo(LocalDate.of(2028, 8, 31));
        assertThat(calendar.knownUntil()).isEqualTo(LocalDate.of(2027, 8, 31));
    }

    @Test
    void correctsAYearAndKeepsTheCorrectionAtTheNextStart() {
        String corrected = HEADER + "2026-2027;A;Vacances de la Toussaint;2026-10-17;2026-11-02;2026-11-03\n";
        assertThat(save(corrected).changed()).isEqualTo(1);
        assertThat(calendar.isSchoolDay(Zone.A, LocalDate.of(2026, 11, 2))).isFalse();
        territory.loadReference();
        assertThat(calendar.isSchoolDay(Zone.A, LocalDate.of(2026, 11, 2))).isFalse();
        assertThat(save(corrected).unchanged()).isEqualTo(1);
    }

    /** One line more must not take a year's holidays away unsaid. */
    @Test
    @Tag("attack")
    void takesNoPeriodAwayUnsaid() {
        ImportReport report = imports.apply(
                text(HEADER + "2026-2027;B;Jour banalisé;2027-03-26;2027-03-26;\n"),
                "calendrier.csv",
                null,
                new ImportChoices(false, false),
                "claire",
                ImportReach.EVERYWHERE);
        assertThat(report.saved()).isFalse();
        assertThat(calendar.isSchoolDay(Zone.B, LocalDate.of(2027, 4, 21))).isFalse();
        assertThat(calendar.isSchoolDay(Zone.B, LocalDate.of(2026, 12, 28))).isFalse();
        assertThat(report.taken())
                .anySatisfy(what -> assertThat(what)
                        .contains("Zone B")
                        .contains("Noël")
                        .contains("2026-2027")
                        .contains("/12/2026 au "))
                .noneMatch(what -> what.contains("Zone A"));
    }

    /** Shorter holidays take days away too; a yes is to one list of days, not to whatever is found when it is saved. */
    @Test
    @Tag("attack")
    void asksForShorterHolidaysAndTakesTheYesToWhatWasShown() {
        String years =
                HEADER + "2027-2028;A;Toussaint;2027-10-23;2027-11-07;\n2027-2028;A;Noël;2027-12-18;2028-01-02;\n";
        save(years);
        String shorter = years.replace("2027-11-07", "2027-11-05");
        ImportReport shown = imports.preview(text(shorter), null, ImportReach.EVERYWHERE);
        assertThat(shown.taken()).singleElement().satisfies(what -> assertThat(what)
                .contains("Toussaint, du 06/11/2027 au 07/11/2027"));
        save(years.replace("2027-10-23", "2027-10-22"));

        assertThat(imports.apply(
                                text(years.replace("2027-11-07", "2027-11-04")),
                                "c.csv",
                                null,
                                new ImportChoices(false, false, shown.fingerprint()),
                                "claire",
                                ImportReach.EVERYWHERE)
                        .saved())
                .isFalse();
        ImportReport again = imports.preview(text(shorter), null, ImportReach.EVERYWHERE);
        assertThat(imports.apply(
                                text(shorter),
                                "c.csv",
                                null,
                                new ImportChoices(false, false, again.fingerprint()),
                                "claire",
                                ImportReach.EVERYWHERE)
                        .saved())
                .isTrue();
        assertThat(calendar.isSchoolDay(Zone.A, LocalDate.of(2027, 10, 22))).isTrue();
    }

    @Test
    void readsTheMinistrysOwnLayout() {
        ImportReport report = save(
                OFFICIAL
                        + "Vacances de la Toussaint;-;2027-10-22T22:00:00+00:00;2027-11-07T23:00:00+00:00;Rennes;Zone B;2027-2028\n"
                        + "Vacances de la Toussaint;-;2027-10-22T22:00:00+00:00;2027-11-07T23:00:00+00:00;Nantes;Zone B;2027-2028\n"
                        + "Prérentrée;Enseignants;2027-08-30T22:00:00+00:00;2027-08-31T22:00:00+00:00;Rennes;Zone B;2027-2028\n"
                        + "Vacances de Carnaval;-;2028-02-18T22:00:00+00:00;2028-03-05T22:00:00+00:00;Guadeloupe;Guadeloupe;2027-2028\n"
                        + "Début des vacances d'été;-;2028-07-07T22:00:00+00:00;2028-07-07T22:00:00+00:00;Rennes;Zone B;2027-2028\n");

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.ignored()).containsOnly(entry(IgnoredRow.OTHER_CALENDAR, 2));
        assertThat(calendar.isSchoolDay(Zone.B, LocalDate.of(2027, 10, 22))).isTrue();
        assertThat(calendar.isSchoolDay(Zone.B, TOUSSAINT)).isFalse();
        assertThat(calendar.isSchoolDay(Zone.B, LocalDate.of(2027, 11, 8)))
                .as("the end date is the day school starts again")
                .isTrue();
        assertThat(calendar.isSchoolDay(Zone.ALSACE_MOSELLE, TOUSSAINT)).isFalse();
        assertThat(calendar.knownUntil(Zone.B)).isEqualTo(LocalDate.of(2028, 8, 31));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027;A;Toussaint;2027-10-23;2027-11-07;|annee_scolaire|2027-2028",
                "2027-2028;A;Toussaint;23 octobre;2027-11-07;|premier_jour|2027-10-23",
                "2027-2028;A;Toussaint;2026-10-23;2026-11-07;|premier_jour|année scolaire 2027-2028",
                "2027-2028;A;Toussaint;2027-10-23;9999-12-31;|dernier_jour|120 jours",
                "2027-2028;A;;2027-10-23;2027-11-07;|libelle|nom"
            })
    void namesWhatIsWrong(String line, String column, String message) {
        ImportReport report = imports.apply(
                text(HEADER + line + "\n"),
                "calendrier.csv",
                null,
                new ImportChoices(false, false),
                "claire",
                ImportReach.EVERYWHERE);
        assertThat(report.saved()).isFalse();
        assertThat(report.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.message()).contains(message);
        });
        assertThat(calendar.isSchoolDay(Zone.A, TOUSSAINT)).isTrue();
    }

    private ImportReport save(String content) {
        String seen =
                imports.preview(text(content), null, ImportReach.EVERYWHERE).fingerprint();
        ImportReport report = imports.apply(
                text(content),
                "calendrier.csv",
                null,
                new ImportChoices(false, false, seen),
                "claire",
                ImportReach.EVERYWHERE);
        assertThat(report.saved()).as(report.errors().toString()).isTrue();
        return report;
    }
}
