package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Hindrance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why people have no seat, the sessions there are staying where they are.
 *
 * @param seats sessions there are that take people of a school who have the time, with them: one for each such school
 * @param fresh a session of their own that the others can have, at once
 * @param rest by school: those whom neither helps
 * @param handful the rest are too few for a session of their own
 * @param sessions that were looked at for a free seat: what keeps the rest from how many of them
 * @param moments of a session of their own: what takes away how many
 * @param freed the smallest thing more with which the rest have a session
 * @param hours more with which those without time could come too; empty where nobody lacks time
 * @param then what becomes of them with these hours; null without
 * @param chosen what becomes of them if somebody chooses that what must precede the opening goes beyond the hours left;
 *     null where that changes nothing
 */
public record NeedWhy(
        Unseated group,
        List<Draft> seats,
        Optional<Draft> fresh,
        Map<String, Integer> rest,
        boolean handful,
        Map<Hindrance, Integer> sessions,
        Map<Hindrance, Integer> moments,
        Optional<Reliefs.Found> freed,
        Optional<Relief> hours,
        NeedWhy then,
        NeedWhy chosen) {

    /** Schools whose people could take the free seats of a session. */
    public List<String> joining(Draft session) {
        return session.seats().keySet().stream()
                .filter(group.free()::containsKey)
                .toList();
    }

    /** Whom a seat or a session of their own helps. */
    int helped() {
        return Unseated.sum(group.free()) - Unseated.sum(rest);
    }
}
