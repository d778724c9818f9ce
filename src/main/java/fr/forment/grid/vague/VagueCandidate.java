package fr.forment.grid.vague;

/**
 * A school that may still change vague.
 *
 * @param vague rank of the one it is in
 * @param priority of the table, 1 first; null while the grid does not know the school
 * @param reason of the table, in French; null likewise
 * @param wish rank of the vague its director wishes; null without preference, or without answer
 */
public record VagueCandidate(
        String uai, String name, String commune, int vague, Integer priority, String reason, Integer wish) {

    /** Those nobody knows anything of stand in the middle, as in the table. */
    int order() {
        return priority == null ? 2 : priority;
    }

    boolean wishes(int rank) {
        return wish != null && wish == rank;
    }
}
