package fr.forment.plan.conditions;

import fr.forment.plan.calculation.Need;
import java.util.List;

/**
 * What a version was last checked against, and what was found.
 *
 * @param lacks of those without a seat, whose hours would not be enough, and by how much
 */
public record Checked(List<Need> needs, List<Lack> lacks) {}
