package fr.forment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleDetailsTest {

    private static final ModuleDetails GOOD = new ModuleDetails(
            "Usage communication",
            List.of("Édition de contenus"),
            Set.of(Profile.ENSEIGNANT),
            Set.of(),
            TrainerKind.EQUIPE_CIRCONSCRIPTION,
            ResponsibleBody.EDUCATION_NATIONALE,
            Nature.SPECIFIQUE,
            Format.PRESENTIEL,
            null,
            90,
            20,
            null,
            Set.of(),
            true);

    @Test
    void acceptsGoodValues() {
        assertThat(GOOD.problems()).isEmpty();
    }

    @Test
    void refusesEmptyValuesEachNextToItsField() {
        var empty = new ModuleDetails(
                " ", List.of(), Set.of(), Set.of(), null, null, null, null, null, 0, 0, null, Set.of(), true);
        assertThat(empty.problems())
                .extracting(Problem::field)
                .containsExactly(
                        "title",
                        "themes",
                        "profiles",
                        "trainerKind",
                        "responsibleBody",
                        "nature",
                        "format",
                        "durationMinutes",
                        "groupSize");
    }

    @Test
    void refusesWhatIsTooLong() {
        var tooLong = new ModuleDetails(
                "x".repeat(121),
                List.of("x".repeat(301)),
                Set.of(Profile.IEN),
                Set.of(),
                TrainerKind.FOURNISSEUR,
                ResponsibleBody.COLLECTIVITE,
                Nature.CONTINU,
                Format.DISTANCE,
                "x".repeat(1001),
                1441,
                301,
                "x".repeat(501),
                Set.of(),
                true);
        assertThat(tooLong.problems())
                .extracting(Problem::field)
                .containsExactly("title", "themes", "complements", "durationMinutes", "groupSize", "calendar");
    }

    @Test
    void refusesMoreThemesThanATableCanShow() {
        var many = new ModuleDetails(
                "x",
                Collections.nCopies(31, "thème"),
                Set.of(Profile.IEN),
                Set.of(),
                TrainerKind.FOURNISSEUR,
                ResponsibleBody.COLLECTIVITE,
                Nature.CONTINU,
                Format.DISTANCE,
                null,
                60,
                20,
                null,
                Set.of(),
                true);
        assertThat(many.problems()).extracting(Problem::field).containsExactly("themes");
    }

    @Test
    void refusesToObligeAPublicThatIsNotConcerned() {
        var details = new ModuleDetails(
                "x",
                List.of("thème"),
                Set.of(Profile.IEN),
                Set.of(Profile.ERUN),
                TrainerKind.FOURNISSEUR,
                ResponsibleBody.COLLECTIVITE,
                Nature.CONTINU,
                Format.DISTANCE,
                null,
                60,
                20,
                null,
                Set.of(),
                true);
        assertThat(details.problems()).extracting(Problem::field).containsExactly("beforeOpening");
    }

    @Test
    void tellsWhatChangesAsPeopleReadIt() {
        assertThat(GOOD.changesTo(GOOD.withCalendar("Octobre 2026")))
                .containsExactly(new FieldChange("Calendrier", "", "Octobre 2026"));
        assertThat(GOOD.changesTo(GOOD)).isEmpty();
    }
}
