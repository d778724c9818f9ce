package fr.forment.grid;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Profile;
import fr.forment.grid.CountedSchool.Person;
import fr.forment.grid.GridComputation.Line;
import fr.forment.survey.Answers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the grid on small schools, computed by hand. */
class GridComputationTest {

    private static final String UAI = "0350001A";

    private final GridComputation computation = new GridComputation(modules());

    private static List<GridModule> modules() {
        List<GridModule> modules = new ArrayList<>();
        modules.add(module("PRES-CADRES", Set.of(), Profile.IEN, Profile.CPC));
        modules.add(module("PRES-ECOLE", Set.of(), Profile.DIRECTEUR, Profile.ENSEIGNANT));
        modules.add(module("PRES-PARENTS", Set.of(), Profile.PARENT));
        modules.add(module("PEDA-1", Set.of(), Profile.ENSEIGNANT));
        modules.add(module(
                "ADM-DIR",
                Set.of(Profile.DIRECTEUR, Profile.ADMINISTRATEUR),
                Profile.DIRECTEUR,
                Profile.ADMINISTRATEUR));
        return modules;
    }

    /** Of three hours. */
    private static GridModule module(String code, Set<Profile> beforeOpening, Profile... profiles) {
        return new GridModule(code, 180, new TreeSet<>(Set.of(profiles)), beforeOpening);
    }

    private static Person director(String... trained) {
        return new Person(0, true, false, false, 360, Set.of(trained));
    }

    private static Person teacher(String... trained) {
        return new Person(0, false, false, false, 360, Set.of(trained));
    }

    /** Nothing is left of the hours, or not enough. */
    private static Person busy(int minutesLeft, boolean constellation, String... trained) {
        return new Person(0, false, false, constellation, minutesLeft, Set.of(trained));
    }

    private Line line(CountedSchool school, String module, Profile profile) {
        return computation.ofSchool(school).stream()
                .filter(line -> line.module().equals(module) && line.profile() == profile)
                .findFirst()
                .orElseThrow();
    }

    /**
     * 6 on the list, direction included, and the school says 6. Two teachers know PRES-ECOLE, the director and one
     * teacher PEDA-1.
     */
    private static CountedSchool answered(Map<String, String> more) {
        var values = new LinkedHashMap<>(Map.of("fullTime", "5", "partTime", "1", "pupils", "130"));
        values.putAll(more);
        return new CountedSchool(
                UAI,
                5,
                120,
                new Answers(values),
                List.of(
                        director("PEDA-1"),
                        teacher("PRES-ECOLE", "PEDA-1"),
                        teacher("PRES-ECOLE"),
                        teacher(),
                        teacher(),
                        teacher()));
    }

    @Test
    void takesTheDirectorOutOfTheTeachersWhereHeIsCountedApart() {
        // the school says 4 still need it: the director (untrained) and 3 of the 3 teachers without a record
        CountedSchool school = answered(Map.of(
                "presentationDiscover",
                "3",
                "presentationBegin",
                "1",
                "presentationAlone",
                "1",
                "presentationHelp",
                "1"));
        assertThat(line(school, "PRES-ECOLE", Profile.DIRECTEUR))
                .isEqualTo(new Line(UAI, "PRES-ECOLE", Profile.DIRECTEUR, 1, 1, 0, 0, 1, null, null, ""));
        assertThat(line(school, "PRES-ECOLE", Profile.ENSEIGNANT))
                .isEqualTo(new Line(UAI, "PRES-ECOLE", Profile.ENSEIGNANT, 5, 3, 2, 0, 3, 4, 3, ""));
    }

    @Test
    void countsNobodyWhoIsTrainedAlreadyWhateverTheSchoolSays() {
        // 6 declared, but the director and one teacher have followed PEDA-1: 6 - 2 = 4
        assertThat(line(answered(Map.of("peda1Discover", "6")), "PEDA-1", Profile.ENSEIGNANT))
                .isEqualTo(new Line(UAI, "PEDA-1", Profile.ENSEIGNANT, 6, 6, 2, 0, 4, 6, 6, ""));
    }

    @Test
    void takesTheSchoolsWordWhenItNeedsFewerThanTheListSays() {
        assertThat(line(
                        answered(Map.of(
                                "peda1Begin", "1", "peda1Alone", "5", "priority1", "COMM", "priority2", "PEDA-1")),
                        "PEDA-1",
                        Profile.ENSEIGNANT))
                .isEqualTo(new Line(UAI, "PEDA-1", Profile.ENSEIGNANT, 6, 1, 2, 0, 1, 1, 0, "2"));
    }

    @Test
    void trainsTheResourcePersonAtLeastAsAdministrator() {
        assertThat(line(answered(Map.of()), "ADM-DIR", Profile.ADMINISTRATEUR).people())
                .isEqualTo(1);
        assertThat(line(answered(Map.of("administrators", "3")), "ADM-DIR", Profile.ADMINISTRATEUR)
                        .people())
                .as("3 less the director")
                .isEqualTo(2);
        CountedSchool alone = new CountedSchool(UAI, 1, 20, null, List.of(director()));
        assertThat(line(alone, "ADM-DIR", Profile.ADMINISTRATEUR).people())
                .as("nobody besides the director")
                .isZero();
    }

    @Test
    void estimatesASilentSchoolFromItsStaffList() {
        CountedSchool silent =
                new CountedSchool(UAI, 5, 120, null, List.of(director(), teacher("PRES-ECOLE"), teacher(), teacher()));
        assertThat(line(silent, "PRES-ECOLE", Profile.DIRECTEUR).people()).isEqualTo(1);
        assertThat(line(silent, "PRES-ECOLE", Profile.ENSEIGNANT))
                .isEqualTo(new Line(UAI, "PRES-ECOLE", Profile.ENSEIGNANT, 3, 3, 1, 0, 2, null, null, ""));
        assertThat(line(silent, "PEDA-1", Profile.ENSEIGNANT).people())
                .as("the director teaches too")
                .isEqualTo(4);
        assertThat(line(silent, "PRES-PARENTS", Profile.PARENT).people()).isEqualTo(120);
    }

    @Test
    void estimatesFromTheClassesWhereThereIsNoListEither() {
        CountedSchool unknown = new CountedSchool(UAI, 5, null, null, List.of());
        assertThat(unknown.teachers()).as("5 classes at 1.2").isEqualTo(6);
        assertThat(line(unknown, "PRES-ECOLE", Profile.DIRECTEUR).people())
                .as("a vacant direction will be filled")
                .isEqualTo(1);
        assertThat(line(unknown, "PRES-ECOLE", Profile.ENSEIGNANT).people()).isEqualTo(5);
    }

    @Test
    void usesTheSchoolsOwnNumberOfPupilsForTheParents() {
        assertThat(line(answered(Map.of()), "PRES-PARENTS", Profile.PARENT).people())
                .isEqualTo(130);
    }

    @Test
    void countsThePeopleOfTheCirconscriptionOnce() {
        assertThat(computation.ofSchool(answered(Map.of())))
                .noneMatch(line -> line.module().equals("PRES-CADRES"));
        var lines = computation.ofCirconscription(
                "0350060A",
                Map.of(
                        Profile.IEN,
                        List.of(Set.of()),
                        Profile.CPC,
                        List.of(Set.of("PRES-CADRES"), Set.of(), Set.of())));
        assertThat(lines)
                .containsExactly(
                        new Line("0350060A", "PRES-CADRES", Profile.IEN, 1, 1, 0, 0, 1, null, null, ""),
                        new Line("0350060A", "PRES-CADRES", Profile.CPC, 3, 3, 1, 0, 2, null, null, ""));
    }

    /**
     * A director and five teachers; one teacher has followed PEDA-1, two have no hours left, one in a constellation and
     * one by half an hour.
     */
    private static CountedSchool withBusyPeople(Map<String, String> answers) {
        var values = new LinkedHashMap<>(Map.of("fullTime", "6"));
        values.putAll(answers);
        return new CountedSchool(
                UAI,
                5,
                120,
                new Answers(values),
                List.of(director(), teacher("PEDA-1"), busy(0, true), busy(150, false), teacher(), teacher()));
    }

    @ParameterizedTest(name = "asks for {0}: {1} as trained, {2} without hours, {3} to train")
    @CsvSource({"6, 1, 2, 3", "5, 0, 2, 3", "4, 0, 1, 3", "3, 0, 0, 3", "1, 0, 0, 1", "0, 0, 0, 0"})
    void takesOffNoMoreThanIsCertain(int asked, int trained, int withoutHours, int people) {
        Line line = line(withBusyPeople(Map.of("peda1Begin", String.valueOf(asked))), "PEDA-1", Profile.ENSEIGNANT);
        assertThat(line)
                .isEqualTo(
                        new Line(UAI, "PEDA-1", Profile.ENSEIGNANT, 6, asked, 1, withoutHours, people, asked, 0, ""));
        assertThat(line.asked() - trained - line.withoutHours()).isEqualTo(line.people());
    }

    @Test
    void countsNobodyTwiceWhoIsTrainedAndHasNoHours() {
        CountedSchool school =
                new CountedSchool(UAI, 1, 20, null, List.of(director("PEDA-1"), busy(0, true, "PEDA-1")));
        assertThat(line(school, "PEDA-1", Profile.ENSEIGNANT))
                .isEqualTo(new Line(UAI, "PEDA-1", Profile.ENSEIGNANT, 2, 2, 2, 0, 0, null, null, ""));
    }

    @Test
    void believesTheSchoolThatCountsMorePeopleInAConstellationThanTheList() {
        Line line =
                line(withBusyPeople(Map.of("peda1Discover", "6", "constellation", "3")), "PEDA-1", Profile.ENSEIGNANT);
        assertThat(line.withoutHours())
                .as("two on the list, one of them in a constellation, and two more the school knows of")
                .isEqualTo(4);
        assertThat(line.people()).isEqualTo(1);
    }

    @Test
    void leavesNobodyOutWhereTheModuleConditionsTheOpening() {
        CountedSchool school = new CountedSchool(
                UAI, 2, 40, null, List.of(new Person(0, true, false, true, 0, Set.of()), busy(0, true)));
        assertThat(line(school, "ADM-DIR", Profile.DIRECTEUR).people()).isEqualTo(1);
        assertThat(line(school, "ADM-DIR", Profile.ADMINISTRATEUR).people()).isEqualTo(1);
        assertThat(line(school, "PRES-ECOLE", Profile.DIRECTEUR))
                .as("this one can wait")
                .isEqualTo(new Line(UAI, "PRES-ECOLE", Profile.DIRECTEUR, 1, 1, 0, 1, 0, null, null, ""));
    }
}
