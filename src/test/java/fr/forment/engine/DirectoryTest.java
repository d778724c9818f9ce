package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.engine.Directory.Entry;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People shown to the engine many at a time stand there as if each had been shown alone. */
@HouseTest
class DirectoryTest {

    @Autowired
    private Directory directory;

    @Autowired
    private IdentityService identity;

    private final String some = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void manyAreShownAtOnceWithTheGroupsTheyShare() {
        directory.putAll(List.of(
                new Entry(some + "a", "Claire", "Morvan", Set.of("directeur", "directeur." + some)),
                new Entry(some + "b", "Paul", "Le Gall", Set.of("directeur", "erun." + some))));

        assertThat(directory.groupsOf(some + "a")).containsExactlyInAnyOrder("directeur", "directeur." + some);
        assertThat(directory.groupsOf(some + "b")).containsExactlyInAnyOrder("directeur", "erun." + some);
        assertThat(directory.nameOf(some + "b")).isEqualTo("Paul Le Gall");
    }

    @Test
    void whoIsThereAlreadyGetsExactlyTheNewGroups() {
        directory.put(some + "a", "Claire", "Morvan", Set.of("directeur." + some));

        directory.putAll(List.of(
                new Entry(some + "a", "Claire", "Quéré", Set.of("erun." + some)),
                new Entry(some + "c", "Anne", "Riou", Set.of("erun." + some))));

        assertThat(directory.groupsOf(some + "a")).containsExactly("erun." + some);
        assertThat(directory.nameOf(some + "a")).isEqualTo("Claire Quéré");
        assertThat(directory.groupsOf(some + "c")).containsExactly("erun." + some);
    }

    @Test
    void manyAreRemovedAtOnceAndNobodyIsNoMistake() {
        directory.putAll(List.of(
                new Entry(some + "a", "Claire", "Morvan", Set.of("erun." + some)),
                new Entry(some + "b", "Paul", "Le Gall", Set.of())));

        directory.removeAll(List.of(some + "a", some + "b"));
        directory.removeAll(List.of());
        directory.putAll(List.of());

        assertThat(identity.createUserQuery().userIdIn(some + "a", some + "b").count())
                .isZero();
        assertThat(directory.groupsOf(some + "a")).isEmpty();
    }
}
