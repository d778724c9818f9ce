package fr.forment.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The arithmetic, and nothing else. In each year, of the people equipped at its beginning, a share is new, some see a
 * release, and of those who stay a share is trained anew; besides, schools open. Each kind is held in sessions of its
 * own, of a group at most: what is left over is one session more. Staff stays as large as it is.
 */
public final class LoadForecast {

    /** How many years are looked ahead. */
    public static final int YEARS = 3;

    /** Shares of whole numbers leave dust that would make a session of its own. */
    private static final double DUST = 1e-6;

    private final Situation situation;
    private final Map<Assumption, Range> supposed;
    private final Scenario scenario;

    private LoadForecast(Situation situation, Map<Assumption, Range> supposed, Scenario scenario) {
        this.situation = situation;
        this.supposed = supposed;
        this.scenario = scenario;
    }

    /** @param supposed what is missing in it is the house's own value */
    public static List<YearLoad> of(Situation situation, Map<Assumption, Range> supposed, Scenario scenario) {
        return new LoadForecast(situation, supposed, scenario).years();
    }

    private List<YearLoad> years() {
        List<YearLoad> years = new ArrayList<>();
        double equipped = situation.equipped();
        for (int year = 0; year < YEARS; year++) {
            double opening = (situation.planned().get(year) + value(Assumption.OTHER_SCHOOLS)) * situation.perSchool();
            double arriving = equipped * share(Assumption.TURNOVER);
            double renewed = (equipped - arriving) * renewal(year);
            double concerned = equipped * share(Assumption.RELEASE_SHARE);
            years.add(load(arriving, 1, Assumption.HALF_DAYS_NEW)
                    .plus(load(opening, 1, Assumption.HALF_DAYS_SCHOOL))
                    .plus(load(renewed, 1, Assumption.HALF_DAYS_RENEWAL))
                    .plus(load(concerned, value(Assumption.RELEASES), Assumption.HALF_DAYS_RELEASE)));
            equipped += opening;
        }
        return years;
    }

    /** @param times how often it is held in the year */
    private YearLoad load(double people, double times, Assumption halfDays) {
        double groups = Math.max(0, Math.ceil(people / value(Assumption.GROUP) - DUST));
        double each = value(halfDays);
        return new YearLoad(people * times, groups * each * times, people * each * times * share(Assumption.REPLACED));
    }

    private double renewal(int year) {
        return situation.renewal().isEmpty()
                ? share(Assumption.RENEWAL)
                : situation.renewal().get(year).of(scenario).doubleValue() / 100;
    }

    private double share(Assumption of) {
        return value(of) / 100;
    }

    private double value(Assumption of) {
        return supposed.getOrDefault(of, of.own()).of(scenario).doubleValue();
    }
}
