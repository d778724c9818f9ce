package fr.forment.alternative;

import fr.forment.plan.calculation.Wish;
import java.util.Set;

/**
 * What a school asked for and one of its sessions does not follow.
 *
 * @param values any of them would have done
 */
public record UnmetWish(int line, String uai, Wish.Kind kind, Set<String> values) {}
