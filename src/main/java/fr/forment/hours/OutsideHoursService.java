package fr.forment.hours;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.AgentEvent;
import fr.forment.people.Agents;
import fr.forment.people.OutOfReach;
import fr.forment.territory.SchoolCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hours outside the ENT: entered, corrected, withdrawn, each traced in the person's history. Rights are asked by the
 * caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class OutsideHoursService {

    private record Known(String label, LocalDate onDay, int minutes, String schoolYear) {
        OutsideHours hours() {
            return new OutsideHours(label, onDay, minutes);
        }
    }

    private final JdbcClient jdbc;
    private final HoursLedger ledger;
    private final Agents agents;
    private final Journal journal;
    private final SchoolCalendar calendar;
    private final SignedIn me;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /**
     * @param form a number of the form that was sent, so that sending it twice enters one line
     * @return false when that form was taken already
     */
    public boolean add(long agentId, UUID form, OutsideHours hours) {
        String year = yearOf(agentId, hours.day());
        String key = "outside:" + form;
        ledger.hold(List.of(agentId));
        if (jdbc.sql("SELECT COUNT(*) FROM hours_entry WHERE agent_id = ? AND source_key = ?")
                        .params(agentId, key)
                        .query(Integer.class)
                        .single()
                > 0) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state, label, on_day, entered_by)
                VALUES (?, ?, ?, ?, 'OUTSIDE', ?, ?, ?)""")
                .params(agentId, year, key, hours.minutes(), hours.label(), hours.day(), me.login())
                .update();
        journal.add(agentId, AgentEvent.HOURS, "Heures hors ENT ajoutées", null, hours.describe());
        return true;
    }

    /** @param version of the line as it was shown */
    public void correct(long agentId, long entryId, int version, OutsideHours hours) {
        Known before = known(agentId, entryId);
        String year = yearOf(agentId, hours.day());
        yearOf(agentId, before.onDay());
        if (before.hours().equals(hours)) {
            return;
        }
        told(jdbc.sql("""
                UPDATE hours_entry SET label = ?, on_day = ?, minutes = ?, school_year = ?, entered_by = ?, version = version + 1
                WHERE id = ? AND agent_id = ? AND state = 'OUTSIDE' AND version = ?""")
                .params(hours.label(), hours.day(), hours.minutes(), year, me.login(), entryId, agentId, version)
                .update());
        journal.add(
                agentId,
                AgentEvent.HOURS,
                "Heures hors ENT corrigées",
                before.hours().describe(),
                hours.describe());
        events.publishEvent(new TimeGivenBack(agentId));
    }

    /** @param version of the line as it was shown */
    public void withdraw(long agentId, long entryId, int version) {
        Known before = known(agentId, entryId);
        yearOf(agentId, before.onDay());
        told(jdbc.sql("DELETE FROM hours_entry WHERE id = ? AND agent_id = ? AND state = 'OUTSIDE' AND version = ?")
                .params(entryId, agentId, version)
                .update());
        journal.add(
                agentId,
                AgentEvent.HOURS,
                "Heures hors ENT retirées",
                before.hours().describe(),
                null);
        events.publishEvent(new TimeGivenBack(agentId));
    }

    /**
     * @throws OutOfReach when the line is another person's, or never was one of hours outside; one that was withdrawn
     *     is refused in words, later
     */
    @Transactional(readOnly = true)
    public void requireLine(long agentId, long entryId) {
        if (jdbc.sql("SELECT COUNT(*) FROM hours_entry WHERE id = ? AND agent_id = ? AND state = 'OUTSIDE'")
                        .params(entryId, agentId)
                        .query(Integer.class)
                        .single()
                == 0) {
            throw new OutOfReach();
        }
    }

    private Known known(long agentId, long entryId) {
        return jdbc.sql(
                        "SELECT label, on_day, minutes, school_year FROM hours_entry WHERE id = ? AND agent_id = ? AND state = 'OUTSIDE'")
                .params(entryId, agentId)
                .query(Known.class)
                .optional()
                .orElseThrow(() -> new Refusal(
                        "Cette ligne n'existe plus : quelqu'un vient peut-être de la retirer. Rechargez la page."));
    }

    /** This school year or the last: older accounts are closed, later ones have no table yet. */
    private String yearOf(long agentId, LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        String year = calendar.schoolYear(day);
        String last = calendar.schoolYear(today.minusYears(1));
        if (!year.equals(calendar.schoolYear(today)) && !year.equals(last)) {
            throw new Refusal("Le " + French.numeric(day)
                    + " n'est ni de cette année scolaire ni de la précédente : vérifiez la date.");
        }
        Agent agent = agents.find(agentId).orElseThrow(() -> new Refusal("Cette personne n'est plus sur la liste."));
        if (!ledger.account(agent, year).owes()) {
            throw new Refusal("Cette personne ne doit pas d'heures cette année-là : il n'y a rien à décompter.");
        }
        return year;
    }

    private static void told(int rows) {
        if (rows == 0) {
            throw new Refusal(
                    "Quelqu'un vient de modifier cette ligne. Rien n'a été enregistré : vérifiez-la, puis recommencez.");
        }
    }
}
