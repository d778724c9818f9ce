package fr.forment.overview.board;

/**
 * Of the people a plan in force counts for a module in a place, how many have followed it.
 *
 * @param place a circonscription, or a school
 * @param before how many had a month ago
 */
public record Trained(String place, String module, int needed, int trained, int before) {

    /** From 0 to 1; more people than counted are no better than all. */
    public double share() {
        return share(trained);
    }

    public double shareBefore() {
        return share(before);
    }

    private double share(int people) {
        return needed == 0 ? 0 : Math.min(1, (double) people / needed);
    }

    public int percent() {
        return (int) Math.floor(100 * share());
    }
}
