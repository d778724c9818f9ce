package fr.forment.attack;

import java.util.Random;

/**
 * How long and with what chance the campaign attacks: short in {@code mvn verify}, long where {@link AttackCampaign}
 * runs it.
 */
public final class Attack {

    /** A setting: {@code true} for the long campaign. */
    public static final String LONG = "forment.attack.long";
    /** A setting: the seed to draw with again. */
    public static final String SEED = "forment.attack.seed";

    private Attack() {}

    /** How often something is tried. */
    public static int rounds(int inShort, int inLong) {
        return Boolean.getBoolean(LONG) ? inLong : inShort;
    }

    /** Chance for one attack; prints its seed, so that what it found can be found again. */
    public static Random chance(String attack) {
        long seed = Long.getLong(SEED, System.nanoTime());
        System.out.printf("ATTACK %s: -D%s=%d%n", attack, SEED, seed);
        return new Random(seed);
    }
}
