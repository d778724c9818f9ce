package fr.forment.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages leave in a session comes back from the database, whatever kind of collection they chose. */
class KnownClassesTest {

    static Stream<Object> leftByPages() {
        return Stream.of(
                Map.of(),
                Map.of("date", "2026-12-01"),
                Map.of("date", "2026-12-01", "lieu", "Redon"),
                List.of(),
                List.of("a"),
                List.of("a", "b", "c"),
                Set.of("a", "b", "c"),
                Stream.of("a", "b").toList(),
                new String[] {"a", "b"});
    }

    @ParameterizedTest
    @MethodSource("leftByPages")
    void comesBack(Object left) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(left);
        }
        assertThat(new KnownClasses().deserialize(new ByteArrayInputStream(bytes.toByteArray())))
                .isEqualTo(left);
    }
}
