package fr.forment.campaign;

/** How one circonscription answers. {@code late}: of those who answered, after the deadline. */
public record ZoneRate(String uai, String name, int expected, int answered, int late) {

    public int silent() {
        return expected - answered;
    }

    /** Rounded down, so that 100 means all; 100 when nobody is asked. */
    public int percent() {
        return expected == 0 ? 100 : answered * 100 / expected;
    }
}
