package fr.forment.grid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the corrections of one line add up to: undoing takes away the last that stands, and the one before it holds
 * again.
 */
final class StandingCorrections {

    /** @param basis the computed figure it was made, or kept, in sight of */
    record Standing(int people, int basis) {}

    private final Deque<Standing> standing = new ArrayDeque<>();

    /** @param made in the order they were made */
    StandingCorrections(List<GridCorrection> made) {
        made.forEach(correction -> {
            switch (correction.kind()) {
                case CORRECTED -> standing.push(new Standing(correction.peopleAfter(), correction.computed()));
                case UNDONE -> standing.poll();
                case KEPT -> {
                    standing.poll();
                    standing.push(new Standing(correction.peopleAfter(), correction.computed()));
                }
                case DROPPED -> standing.clear();
            }
        });
    }

    boolean isEmpty() {
        return standing.isEmpty();
    }

    /** What holds once the last is undone; empty when it is the computed figure again. */
    Optional<Standing> beforeLast() {
        return standing.stream().skip(1).findFirst();
    }
}
