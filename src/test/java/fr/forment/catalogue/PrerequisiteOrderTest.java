package fr.forment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrerequisiteOrderTest {

    @Test
    void findsNoCircleInAChain() {
        var order = new PrerequisiteOrder(Map.of("C", List.of("B"), "B", List.of("A"), "A", List.of()));
        assertThat(order.circleFrom("C")).isEmpty();
    }

    @Test
    void findsNoCircleWhenTwoWaysLeadToOneModule() {
        var order = new PrerequisiteOrder(Map.of("D", List.of("B", "C"), "B", List.of("A"), "C", List.of("A")));
        assertThat(order.circleFrom("D")).isEmpty();
    }

    @Test
    void namesTheModulesAlongACircle() {
        var order = new PrerequisiteOrder(Map.of("A", List.of("C", "X"), "B", List.of("A"), "C", List.of("B")));
        assertThat(order.circleFrom("A")).contains(List.of("A", "C", "B", "A"));
    }

    @Test
    void findsAModuleThatWaitsForItself() {
        assertThat(new PrerequisiteOrder(Map.of("A", List.of("A"))).circleFrom("A"))
                .contains(List.of("A", "A"));
    }
}
