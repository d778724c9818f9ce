package fr.forment.survey;

import fr.forment.territory.School;
import java.util.Comparator;
import java.util.Objects;

/** How near schools are to one another, for lists that begin with the neighbours. */
public final class Distance {

    private static final double KM_PER_DEGREE = 111.2;

    private Distance() {}

    /** Schools of the same RPI first, then the nearest; those without a place on the map last. */
    public static Comparator<School> from(School own) {
        return Comparator.comparing((School other) -> own.rpi() == null || !Objects.equals(own.rpi(), other.rpi()))
                .thenComparingDouble(other -> km(own, other));
    }

    private static double km(School a, School b) {
        if (a.latitude() == null || a.longitude() == null || b.latitude() == null || b.longitude() == null) {
            return Double.MAX_VALUE;
        }
        double east = (a.longitude() - b.longitude()) * Math.cos(Math.toRadians(a.latitude()));
        return Math.hypot(a.latitude() - b.latitude(), east) * KM_PER_DEGREE;
    }
}
