package fr.forment.attack.together;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Several hands that begin at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each answered, in their order; what one throws is thrown. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> List<T> together(Callable<T>... hands) throws Exception {
        var start = new CyclicBarrier(hands.length);
        var threads = Executors.newFixedThreadPool(hands.length);
        try {
            List<Callable<T>> ready = Stream.of(hands)
                    .<Callable<T>>map(hand -> () -> {
                        start.await(10, TimeUnit.SECONDS);
                        return hand.call();
                    })
                    .toList();
            List<T> answers = new ArrayList<>();
            for (var done : threads.invokeAll(ready)) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
