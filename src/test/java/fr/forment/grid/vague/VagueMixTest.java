package fr.forment.grid.vague;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VagueMixTest {

    @Test
    void whatTheTableRanksFirstComesFirstThenWhoWishesIt() {
        Map<String, VagueMix.Proposed> mix = VagueMix.of(
                List.of(
                        school("A", 2, 3, null),
                        school("B", 2, 1, null),
                        school("C", 1, 2, 1),
                        school("D", 1, 2, null)),
                sizes(2, 2));
        assertThat(in(mix, 1)).containsExactlyInAnyOrder("B", "C");
        assertThat(mix.get("C").why()).isEqualTo("Rang 2 (raison 2) ; souhait suivi");
        assertThat(mix.get("B").why()).isEqualTo("Rang 1 (raison 1) ; sans préférence de vague");
    }

    @Test
    void aVagueIsNotMadeOfTheKeenOnly() {
        List<VagueCandidate> schools = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            schools.add(school("K" + i, 1, 1, 1));
            schools.add(school("L" + i, 2, 1, null));
        }
        Map<String, VagueMix.Proposed> mix = VagueMix.of(schools, sizes(6, 6));
        assertThat(in(mix, 1)).filteredOn(uai -> uai.startsWith("K")).hasSize(4);
        assertThat(mix.values().stream()
                        .filter(each -> each.vague() == 2 && each.school().uai().startsWith("K"))
                        .map(VagueMix.Proposed::why))
                .hasSize(2)
                .allMatch(why -> why.contains("souhaitait la vague 1, où les écoles volontaires ne sont pas seules"));
    }

    @Test
    void whereEverybodyIsKeenNoPlaceStaysEmpty() {
        Map<String, VagueMix.Proposed> mix = VagueMix.of(
                List.of(school("A", 1, 1, 1), school("B", 1, 1, 1), school("C", 2, 1, 1), school("D", 2, 1, 1)),
                sizes(2, 2));
        assertThat(in(mix, 1)).hasSize(2);
    }

    @Test
    void everySchoolIsInOneVagueOfTheSizeItHadWhateverIsWished() {
        Random random = new Random(35);
        for (int round = 0; round < 200; round++) {
            int vagues = 1 + random.nextInt(4);
            List<VagueCandidate> schools = new ArrayList<>();
            TreeMap<Integer, Integer> sizes = new TreeMap<>();
            for (int i = 0; i < 5 + random.nextInt(60); i++) {
                int vague = i < vagues ? i + 1 : 1 + random.nextInt(vagues);
                sizes.merge(vague, 1, Integer::sum);
                schools.add(school(
                        "S" + i,
                        vague,
                        random.nextInt(4) == 0 ? null : 1 + random.nextInt(3),
                        random.nextInt(3) == 0 ? null : 1 + random.nextInt(3)));
            }
            Map<String, VagueMix.Proposed> mix = VagueMix.of(schools, sizes);
            assertThat(mix).hasSameSizeAs(schools);
            sizes.forEach((rank, size) -> assertThat(in(mix, rank)).hasSize(size));
        }
    }

    private static List<String> in(Map<String, VagueMix.Proposed> mix, int rank) {
        return mix.values().stream()
                .filter(each -> each.vague() == rank)
                .map(each -> each.school().uai())
                .collect(Collectors.toList());
    }

    private static TreeMap<Integer, Integer> sizes(int first, int second) {
        return new TreeMap<>(Map.of(1, first, 2, second));
    }

    private static VagueCandidate school(String uai, int vague, Integer priority, Integer wish) {
        return new VagueCandidate(uai, uai, "Bruz", vague, priority, "Raison " + priority, wish);
    }
}
