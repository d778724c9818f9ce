package fr.forment.hours;

/** The entries of a person's year added up, in minutes. */
record HoursSums(int planned, int done, int excused, int outside) {

    static final HoursSums NONE = new HoursSums(0, 0, 0, 0);

    HoursSums plus(HoursState state, int minutes) {
        return switch (state) {
            case PLANNED -> new HoursSums(planned + minutes, done, excused, outside);
            case DONE -> new HoursSums(planned, done + minutes, excused, outside);
            case EXCUSED -> new HoursSums(planned, done, excused + minutes, outside);
            case OUTSIDE -> new HoursSums(planned, done, excused, outside + minutes);
        };
    }
}
