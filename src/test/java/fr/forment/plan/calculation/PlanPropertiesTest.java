package fr.forment.plan.calculation;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What must hold of any plan, on circonscriptions drawn with a fixed seed. */
class PlanPropertiesTest {

    @RepeatedTest(20)
    void holdsForAnyCirconscription(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        Circo circo = drawn(random);

        List<Draft> plan = circo.plan();

        assertThat(plan).isNotEmpty().allSatisfy(draft -> {
            assertThat(circo.facts().schoolDay()).accepts(draft.day());
            assertThat(draft.day()).isBetween(Circo.FROM, Circo.UNTIL);
            assertThat(draft.expected()).isLessThanOrEqualTo(draft.capacity());
        });
        for (Draft one : plan) {
            for (Draft other : plan) {
                if (one != other && overlap(one, other)) {
                    assertThat(one.trainerId()).isNotNull().isNotEqualTo(other.trainerId());
                    assertThat(Collections.disjoint(
                                    one.seats().keySet(), other.seats().keySet()))
                            .isTrue();
                }
                if (other.module().prerequisites().contains(one.module().code())
                        && !Collections.disjoint(
                                one.seats().keySet(), other.seats().keySet())) {
                    assertThat(one.day()).isBefore(other.day());
                }
            }
        }
    }

    @Test
    void givesTheSamePlanForTheSameFactsInAnyOrder() {
        Circo circo = drawn(new Random(3));
        List<Draft> first = circo.plan();

        Collections.shuffle(circo.people, new Random(1));
        Collections.shuffle(circo.needs, new Random(2));
        Collections.shuffle(circo.schools, new Random(3));
        Collections.shuffle(circo.modules, new Random(4));

        assertThat(circo.plan()).isEqualTo(first);
    }

    /** Nobody misses what is compulsory while the year has days. */
    @RepeatedTest(5)
    void seatsEverybody(RepetitionInfo round) {
        Circo circo = drawn(new Random(round.getCurrentRepetition()));

        List<Draft> plan = circo.plan();

        int needed = circo.needs.stream()
                .filter(need -> !need.moduleCode().startsWith("PEDA"))
                .mapToInt(Need::people)
                .sum();
        assertThat(plan).hasNobodyUnplaced(needed);
    }

    private static Circo drawn(Random random) {
        var circo = new Circo()
                .trainersModule("PRES-CADRES", 180, TrainerKind.IEN_NUMERIQUE, Profile.IEN, Profile.CPC, Profile.ERUN);
        List<LocalDate> openings =
                List.of(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 3, 1), LocalDate.of(2027, 5, 3));
        for (int vague = 1; vague <= 3; vague++) {
            int schools = 1 + random.nextInt(8);
            for (int n = 0; n < schools; n++) {
                circo.school(
                        "V" + vague + "S" + n,
                        "Commune " + random.nextInt(6),
                        random.nextInt(4) == 0 ? "rpi" + random.nextInt(3) : null,
                        2 + random.nextInt(12));
            }
            circo.vague(vague, openings.get(vague - 1));
        }
        circo.teacherModule("PRES-ECOLE", 90, 20, 0, true)
                .teacherModule("SENS-CHGT", 90, 20, 0, true)
                .teacherModule("PEDA-1", 180, 20, 1, false, "PRES-ECOLE")
                .teacherModule("PEDA-2", 180, 20, 2, false, "PEDA-1");
        circo.module(circo.module(
                "ADM-DIR", 180, 15, 0, TrainerKind.ERUN_DSI, Set.of(Profile.DIRECTEUR), true, Set.of("PRES-CADRES")));
        new ArrayList<>(circo.schools)
                .forEach(school -> circo.needs.add(new Need(school.uai(), "ADM-DIR", Profile.DIRECTEUR, 1)));
        return circo;
    }

    private static boolean overlap(Draft one, Draft other) {
        return one.day().equals(other.day())
                && one.start().isBefore(other.end())
                && other.start().isBefore(one.end());
    }
}
