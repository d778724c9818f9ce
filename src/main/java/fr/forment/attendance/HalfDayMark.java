package fr.forment.attendance;

import fr.forment.session.EnrolmentState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One person at one half-day. Its version lets two hands never write over each other. */
@Table("half_day_mark")
class HalfDayMark {

    @Id
    private Long id;

    @Version
    private Integer version;

    private long enrolmentId;
    private LocalDateTime startsAt;
    private EnrolmentState state;
    private int minutes;
    private LocalTime cameAt;
    private LocalTime leftAt;
    private Instant scannedAt;
    private String scanKey;

    HalfDayMark() {}

    static HalfDayMark of(long enrolmentId, LocalDateTime startsAt) {
        HalfDayMark presence = new HalfDayMark();
        presence.enrolmentId = enrolmentId;
        presence.startsAt = startsAt;
        return presence;
    }

    /** @param hours where they were said, else empty */
    void mark(EnrolmentState mark, int there, SaidHours hours) {
        state = mark;
        minutes = there;
        cameAt = hours.came();
        leftAt = hours.left();
    }

    /** The person read the code; what a trainer marked since stays for the trainer to change. */
    void scan(Instant at, String key) {
        scannedAt = at;
        scanKey = key;
    }

    long enrolmentId() {
        return enrolmentId;
    }

    LocalDateTime startsAt() {
        return startsAt;
    }

    /** Null before the first mark. */
    EnrolmentState state() {
        return state;
    }

    int minutes() {
        return minutes;
    }

    SaidHours hours() {
        return new SaidHours(cameAt, leftAt);
    }

    /** Null where a hand marked it. */
    Instant scannedAt() {
        return scannedAt;
    }

    String scanKey() {
        return scanKey;
    }

    boolean says(EnrolmentState otherState, int otherMinutes, SaidHours otherHours) {
        return state == otherState && minutes == otherMinutes && hours().equals(otherHours);
    }
}
