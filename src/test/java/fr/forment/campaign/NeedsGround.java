package fr.forment.campaign;

import fr.forment.TestGround;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.project.NeedsDue;
import fr.forment.survey.Survey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Campaigns to test with: a project whose needs are due, its schools, answers that fit, letters that were written. */
@Component
@RequiredArgsConstructor
public class NeedsGround {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Needs needs;
    private final MailBox mails;

    /**
     * Asks all schools of the circonscription. The project itself waits for nothing: its own process is not run here.
     */
    public Campaign campaign(TestGround.Circo circo, LocalDate opensOn, LocalDate deadline, int threshold) {
        long project = project(circo, opensOn, deadline, threshold);
        tellNeedsDue(project);
        return needs.ofProject(project).orElseThrow();
    }

    public void tellNeedsDue(long project) {
        transaction.executeWithoutResult(status -> events.publishEvent(new NeedsDue(project)));
    }

    public void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    public void inTransaction(Runnable act) {
        transaction.executeWithoutResult(status -> act.run());
    }

    public long project(TestGround.Circo circo, LocalDate opensOn, LocalDate deadline, int threshold) {
        jdbc.sql("""
                INSERT INTO project (version, title, circonscription_uai, school_year, state, created_on, survey_opens_on, survey_deadline,
                                     response_threshold, teacher_threshold, convention_signed, training_environment)
                VALUES (0, 'Projet d''essai', ?, '2026-2027', 'CADRAGE', DATE '2026-09-01', ?, ?, ?, 50, TRUE, FALSE)""").params(circo.uai(), opensOn, deadline, threshold).update();
        long project = jdbc.sql("SELECT MAX(id) FROM project WHERE circonscription_uai = ?")
                .param(circo.uai())
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO vague (version, project_id, rank, title, opens_on, state) VALUES (0, ?, 1, 'Vague 1', DATE '2027-01-11', 'PREPARATION')")
                .param(project)
                .update();
        jdbc.sql("""
                INSERT INTO vague_school (version, vague_id, school_uai, state)
                SELECT 0, v.id, s.uai, 'CANDIDATE' FROM vague v, school s WHERE v.project_id = ? AND s.circonscription_uai = ?""").params(project, circo.uai()).update();
        return project;
    }

    /** The survey of a school of the circonscription, by its place in the list. */
    public Survey surveyOf(Campaign campaign, String schoolUai) {
        return needs.surveys(campaign.id()).stream()
                .filter(survey -> survey.schoolUai().equals(schoolUai))
                .findFirst()
                .orElseThrow();
    }

    /** Letters about a campaign or survey, in the order they were written: {@code "remind:" + survey.id()}. */
    public List<QueuedMail> letters(String step) {
        return mails.about("needsCampaign:" + step + ":");
    }

    /** The days on which letters left for a school that does not answer: the invitation, then the reminders. */
    public List<LocalDate> departures(Survey survey) {
        return jdbc.sql(
                        "SELECT invited_on AS d FROM survey WHERE id = ? UNION ALL SELECT sent_on FROM survey_reminder WHERE survey_id = ? ORDER BY d")
                .params(survey.id(), survey.id())
                .query(LocalDate.class)
                .list();
    }

    /** Keys of letters that may leave on another day than those. */
    public List<String> tooEarly(String keyPrefix, List<LocalDate> days) {
        return jdbc.sql("SELECT mail_key FROM outbox_mail WHERE mail_key LIKE ? AND CAST(not_before AS DATE) NOT IN ("
                        + "?,".repeat(days.size() - 1) + "?)")
                .param(keyPrefix + "%")
                .params(List.<Object>copyOf(days))
                .query(String.class)
                .list();
    }

    /** What a director of a school of 3 teachers (itself included) and 5 classes sends when everything fits. */
    public static Map<String, Object> goodAnswer() {
        Map<String, Object> answer = new HashMap<>(Map.ofEntries(
                Map.entry("isExact", "yes"),
                Map.entry("classes", 5),
                Map.entry("pupils", 110),
                Map.entry("rhythm", "QUATRE_JOURS"),
                Map.entry("substitutes", 0),
                Map.entry("contractual", 0),
                Map.entry("trainees", 0),
                Map.entry("fullTime", 3),
                Map.entry("partTime", 0),
                Map.entry("teamConfirmed", true),
                Map.entry("newcomers", 1),
                Map.entry("constellation", 0),
                Map.entry("entUse", "AUCUN"),
                Map.entry("charter", "NON"),
                Map.entry("connection", "SUFFISANT"),
                Map.entry("hasRoom", "no"),
                Map.entry("administrators", 2),
                Map.entry("priority1", "PEDA-1"),
                Map.entry("priority2", "COMM"),
                Map.entry("hasResourcePerson", "no"),
                Map.entry("wave", "1"),
                Map.entry("slots", "[\"MERCREDI_APRES_MIDI\",\"SOIR\"]"),
                Map.entry("formats", "[\"REGROUPEMENT\"]"),
                Map.entry("travel", "30"),
                Map.entry("consulted", "no")));
        levels(answer, "presentation", 3, 0, 0, 0);
        levels(answer, "peda1", 1, 1, 1, 0);
        levels(answer, "peda2", 2, 1, 0, 0);
        levels(answer, "peda3", 3, 0, 0, 0);
        levels(answer, "communication", 0, 1, 1, 1);
        return answer;
    }

    /** A line of the table D. */
    public static void levels(
            Map<String, ? super Integer> answer, String theme, int discover, int begin, int alone, int help) {
        answer.put(theme + "Discover", discover);
        answer.put(theme + "Begin", begin);
        answer.put(theme + "Alone", alone);
        answer.put(theme + "Help", help);
    }

    /** The same with something changed. */
    public static Map<String, Object> answerWith(String question, Object value) {
        Map<String, Object> answer = goodAnswer();
        answer.put(question, value);
        return answer;
    }
}
