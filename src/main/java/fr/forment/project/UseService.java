package fr.forment.project;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What directors say of the use after the opening, of the school only: nobody is tracked. */
@Service
@Transactional
@RequiredArgsConstructor
public class UseService {

    /** Whether a school has met its families, told by the room of families. */
    public interface Meetings {

        boolean isThere(String schoolUai);
    }

    private final Meetings meetings;
    private final VaguePlaces places;
    private final Schools schools;
    private final Journal journal;
    private final ProjectMails mails;
    private final BilanService bilans;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    public void ask(long placeId, int daysAfter) {
        Situation it = places.find(placeId);
        mails.useAsked(it.vague(), it.place(), daysAfter);
    }

    /** A school that opened and has not met its families is reminded, kindly and once. */
    public void remindMeeting(long placeId, int daysAfter) {
        Situation it = places.find(placeId);
        if (!meetings.isThere(it.place().schoolUai())) {
            mails.meetingAwaited(it.vague(), it.place(), daysAfter);
        }
    }

    public void remind(long placeId, int daysAfter) {
        Situation it = places.find(placeId);
        mails.useAwaited(it.vague(), it.place(), daysAfter);
    }

    /** @throws Refusal when a figure is missing or cannot be */
    public void record(
            long placeId, int daysAfter, Integer activeClasses, Integer parentAccounts, String difficulties) {
        Situation it = places.find(placeId);
        Integer classes =
                schools.find(it.place().schoolUai()).map(School::classes).orElse(null);
        refuseIf(
                activeClasses == null || activeClasses < 0,
                "Indiquez le nombre de classes qui utilisent l'ENT chaque semaine (0 si aucune).",
                "activeClasses");
        refuseIf(
                classes != null && activeClasses > classes,
                "L'école compte " + French.count(classes, "classe")
                        + " : le nombre de classes actives ne peut pas le dépasser.",
                "activeClasses");
        refuseIf(
                parentAccounts == null || parentAccounts < 0 || parentAccounts > 100,
                "Indiquez la part des familles dont le compte est activé, de 0 à 100 %.",
                "parentAccounts");
        refuseIf(
                difficulties != null && difficulties.length() > 2000,
                "Les difficultés ne doivent pas dépasser 2 000 caractères.",
                "difficulties");
        add(placeId, daysAfter, activeClasses, parentAccounts, difficulties);
        journal.add(ProjectEvent.of(
                it.vague(),
                it.place(),
                Milestone.USE_REPORTED,
                "À " + daysAfter + " jours : " + French.count(activeClasses, "classe active") + ", " + parentAccounts
                        + " % des familles",
                it.place().state()));
        refreshBilan(it.vague());
    }

    /** The director did not answer in time: noted, and nothing waits any longer. */
    public void noteSilence(long placeId, int daysAfter) {
        Situation it = places.find(placeId);
        add(placeId, daysAfter, null, null, null);
        journal.add(ProjectEvent.of(
                it.vague(),
                it.place(),
                Milestone.USE_UNKNOWN,
                "À " + daysAfter + " jours",
                it.place().state()));
        refreshBilan(it.vague());
    }

    /** In the order of time. */
    @Transactional(readOnly = true)
    public List<UseReport> of(long placeId) {
        return jdbc.sql("""
                SELECT days_after, reported_on, active_classes, parent_accounts, difficulties
                  FROM use_report WHERE vague_school_id = ? ORDER BY days_after""").param(placeId).query(UseReport.class).list();
    }

    /** By place, for whole vagues; places without any are left out. */
    @Transactional(readOnly = true)
    public Map<Long, List<UseReport>> ofVagues(Collection<Long> vagueIds) {
        Map<Long, List<UseReport>> reports = new HashMap<>();
        jdbc.sql("""
                SELECT u.vague_school_id, u.days_after, u.reported_on, u.active_classes, u.parent_accounts, u.difficulties
                  FROM use_report u JOIN vague_school p ON p.id = u.vague_school_id WHERE p.vague_id IN (:ids) ORDER BY u.days_after""").param("ids", vagueIds).query((ResultSet row) -> {
            UseReport report = new UseReport(
                    row.getInt("days_after"),
                    row.getObject("reported_on", LocalDate.class),
                    row.getObject("active_classes", Integer.class),
                    row.getObject("parent_accounts", Integer.class),
                    row.getString("difficulties"));
            reports.computeIfAbsent(row.getLong("vague_school_id"), id -> new ArrayList<>())
                    .add(report);
        });
        return reports;
    }

    /**
     * Whoever is to decide on a vague reads figures of the day its last answer came, not of the day the questions left.
     */
    private void refreshBilan(Vague vague) {
        if (vague.decision() == null
                && bilans.find(vague.projectId(), vague.id()).isPresent()) {
            events.publishEvent(new BilanDue(vague.projectId(), vague.id()));
        }
    }

    private void add(long placeId, int daysAfter, Integer activeClasses, Integer parentAccounts, String difficulties) {
        jdbc.sql("""
                INSERT INTO use_report (vague_school_id, days_after, reported_on, active_classes, parent_accounts, difficulties)
                VALUES (:place, :days, :today, :classes, :parents, :difficulties)""")
                .param("place", placeId)
                .param("days", daysAfter)
                .param("today", LocalDate.now(clock))
                .param("classes", activeClasses, Types.INTEGER)
                .param("parents", parentAccounts, Types.INTEGER)
                .param(
                        "difficulties",
                        difficulties == null || difficulties.isBlank() ? null : difficulties.strip(),
                        Types.VARCHAR)
                .update();
    }

    private static void refuseIf(boolean wrong, String message, String... fields) {
        if (wrong) {
            throw new Refusal(message, fields);
        }
    }
}
