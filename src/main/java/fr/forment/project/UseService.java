package fr.forment.project;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.journal.Journal;
import fr.forment.project.UseReport.Asked;
import fr.forment.project.UseReport.More;
import fr.forment.project.UseReport.Said;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
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

    /** What directions are asked, told by the room of evaluations. */
    public interface Questions {

        /** What is asked there from today on. */
        Asked today(String circonscriptionUai);

        /** By version; those that are none of such a questionnaire are left out. */
        Map<Long, Asked> of(Collection<Long> versions);
    }

    /**
     * What a direction says.
     *
     * @param version of the questionnaire that was shown
     * @param more by slot, from 1; null where nothing was said
     */
    public record Answer(
            Long version, Integer activeClasses, Integer parentAccounts, String difficulties, List<Integer> more) {}

    private static final int MOST_OF_A_COUNT = 9_999;

    private final Meetings meetings;
    private final Questions questions;
    private final VaguePlaces places;
    private final Schools schools;
    private final Journal journal;
    private final ProjectMails mails;
    private final VagueOutcomeService outcomes;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @return the version of the questionnaire that is asked */
    public long ask(long placeId, int daysAfter) {
        Situation it = places.find(placeId);
        mails.useAsked(it.vague(), it.place(), daysAfter);
        return questions.today(circonscription(it)).version();
    }

    /** What is asked there: of that version, if it is one of such a questionnaire. */
    @Transactional(readOnly = true)
    public Asked asked(long placeId, Long version) {
        Asked known = version == null ? null : questions.of(List.of(version)).get(version);
        return known == null ? questions.today(circonscription(places.find(placeId))) : known;
    }

    private String circonscription(Situation it) {
        return schools.find(it.place().schoolUai())
                .map(School::circonscriptionUai)
                .orElse(null);
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
    public void record(long placeId, int daysAfter, Answer answer) {
        Situation it = places.find(placeId);
        Integer classes =
                schools.find(it.place().schoolUai()).map(School::classes).orElse(null);
        refuseIf(
                answer.activeClasses() == null || answer.activeClasses() < 0,
                "Indiquez le nombre de classes qui utilisent l'ENT chaque semaine (0 si aucune).",
                "activeClasses");
        refuseIf(
                classes != null && answer.activeClasses() > classes,
                "L'école compte " + French.count(classes, "classe")
                        + " : le nombre de classes actives ne peut pas le dépasser.",
                "activeClasses");
        refuseIf(
                answer.parentAccounts() == null || answer.parentAccounts() < 0 || answer.parentAccounts() > 100,
                "Indiquez la part des familles dont le compte est activé, de 0 à 100 %.",
                "parentAccounts");
        refuseIf(
                answer.difficulties() != null && answer.difficulties().length() > 2000,
                "Les difficultés ne doivent pas dépasser 2 000 caractères.",
                "difficulties");
        Asked asked = asked(placeId, answer.version());
        asked.more().forEach(question -> refuseUnlessPossible(question, answer.more()));
        add(placeId, daysAfter, asked, answer);
        journal.add(ProjectEvent.of(
                it.vague(),
                it.place(),
                Milestone.USE_REPORTED,
                "À " + daysAfter + " jours : " + French.count(answer.activeClasses(), "classe active") + ", "
                        + answer.parentAccounts()
                        + " % des familles",
                it.place().state()));
        outcomes.figuresMoved(it.project().id(), it.vague().id());
    }

    private static void refuseUnlessPossible(More question, List<Integer> said) {
        Integer value = said.get(question.slot() - 1);
        refuseIf(
                value != null && question.isMark() && (value < 1 || value > 4),
                "« " + question.label() + " » : choisissez une note de 1 à 4, ou laissez vide.",
                "useMore" + question.slot());
        refuseIf(
                value != null && (value < 0 || value > MOST_OF_A_COUNT),
                "« " + question.label() + " » : indiquez un nombre, 0 si aucun, ou laissez vide.",
                "useMore" + question.slot());
    }

    /** The director did not answer in time: noted, and nothing waits any longer. */
    public void noteSilence(long placeId, int daysAfter) {
        Situation it = places.find(placeId);
        add(placeId, daysAfter, null, new Answer(null, null, null, null, List.of()));
        journal.add(ProjectEvent.of(
                it.vague(),
                it.place(),
                Milestone.USE_UNKNOWN,
                "À " + daysAfter + " jours",
                it.place().state()));
        outcomes.figuresMoved(it.project().id(), it.vague().id());
    }

    /** In the order of time. */
    @Transactional(readOnly = true)
    public List<UseReport> of(long placeId) {
        return read("u.vague_school_id = :id", Map.of("id", placeId)).getOrDefault(placeId, List.of());
    }

    /** By place, for whole vagues; places without any are left out. Two statements. */
    @Transactional(readOnly = true)
    public Map<Long, List<UseReport>> ofVagues(Collection<Long> vagueIds) {
        return vagueIds.isEmpty() ? Map.of() : read("p.vague_id IN (:ids)", Map.of("ids", vagueIds));
    }

    private record Row(long placeId, Long version, List<Integer> more, UseReport report) {

        UseReport with(Map<Long, Asked> versions) {
            List<Said> said = new ArrayList<>();
            if (version != null && versions.containsKey(version)) {
                versions.get(version).more().stream()
                        .filter(question -> more.get(question.slot() - 1) != null)
                        .forEach(question -> said.add(new Said(question, more.get(question.slot() - 1))));
            }
            return new UseReport(
                    report.daysAfter(),
                    report.reportedOn(),
                    report.activeClasses(),
                    report.parentAccounts(),
                    report.difficulties(),
                    List.copyOf(said));
        }
    }

    private Map<Long, List<UseReport>> read(String which, Map<String, ?> params) {
        List<Row> rows = jdbc.sql("SELECT u.* FROM use_report u JOIN vague_school p ON p.id = u.vague_school_id WHERE "
                        + which + " ORDER BY u.days_after")
                .params(params)
                .query((row, n) -> row(row))
                .list();
        Map<Long, Asked> versions = questions.of(
                rows.stream().map(Row::version).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Row::placeId, Collectors.mapping(row -> row.with(versions), Collectors.toList())));
    }

    private static Row row(ResultSet row) throws SQLException {
        List<Integer> more = new ArrayList<>();
        for (int slot = 1; slot <= UseReport.MORE; slot++) {
            more.add(row.getObject("m" + slot, Integer.class));
        }
        return new Row(
                row.getLong("vague_school_id"),
                row.getObject("version_id", Long.class),
                more,
                new UseReport(
                        row.getInt("days_after"),
                        row.getObject("reported_on", LocalDate.class),
                        row.getObject("active_classes", Integer.class),
                        row.getObject("parent_accounts", Integer.class),
                        row.getString("difficulties"),
                        List.of()));
    }

    /** @param asked null where nobody answered */
    private void add(long placeId, int daysAfter, Asked asked, Answer answer) {
        Integer[] more = new Integer[UseReport.MORE];
        if (asked != null) {
            asked.more()
                    .forEach(question ->
                            more[question.slot() - 1] = answer.more().get(question.slot() - 1));
        }
        jdbc.sql("""
                INSERT INTO use_report (vague_school_id, days_after, reported_on, active_classes, parent_accounts, difficulties, version_id, m1, m2, m3, m4)
                VALUES (:place, :days, :today, :classes, :parents, :difficulties, :version, :m1, :m2, :m3, :m4)""")
                .param("place", placeId)
                .param("days", daysAfter)
                .param("today", LocalDate.now(clock))
                .param("classes", answer.activeClasses(), Types.INTEGER)
                .param("parents", answer.parentAccounts(), Types.INTEGER)
                .param(
                        "difficulties",
                        Typed.text(answer.difficulties()).isEmpty()
                                ? null
                                : answer.difficulties().strip(),
                        Types.VARCHAR)
                .param("version", asked == null ? null : asked.version(), Types.BIGINT)
                .param("m1", more[0], Types.INTEGER)
                .param("m2", more[1], Types.INTEGER)
                .param("m3", more[2], Types.INTEGER)
                .param("m4", more[3], Types.INTEGER)
                .update();
    }

    private static void refuseIf(boolean wrong, String message, String... fields) {
        if (wrong) {
            throw new Refusal(message, fields);
        }
    }
}
