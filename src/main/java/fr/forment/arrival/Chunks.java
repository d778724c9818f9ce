package fr.forment.arrival;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A list brings a hundred thousand people; a statement takes a thousand at a time. */
final class Chunks {

    private static final int SIZE = 1000;

    private Chunks() {}

    static Stream<List<Long>> of(Collection<Long> ids) {
        List<Long> all = new ArrayList<>(ids);
        return IntStream.rangeClosed(0, (all.size() - 1) / SIZE)
                .filter(chunk -> !all.isEmpty())
                .mapToObj(chunk -> all.subList(chunk * SIZE, Math.min(all.size(), (chunk + 1) * SIZE)));
    }
}
