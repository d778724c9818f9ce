package fr.forment.account;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Somebody decides for an absent IEN, from the first day at midnight to the end of the last, in Paris time. */
@Table("delegation")
public class Delegation {

    /** Where it stands on a day. */
    public enum State {
        AHEAD("à venir"),
        RUNNING("en cours"),
        OVER("terminée");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    private Long id;

    @Version
    private Integer version;

    private Role role;
    private String perimeter;
    private Long giverId;
    private Long delegateId;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private String motive;
    private String namedBy;
    private OffsetDateTime namedAt;
    private OffsetDateTime endedAt;
    private String endedBy;
    private String endReason;

    Delegation() {}

    public static Delegation of(NewDelegation asked, String by, OffsetDateTime now) {
        Delegation delegation = new Delegation();
        delegation.role = Role.IEN;
        delegation.perimeter = asked.circonscriptionUai();
        delegation.giverId = asked.giverId();
        delegation.delegateId = asked.delegateId();
        delegation.firstDay = asked.firstDay();
        delegation.lastDay = asked.lastDay();
        delegation.motive = asked.motive();
        delegation.namedBy = by;
        delegation.namedAt = now;
        return delegation;
    }

    public Long id() {
        return id;
    }

    public Role role() {
        return role;
    }

    /** The circonscription's UAI. */
    public String perimeter() {
        return perimeter;
    }

    /** The absent person. */
    public long giverId() {
        return giverId;
    }

    public long delegateId() {
        return delegateId;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** Included. */
    public LocalDate lastDay() {
        return lastDay;
    }

    public String motive() {
        return motive;
    }

    /** Null while it runs, and once it ended by itself. */
    public String endReason() {
        return endReason;
    }

    public State state(LocalDate today) {
        if (endedAt != null || today.isAfter(lastDay)) {
            return State.OVER;
        }
        return today.isBefore(firstDay) ? State.AHEAD : State.RUNNING;
    }

    public boolean isOver(LocalDate today) {
        return state(today) == State.OVER;
    }

    /** Whether the end was written down; it may be over by its dates alone. */
    public boolean isConcluded() {
        return endedAt != null;
    }

    public void prolong(LocalDate day) {
        lastDay = day;
    }

    public void end(String by, String reason, OffsetDateTime now) {
        endedBy = by;
        endReason = reason;
        endedAt = now;
    }
}
