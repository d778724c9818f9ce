package fr.forment.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import fr.forment.catalogue.Profile;
import fr.forment.needs.GridComputation.Line;
import fr.forment.needs.SchoolFacts.Person;
import org.junit.jupiter.api.Test;

/** The figures of the grid on small schools, computed by hand. */
class GridComputationTest {

    private static final String UAI = "0350001A";

    private final GridComputation computation = new GridComputation(modules());

    private static Map<String, Set<Profile>> modules() {
        Map<String, Set<Profile>> modules = new LinkedHashMap<>();
        modules.put("PRES-CADRES", new TreeSet<>(Set.of(Profile.IEN, Profile.CPC)));
        modules.put("PRES-ECOLE", new TreeSet<>(Set.of(Profile.DIRECTEUR, Profile.ENSEIGNANT)));
        modules.put("PRES-PARENTS", new TreeSet<>(Set.of(Profile.PARENT)));
        modules.put("PEDA-1", new TreeSet<>(Set.of(Profile.ENSEIGNANT)));
        modules.put("ADM-DIR", new TreeSet<>(Set.of(Profile.DIRECTEUR, Profile.ADMINISTRATEUR)));
        return modules;
    }

    private static Person director(String... trained) {
        return new Person(true, false, Set.of(trained));
    }

    private static Person teacher(String... trained) {
        return new Person(false, false, Set.of(trained));
    }

    private Line line(SchoolFacts school, String module, Profile profile) {
        return computation.ofSchool(school).stream().filter(line -> line.module().equals(module) && line.profile() == profile).findFirst().orElseThrow();
    }

    /** 6 on the list, direction included, and the school says 6. Two teachers know PRES-ECOLE, the director and one teacher PEDA-1. */
    private static SchoolFacts answered(Map<String, String> more) {
        var values = new LinkedHashMap<>(Map.of("fullTime", "5", "partTime", "1", "pupils", "130"));
        values.putAll(more);
        return new SchoolFacts(UAI, 5, 120, new Answers(values), List.of(director("PEDA-1"), teacher("PRES-ECOLE", "PEDA-1"), teacher("PRES-ECOLE"),
                teacher(), teacher(), teacher()));
    }

    @Test
    void takesTheDirectorOutOfTheTeachersWhereHeIsCountedApart() {
        // the school says 4 still need it: the director (untrained) and 3 of the 3 teachers without a record
        SchoolFacts school = answered(Map.of("presentationDiscover", "3", "presentationBegin", "1", "presentationAlone", "1", "presentationHelp", "1"));
        assertThat(line(school, "PRES-ECOLE", Profile.DIRECTEUR)).isEqualTo(new Line(UAI, "PRES-ECOLE", Profile.DIRECTEUR, 1, 0, null, ""));
        assertThat(line(school, "PRES-ECOLE", Profile.ENSEIGNANT)).isEqualTo(new Line(UAI, "PRES-ECOLE", Profile.ENSEIGNANT, 3, 2, 4, ""));
    }

    @Test
    void countsNobodyWhoIsTrainedAlreadyWhateverTheSchoolSays() {
        // 6 declared, but the director and one teacher have followed PEDA-1: 6 - 2 = 4
        assertThat(line(answered(Map.of("peda1Discover", "6")), "PEDA-1", Profile.ENSEIGNANT))
                .isEqualTo(new Line(UAI, "PEDA-1", Profile.ENSEIGNANT, 4, 2, 6, ""));
    }

    @Test
    void takesTheSchoolsWordWhenItNeedsFewerThanTheListSays() {
        assertThat(line(answered(Map.of("peda1Begin", "1", "peda1Alone", "5", "priority1", "COMM", "priority2", "PEDA-1")), "PEDA-1", Profile.ENSEIGNANT))
                .isEqualTo(new Line(UAI, "PEDA-1", Profile.ENSEIGNANT, 1, 2, 1, "2"));
    }

    @Test
    void readsAnAnswerGivenWithTheFormerFormAsItWasMeant() {
        assertThat(line(answered(Map.of("toTrainPeda1", "3")), "PEDA-1", Profile.ENSEIGNANT)).isEqualTo(new Line(UAI, "PEDA-1", Profile.ENSEIGNANT, 3, 2, 3, ""));
        assertThat(line(answered(Map.of("toTrainPeda1", "3", "peda1Alone", "6")), "PEDA-1", Profile.ENSEIGNANT).people()).as("levels tell more").isZero();
    }

    @Test
    void trainsTheResourcePersonAtLeastAsAdministrator() {
        assertThat(line(answered(Map.of()), "ADM-DIR", Profile.ADMINISTRATEUR).people()).isEqualTo(1);
        assertThat(line(answered(Map.of("administrators", "3")), "ADM-DIR", Profile.ADMINISTRATEUR).people()).as("3 less the director").isEqualTo(2);
        SchoolFacts alone = new SchoolFacts(UAI, 1, 20, null, List.of(director()));
        assertThat(line(alone, "ADM-DIR", Profile.ADMINISTRATEUR).people()).as("nobody besides the director").isZero();
    }

    @Test
    void estimatesASilentSchoolFromItsStaffList() {
        SchoolFacts silent = new SchoolFacts(UAI, 5, 120, null, List.of(director(), teacher("PRES-ECOLE"), teacher(), teacher()));
        assertThat(line(silent, "PRES-ECOLE", Profile.DIRECTEUR).people()).isEqualTo(1);
        assertThat(line(silent, "PRES-ECOLE", Profile.ENSEIGNANT)).isEqualTo(new Line(UAI, "PRES-ECOLE", Profile.ENSEIGNANT, 2, 1, null, ""));
        assertThat(line(silent, "PEDA-1", Profile.ENSEIGNANT).people()).as("the director teaches too").isEqualTo(4);
        assertThat(line(silent, "PRES-PARENTS", Profile.PARENT).people()).isEqualTo(120);
    }

    @Test
    void estimatesFromTheClassesWhereThereIsNoListEither() {
        SchoolFacts unknown = new SchoolFacts(UAI, 5, null, null, List.of());
        assertThat(unknown.teachers()).as("5 classes at 1.2").isEqualTo(6);
        assertThat(line(unknown, "PRES-ECOLE", Profile.DIRECTEUR).people()).as("a vacant direction will be filled").isEqualTo(1);
        assertThat(line(unknown, "PRES-ECOLE", Profile.ENSEIGNANT).people()).isEqualTo(5);
    }

    @Test
    void usesTheSchoolsOwnNumberOfPupilsForTheParents() {
        assertThat(line(answered(Map.of()), "PRES-PARENTS", Profile.PARENT).people()).isEqualTo(130);
    }

    @Test
    void countsThePeopleOfTheCirconscriptionOnce() {
        assertThat(computation.ofSchool(answered(Map.of()))).noneMatch(line -> line.module().equals("PRES-CADRES"));
        var lines = computation.ofCirconscription("0350060A", Map.of(Profile.IEN, List.of(Set.of()),
                Profile.CPC, List.of(Set.of("PRES-CADRES"), Set.of(), Set.of())));
        assertThat(lines).containsExactly(new Line("0350060A", "PRES-CADRES", Profile.IEN, 1, 0, null, ""),
                new Line("0350060A", "PRES-CADRES", Profile.CPC, 2, 1, null, ""));
    }
}
