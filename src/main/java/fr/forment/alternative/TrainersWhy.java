package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.ModuleFacts;
import java.util.Map;
import java.util.Optional;

/**
 * Why people of the circonscription who will train others have no seat, the sessions there are staying where they are.
 *
 * @param fresh a session of their own that they can have, at once
 * @param moments of a session of their own: what takes away how many
 * @param freed the smallest thing more with which they have one
 */
public record TrainersWhy(
        ModuleFacts module,
        int people,
        Optional<Draft> fresh,
        Map<Hindrance, Integer> moments,
        Optional<Reliefs.Found> freed) {}
