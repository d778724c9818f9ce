package fr.forment.family;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.project.Projects;
import fr.forment.project.VagueOutcomeService;
import java.time.LocalDate;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A direction, or the team for it, announces meetings with parents and counts who came. */
@Service
@Transactional
@RequiredArgsConstructor
public class MeetingService {

    private final JdbcClient jdbc;
    private final SchoolMeetings meetings;
    private final Journal journal;
    private final FirstMeetingDay first;
    private final Projects projects;
    private final VagueOutcomeService outcomes;

    /**
     * The same one sent twice is one meeting. Returns whether it is new.
     *
     * @throws Refusal before the people who present the ENT are trained, with the first day that is possible
     */
    public boolean announce(String uai, NewMeeting meeting, LocalDate today) {
        jdbc.sql("SELECT uai FROM school WHERE uai = ? FOR UPDATE")
                .param(uai)
                .query(String.class)
                .single();
        boolean known = meetings.of(uai).stream()
                .anyMatch(one -> one.heldOn().equals(meeting.heldOn())
                        && one.place().equals(meeting.place())
                        && Objects.equals(one.startsAt(), meeting.startsAt()));
        if (known) {
            return false;
        }
        first.refuseTooSoon(uai, meeting.heldOn(), today);
        jdbc.sql(
                        "INSERT INTO school_meeting (version, school_uai, held_on, starts_at, place, head_count) VALUES (0, ?, ?, ?, ?, ?)")
                .params(uai, meeting.heldOn(), meeting.startsAt(), meeting.place(), meeting.headCount())
                .update();
        note(uai, FamilyEvent.MEETING_ANNOUNCED, null, told(meeting.heldOn(), meeting.headCount()));
        return true;
    }

    /** @param seen version of the meeting that was shown */
    public void change(SchoolMeeting meeting, int seen, NewMeeting now, LocalDate today) {
        if (!now.heldOn().equals(meeting.heldOn())) {
            first.refuseTooSoon(meeting.schoolUai(), now.heldOn(), today);
        }
        int changed = jdbc.sql("""
                UPDATE school_meeting SET version = version + 1, held_on = ?, starts_at = ?, place = ?, head_count = ?
                WHERE id = ? AND version = ?""")
                .params(now.heldOn(), now.startsAt(), now.place(), now.headCount(), meeting.id(), seen)
                .update();
        refuseUnlessSeen(changed);
        note(
                meeting.schoolUai(),
                FamilyEvent.MEETING_CHANGED,
                told(meeting.heldOn(), meeting.headCount()),
                told(now.heldOn(), now.headCount()));
    }

    public void remove(SchoolMeeting meeting, int seen) {
        refuseUnlessSeen(jdbc.sql("DELETE FROM school_meeting WHERE id = ? AND version = ?")
                .params(meeting.id(), seen)
                .update());
        note(meeting.schoolUai(), FamilyEvent.MEETING_REMOVED, told(meeting.heldOn(), meeting.headCount()), null);
    }

    private static void refuseUnlessSeen(int rows) {
        if (rows == 0) {
            throw new Refusal(
                    "Cette réunion vient d'être modifiée par quelqu'un d'autre. La page montre ce qui est enregistré : vérifiez, puis recommencez.");
        }
    }

    private void note(String uai, FamilyEvent what, String before, String after) {
        journal.add(JournalEntry.of(what.kind(), uai).what(what.name()).change(before, after));
        projects.currentPlace(uai)
                .flatMap(place -> projects.vague(place.vagueId()))
                .ifPresent(vague -> outcomes.figuresMoved(vague.projectId(), vague.id()));
    }

    private static String told(LocalDate day, Integer headCount) {
        return French.date(day) + (headCount == null ? "" : " : " + French.count(headCount, "parent"));
    }
}
