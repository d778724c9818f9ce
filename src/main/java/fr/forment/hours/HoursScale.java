package fr.forment.hours;

import fr.forment.account.AgentFunction;
import fr.forment.french.French;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the teachers of a circonscription owe in a school year, and how much of it may go to the ENT, in minutes. The
 * prorata of {@link HoursRules} is only the default: circonscriptions round it their way (15 h at 75 % has been seen,
 * where the prorata makes 13 h 30).
 */
public record HoursScale(HoursRules defaults, Map<ServiceTime, Row> rows) {

    /** One working time; null leaves the default. */
    public record Row(Integer due, Integer share) {

        static final Row BY_DEFAULT = new Row(null, null);
    }

    public HoursScale {
        rows = Map.copyOf(rows);
    }

    public Row row(ServiceTime time) {
        return rows.getOrDefault(time, Row.BY_DEFAULT);
    }

    public int due(ServiceTime time) {
        return row(time).due() == null ? defaultDue(time) : row(time).due();
    }

    /** Never more than what is due. */
    public int share(ServiceTime time) {
        return Math.min(
                due(time),
                row(time).share() == null ? defaultShare(time) : row(time).share());
    }

    /** Working times without a line of their own owe their part of the full time. */
    int due(AgentFunction function, int quotity) {
        ServiceTime time = ServiceTime.of(function, quotity);
        return time.percent() == quotity ? due(time) : due(ServiceTime.TEMPS_PLEIN) * quotity / 100;
    }

    int share(AgentFunction function, int quotity) {
        ServiceTime time = ServiceTime.of(function, quotity);
        return time.percent() == quotity ? share(time) : share(ServiceTime.TEMPS_PLEIN) * quotity / 100;
    }

    public int defaultDue(ServiceTime time) {
        return defaults.due(time);
    }

    public int defaultShare(ServiceTime time) {
        return defaults.share(time);
    }

    /** The same for the same table: who saves says which one he saw. */
    public String fingerprint() {
        return Arrays.stream(ServiceTime.values())
                .map(time -> row(time).due() + "/" + row(time).share())
                .collect(Collectors.joining("-"));
    }

    String describe(ServiceTime time) {
        return French.duration(due(time)) + (row(time).due() == null ? " (par défaut)" : "") + ", dont "
                + French.duration(share(time)) + (row(time).share() == null ? " (par défaut)" : "") + " pour l'ENT";
    }
}
