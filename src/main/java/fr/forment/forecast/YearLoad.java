package fr.forment.forecast;

/**
 * One school year.
 *
 * @param people who are trained, each as often as it is done
 * @param sessions half-days in which somebody trains: of as many half-days of a room
 * @param replaced half-days of people that substitutes cover
 */
public record YearLoad(double people, double sessions, double replaced) {

    static final YearLoad NONE = new YearLoad(0, 0, 0);

    public double trainerDays() {
        return sessions / 2;
    }

    YearLoad plus(YearLoad other) {
        return new YearLoad(people + other.people, sessions + other.sessions, replaced + other.replaced);
    }
}
