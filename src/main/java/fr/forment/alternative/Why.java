package fr.forment.alternative;

import fr.forment.plan.calculation.Hindrance;
import java.util.Map;
import java.util.Optional;

/**
 * Why a wish is not followed, the other sessions staying where they are: it could be, at a price; or it cannot, and
 * what would free it.
 *
 * @param possible the cheapest of the nearest ways that follow it; empty: every day and hour was tried, there is none
 * @param ways that follow it, {@code weighed} of them priced
 * @param obstacles what takes away how many of the moments that would follow it
 * @param freed the smallest thing more that would do
 */
public record Why(
        UnmetWish wish,
        Optional<Priced> possible,
        int ways,
        int weighed,
        Map<Hindrance, Integer> obstacles,
        Optional<Reliefs.Found> freed) {}
