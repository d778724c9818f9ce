package fr.forment.plan.calculation;

/**
 * A session that stands already when a plan is computed: of the version before, of the plan in force, or placed by a
 * person.
 *
 * @param line its number in the plan
 * @param fixed a pin: nothing of it changes. Otherwise changing its date costs people
 * @param published people were told its date
 */
public record Held(int line, Draft session, boolean fixed, boolean published) {}
