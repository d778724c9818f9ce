package fr.forment.plan;

/**
 * What a plan asks of one person who owes hours.
 *
 * @param leftMinutes left of the person's hours for the ENT, before the plan
 */
public record Load(long agentId, String schoolUai, int plannedMinutes, int leftMinutes) {

    public boolean isOver() {
        return plannedMinutes > leftMinutes;
    }
}
