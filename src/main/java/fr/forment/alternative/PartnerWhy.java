package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Hindrance;
import java.util.Map;
import java.util.Optional;

/**
 * Why a school never meets one it wished to be trained with, all sessions staying when and where they are.
 *
 * @param possible the cheapest of the moves that were priced; where none was, the first
 * @param ways that would do, {@code weighed} of them priced
 * @param common pairs of sessions of one module, in one vague, in which the two could meet
 * @param obstacles what keeps one of them from the session of the other, of how many such moves
 * @param room the move that only lacks seats, with the fewest; there where nothing is possible
 */
public record PartnerWhy(
        String uai,
        String partner,
        Optional<Move> possible,
        int ways,
        int weighed,
        int common,
        Map<Hindrance, Integer> obstacles,
        Optional<Move> room) {

    /**
     * @param uai goes to a session where the other school is; @param seats more that it takes; @param price null: not
     *     looked for
     */
    public record Move(String uai, int people, Draft from, Draft to, int seats, Priced price) {}
}
