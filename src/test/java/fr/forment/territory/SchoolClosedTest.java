package fr.forment.territory;

import static fr.forment.territory.Files.BAULON;
import static fr.forment.territory.Files.CARDROC;
import static fr.forment.territory.Files.HEADER;
import static fr.forment.territory.Files.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

/** Schools close: the others are told once. */
@SpringJUnitConfig(TerritoryDatabase.class)
@RecordApplicationEvents
@Transactional
class SchoolClosedTest {

    private static final Resource BOTH = text(HEADER + BAULON + CARDROC);
    private static final Resource BAULON_ONLY = text(HEADER + BAULON);

    @Autowired
    TerritoryImportService imports;

    @Autowired
    TerritoryService territory;

    @Autowired
    Schools schools;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void importBoth() {
        territory.loadReference();
        save(BOTH, false, false);
    }

    @Test
    void proposesToCloseWhatIsAbsent() {
        ImportReport preview = imports.preview(BAULON_ONLY, null, ImportReach.EVERYWHERE);
        assertThat(preview.missing()).extracting(School::uai).containsExactly("0350165P");
        assertThat(preview.canCloseMissing()).isTrue();

        save(BAULON_ONLY, false, false);
        assertThat(stateOfCardroc()).as("nobody asked to close it").isEqualTo(SchoolState.OUVERT);
        assertThat(closed()).isZero();

        save(BAULON_ONLY, false, true);
        assertThat(stateOfCardroc()).isEqualTo(SchoolState.FERME);
        assertThat(schools.inCirconscription("0350738M")).isEmpty();
        assertThat(closed()).isEqualTo(1);

        save(BAULON_ONLY, false, true);
        assertThat(closed()).as("told once").isEqualTo(1);
    }

    @Test
    void tellsThatASchoolIsAboutToClose() {
        Resource closing = text(HEADER + BAULON + CARDROC.replace("OUVERT", "A FERMER"));
        assertThat(imports.preview(closing, null, ImportReach.EVERYWHERE).closing())
                .isEqualTo(1);
        save(closing, false, false);
        save(closing, false, false);
        assertThat(stateOfCardroc()).isEqualTo(SchoolState.A_FERMER);
        assertThat(closed()).isEqualTo(1);

        save(BAULON_ONLY, false, true);
        assertThat(stateOfCardroc()).isEqualTo(SchoolState.FERME);
        assertThat(closed()).as("it was known already").isEqualTo(1);
    }

    @Test
    void opensASchoolAgain() {
        save(BAULON_ONLY, false, true);
        assertThat(save(BOTH, false, false).changed()).isEqualTo(1);
        assertThat(stateOfCardroc()).isEqualTo(SchoolState.OUVERT);
    }

    @Test
    void closesNothingWhileALineIsInError() {
        Resource damaged = text(HEADER + BAULON + CARDROC.replace("0350165P", "0350165"));
        assertThat(imports.preview(damaged, null, ImportReach.EVERYWHERE).canCloseMissing())
                .isFalse();
        save(damaged, true, true);
        assertThat(stateOfCardroc()).isEqualTo(SchoolState.OUVERT);
    }

    @Test
    void leavesOtherDepartementsAlone() {
        ImportReport report = save(Files.VAL_DE_MARNE, false, true);
        assertThat(report.missing()).isEmpty();
        assertThat(stateOfCardroc()).isEqualTo(SchoolState.OUVERT);
    }

    @Test
    void seesThatAnExtractIsNotAClosure() {
        save(Files.ILLE_ET_VILAINE, false, false);
        assertThat(imports.preview(BOTH, null, ImportReach.EVERYWHERE).looksPartial())
                .isTrue();
        assertThat(imports.preview(Files.ILLE_ET_VILAINE, null, ImportReach.EVERYWHERE)
                        .looksPartial())
                .isFalse();
    }

    @Test
    void keepsWhatPeopleTold() {
        jdbc.sql("UPDATE school SET rhythm = 'QUATRE_JOURS_ET_DEMI', headcount_year = 2026, classes = 3, pupils = 61"
                        + " WHERE uai = '0350165P'")
                .update();
        save(Files.ILLE_ET_VILAINE, false, false);
        save(Files.EFFECTIFS, false, false);

        School cardroc = schools.find("0350165P").orElseThrow();
        assertThat(cardroc.rhythm()).isEqualTo(SchoolRhythm.QUATRE_JOURS_ET_DEMI);
        assertThat(cardroc.classes()).as("newer than the file").isEqualTo(3);
        assertThat(cardroc.pupils()).isEqualTo(61);
    }

    private ImportReport save(Resource file, boolean goodRowsOnly, boolean closeMissing) {
        ImportReport report = imports.apply(
                file,
                "annuaire.csv",
                null,
                new ImportChoices(goodRowsOnly, closeMissing),
                "claire",
                ImportReach.EVERYWHERE);
        assertThat(report.saved()).isTrue();
        return report;
    }

    private SchoolState stateOfCardroc() {
        return schools.find("0350165P").orElseThrow().state();
    }

    private long closed() {
        return events.stream(SchoolClosed.class)
                .filter(event -> event.uai().equals("0350165P"))
                .count();
    }
}
