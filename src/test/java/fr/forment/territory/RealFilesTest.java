package fr.forment.territory;

import static fr.forment.territory.Files.EFFECTIFS;
import static fr.forment.territory.Files.ILLE_ET_VILAINE;
import static fr.forment.territory.Files.OCCITANIE;
import static fr.forment.territory.Files.VAL_DE_MARNE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

/** The directory as it is really published, in its headers of 2023, 2024 and 2026. */
@SpringJUnitConfig(TerritoryDatabase.class)
@Transactional
class RealFilesTest {

    private static final ImportChoices PLAIN = new ImportChoices(false, false);

    @Autowired
    TerritoryImportService imports;

    @Autowired
    TerritoryService territory;

    @Autowired
    Schools schools;

    @Autowired
    Circonscriptions circonscriptions;

    @Autowired
    Departements departements;

    @Autowired
    ImportJournal journal;

    @BeforeEach
    void loadReference() {
        territory.loadReference();
    }

    @Test
    void readsIlleEtVilaineOf2023() {
        ImportReport report = save(ILLE_ET_VILAINE);

        assertThat(report.rows()).isEqualTo(708);
        assertThat(report.good()).isEqualTo(421);
        assertThat(report.created()).isEqualTo(421);
        assertThat(report.circonscriptions()).isEqualTo(19);
        assertThat(report.departements()).containsExactly("Ille-et-Vilaine");
        assertThat(report.ignored())
                .containsOnly(entry(IgnoredRow.PRIVATE, 264), entry(IgnoredRow.CIRCONSCRIPTION_WITHOUT_SCHOOL, 4));
        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(circonscriptions.inDepartement("035")).hasSize(19);
        assertThat(circonscriptions.all())
                .hasSize(19)
                .extracting(Circonscription::zone)
                .containsOnly(Zone.B);

        School baulon = schools.find("0350122T").orElseThrow();
        assertThat(baulon.displayName()).isEqualTo("Ecole primaire publique les Lucioles (Baulon)");
        assertThat(baulon.kind()).isEqualTo(SchoolKind.PRIMAIRE);
        assertThat(baulon.pupils()).isEqualTo(143);
        assertThat(circonscriptions
                        .find(baulon.circonscriptionUai())
                        .orElseThrow()
                        .shortName())
                .isEqualTo("Bruz");
        assertThat(schools.find("0350165P").orElseThrow().rpi()).isEqualTo("035009");
        assertThat(schools.inDepartement("035"))
                .filteredOn(school -> "035009".equals(school.rpi()))
                .hasSizeGreaterThan(1)
                .extracting(School::uai)
                .contains("0350165P");
        assertThat(schools.inDepartement("035").size()).isEqualTo(421);
    }

    @Test
    void readsValDeMarneOf2026() {
        ImportReport report = save(VAL_DE_MARNE);

        assertThat(report.good()).isEqualTo(613);
        assertThat(report.circonscriptions()).isEqualTo(24);
        assertThat(report.errors()).isEmpty();
        assertThat(departements.find("094")).contains(new Departement("094", "Val-de-Marne", "Créteil", Zone.C));
        assertThat(circonscriptions.all())
                .hasSize(24)
                .extracting(Circonscription::shortName)
                .contains("Orly", "Fresnes", "Vitry-sur-Seine 2");
        assertThat(schools.find("0941874B").orElseThrow().state()).isEqualTo(SchoolState.A_FERMER);
        int open = circonscriptions.all().stream()
                .mapToInt(c -> schools.inCirconscription(c.uai()).size())
                .sum();
        assertThat(open).isEqualTo(611);
    }

    @Test
    void readsTheReducedFileOfOccitanie() {
        ImportReport report = save(OCCITANIE);

        assertThat(report.good()).isEqualTo(4104);
        assertThat(report.circonscriptions()).isEqualTo(107);
        assertThat(report.departements()).hasSize(13);
        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.message()).contains("0342573M").contains("enregistrée sans circonscription");
            assertThat(warning.line()).isGreaterThan(1);
        });
        assertThat(schools.find("0342573M").orElseThrow().circonscriptionUai()).isNull();
        assertThat(departements.all()).hasSize(13);
        assertThat(schools.search("école primaire", 1).total()).isGreaterThan(543);
    }

    @Test
    void takesOneDepartementOnly() {
        ImportReport report = imports.apply(OCCITANIE, "occitanie.csv", "048", PLAIN, "claire", ImportReach.EVERYWHERE);

        assertThat(report.good()).isEqualTo(81);
        assertThat(report.circonscriptions()).isEqualTo(3);
        assertThat(report.ignored()).containsOnly(entry(IgnoredRow.OTHER_DEPARTEMENT, 4104 - 81));
    }

    @Test
    void changesNothingWhenDoneAgain() {
        for (Resource file : List.of(ILLE_ET_VILAINE, VAL_DE_MARNE, OCCITANIE)) {
            save(file);
            ImportReport again = save(file);
            assertThat(again.unchanged()).isEqualTo(again.good());
            assertThat(again.created() + again.changed() + again.closing()).isZero();
            assertThat(again.missing()).isEmpty();
        }
    }

    @Test
    void addsTheHeadcountOfTheNewestYear() {
        save(ILLE_ET_VILAINE);
        ImportReport report = save(EFFECTIFS);

        assertThat(report.rows()).isEqualTo(2704);
        assertThat(report.good()).isEqualTo(421);
        assertThat(report.errors()).isEmpty();
        School acigne = schools.find("0350103X").orElseThrow();
        assertThat(acigne.classes()).isEqualTo(12);
        assertThat(acigne.pupils()).isEqualTo(289);
        assertThat(acigne.headcountYear()).isEqualTo(2022);
        assertThat(schools.inDepartement("035").stream().filter(school -> school.classes() == null))
                .isEmpty();

        assertThat(save(EFFECTIFS).changed()).isZero();
        assertThat(save(ILLE_ET_VILAINE).changed())
                .as("the directory does not undo a better headcount")
                .isZero();
    }

    @Test
    void laysTheDemonstrationGround() {
        territory.loadDemonstrationGround();
        territory.loadDemonstrationGround();

        assertThat(schools.inDepartement("035").size()).isEqualTo(421);
        int classes =
                schools.inDepartement("035").stream().mapToInt(School::classes).sum();
        assertThat(classes).isBetween(3000, 3200);
        assertThat(journal.latest(10, "", true)).hasSize(4).first().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(ImportKind.EFFECTIFS);
            assertThat(entry.changed()).isZero();
        });
    }

    private ImportReport save(Resource file) {
        ImportReport report = imports.apply(file, file.getFilename(), null, PLAIN, "claire", ImportReach.EVERYWHERE);
        assertThat(report.saved()).isTrue();
        return report;
    }
}
