package fr.forment.territory;

/** How far and how long it is from one place to another: the one estimate of plans, of their judge and of sessions. */
public final class Road {

    /** Between two places of which one is not on the map. */
    public static final int USUAL_MINUTES = 30;

    private static final double EARTH_KM = 6_371;
    /** Roads are longer than the bird flies, and country roads are slow. */
    private static final double MINUTES_PER_KM = 1.3 * 60 / 50;

    private Road() {}

    /** As the bird flies, between two points given in degrees. */
    public static double kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double north = Math.toRadians(otherLatitude) - Math.toRadians(latitude);
        double middle = (Math.toRadians(latitude) + Math.toRadians(otherLatitude)) / 2;
        double east = (Math.toRadians(otherLongitude) - Math.toRadians(longitude)) * Math.cos(middle);
        return EARTH_KM * Math.hypot(north, east);
    }

    /** By road. */
    public static int minutes(double kilometres) {
        return (int) Math.ceil(kilometres * MINUTES_PER_KM);
    }
}
