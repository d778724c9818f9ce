package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever goes where, a school that can share its hours out has all its people invited: as the check counts them. */
class SharedOutTest {

    /** The short module would be for whoever has hardly any hours left, who then misses the long one. */
    @Test
    void peopleAreInvitedWhereverTheSchoolCanShareItsHours() {
        Circo circo = new Circo().schools(1, 1).vague(1, Circo.UNTIL);
        Stream.of(20L, 21L, 22L, 23L)
                .forEach(id ->
                        circo.people.add(new Person(id, AgentFunction.ADJOINT, "S00", id == 20 ? 100 : 360, Set.of())));
        module(circo, "COURT", 60, true);
        module(circo, "LONG", 90, false);
        circo.needs.add(new Need("S00", "COURT", Profile.ENSEIGNANT, 1));
        circo.needs.add(new Need("S00", "LONG", Profile.ENSEIGNANT, 5));
        assertThat(circo.plan())
                .extracting(draft -> draft.module().code() + " " + draft.expected())
                .containsExactlyInAnyOrder("COURT 1", "LONG 5");
    }

    @Test
    void nobodyIsInvitedBeyondWhatTheSchoolCanShare() {
        Circo circo = new Circo().schools(1, 1).vague(1, Circo.UNTIL);
        Stream.of(20L, 21L, 22L, 23L, 24L)
                .forEach(id ->
                        circo.people.add(new Person(id, AgentFunction.ADJOINT, "S00", id == 20 ? 60 : 100, Set.of())));
        module(circo, "COURT", 60, true);
        module(circo, "LONG", 90, false);
        circo.needs.add(new Need("S00", "COURT", Profile.ENSEIGNANT, 1));
        circo.needs.add(new Need("S00", "LONG", Profile.ENSEIGNANT, 6));
        assertThat(circo.plan())
                .extracting(draft -> draft.module().code() + " " + draft.expected())
                .containsExactlyInAnyOrder("COURT 1", "LONG 5");
    }

    private static void module(Circo circo, String code, int minutes, boolean compulsory) {
        circo.module(circo.module(
                code,
                minutes,
                20,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                Set.of(Profile.ENSEIGNANT),
                compulsory,
                Set.of()));
    }
}
