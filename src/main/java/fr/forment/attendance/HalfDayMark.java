package fr.forment.attendance;

import fr.forment.session.EnrolmentState;
import java.time.Instant;
import java.time.LocalDateTime;
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
    private Instant scannedAt;
    private String scanKey;

    HalfDayMark() {}

    static HalfDayMark of(long enrolmentId, LocalDateTime startsAt) {
        HalfDayMark presence = new HalfDayMark();
        presence.enrolmentId = enrolmentId;
        presence.startsAt = startsAt;
        return presence;
    }

    void mark(EnrolmentState mark, int there) {
        state = mark;
        minutes = there;
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

    /** Null where a hand marked it. */
    Instant scannedAt() {
        return scannedAt;
    }

    String scanKey() {
        return scanKey;
    }

    boolean says(EnrolmentState otherState, int otherMinutes) {
        return state == otherState && minutes == otherMinutes;
    }
}
