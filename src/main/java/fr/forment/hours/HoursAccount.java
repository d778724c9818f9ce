package fr.forment.hours;

/**
 * A person's hours of one school year, in minutes.
 *
 * <p>What may go to the ENT is the share of the circonscription's table, by default the "6 h autres" of the 18 h at the
 * person's working time: French and maths take the other 12 (note of the Manche; Paris, November 2024). In a
 * constellation all 18 h are taken, the share is 0. What is left is that share less everything that was taken of it:
 * planned and done for the ENT, and the hours outside, which something else than French, maths and the ENT took. So
 * left + taken = share, always; less than 0 is "dépassement". As the share never exceeds what is due, it is also never
 * more than what is left of the whole.
 *
 * <p>Who arrives in mid-year owes the whole: no text knows a prorata of arrival, and hours already done elsewhere
 * follow the person or are entered as hours outside. Who is no teacher owes none, and nothing limits what he is invited
 * to.
 *
 * @param owes whether the person owed hours that year at all
 * @param due of the whole year
 * @param share of it, what may go to the ENT
 * @param planned for sessions to come
 * @param done in sessions followed
 * @param excused given back: excused, absent, cancelled; counts for nothing
 * @param outside of the same hours, taken by something else
 */
public record HoursAccount(
        boolean owes,
        boolean constellation,
        int quotity,
        int due,
        int share,
        int planned,
        int done,
        int excused,
        int outside) {

    static HoursAccount of(YearOfService service, HoursScale scale, HoursSums sums) {
        boolean owes = service.function().isTeacher();
        int share = owes && !service.constellation() ? scale.share(service.function(), service.quotity()) : 0;
        return new HoursAccount(
                owes,
                owes && service.constellation(),
                service.quotity(),
                owes ? scale.due(service.function(), service.quotity()) : 0,
                share,
                sums.planned(),
                sums.done(),
                sums.excused(),
                sums.outside());
    }

    public int taken() {
        return planned + done + outside;
    }

    /** 0 for who owes no hours. */
    public int left() {
        return owes ? share - taken() : 0;
    }

    /** More was taken than the share; says nothing of who owes no hours. */
    public boolean isExceeded() {
        return left() < 0;
    }

    /** What somebody may still be invited to; without meaning for who owes no hours. */
    public boolean allows(int minutes) {
        return !owes || left() >= minutes;
    }
}
