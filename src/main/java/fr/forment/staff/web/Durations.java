package fr.forment.staff.web;

/** Minutes as people say them. */
final class Durations {

    private Durations() {
    }

    /** 90 is "1 h 30", 360 is "6 h", -45 is "−45 min". */
    static String of(int minutes) {
        int hours = Math.abs(minutes) / 60;
        int rest = Math.abs(minutes) % 60;
        String text = hours == 0 && rest > 0 ? rest + " min" : rest == 0 ? hours + " h" : "%d h %02d".formatted(hours, rest);
        return minutes < 0 ? "−" + text : text;
    }
}
