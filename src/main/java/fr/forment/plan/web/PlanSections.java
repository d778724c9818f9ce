package fr.forment.plan.web;

import fr.forment.plan.Coverage;
import fr.forment.plan.Load;
import fr.forment.plan.Phase;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Warning;
import fr.forment.plan.words.LineFollowUp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of the page of a plan, as data. */
final class PlanSections {

    /** @param uai null of the circonscription's own people; @param cells per module code, null where none is needed */
    record CoverageRow(String uai, String school, Map<String, Coverage> cells) {}

    /** Hours of a school's people. {@code people}: empty for readers who see no persons. */
    record HoursRow(String school, int counted, long over, List<PersonHours> people) {}

    record PersonHours(String name, int planned, int left, boolean over) {}

    /** @param gaps "École X : 3 sur 5, plus assez d'heures disponibles (2)" */
    record FollowUpRow(
            int line,
            LocalDate day,
            String title,
            long sessionId,
            String state,
            int planned,
            int enrolled,
            List<String> gaps) {}

    private PlanSections() {}

    static List<PlannedSessionRow.Section> sessions(
            List<PlannedSession> sessions,
            PlanNames.Of names,
            List<Warning> warnings,
            Map<Integer, List<String>> remarks) {
        Map<String, List<PlannedSessionRow>> sections = new LinkedHashMap<>();
        sessions.stream()
                .sorted(Comparator.comparing(
                                PlannedSession::vagueRank, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(PlannedSession::day)
                        .thenComparing(PlannedSession::start))
                .forEach(session -> sections.computeIfAbsent(title(session), title -> new ArrayList<>())
                        .add(PlannedSessionRow.of(session, names, warnings, remarks)));
        return sections.entrySet().stream()
                .map(section -> new PlannedSessionRow.Section(section.getKey(), section.getValue()))
                .toList();
    }

    private static String title(PlannedSession session) {
        return session.phase() == Phase.FORMATEURS
                ? session.phase().label()
                : session.phase().label() + " " + session.vagueRank();
    }

    /** By day; empty while no session is open. */
    static List<FollowUpRow> followUp(List<LineFollowUp> held, PlanNames.Of names) {
        return held.stream()
                .map(line -> new FollowUpRow(
                        line.line(),
                        line.day(),
                        names.module(line.moduleCode()),
                        line.sessionId(),
                        line.state(),
                        line.planned(),
                        line.enrolled(),
                        line.gaps().stream()
                                .map(gap ->
                                        (gap.schoolUai().isEmpty() ? "Circonscription" : names.place(gap.schoolUai()))
                                                + " : " + gap.enrolled() + " sur " + gap.planned() + " – "
                                                + String.join(" ; ", gap.reasons()))
                                .toList()))
                .toList();
    }

    static List<CoverageRow> coverage(List<Coverage> coverage, PlanNames.Of names) {
        Map<String, Map<String, Coverage>> schools = new LinkedHashMap<>();
        coverage.forEach(cell -> schools.computeIfAbsent(cell.schoolUai(), uai -> new LinkedHashMap<>())
                .put(cell.moduleCode(), cell));
        return schools.entrySet().stream()
                .map(school -> new CoverageRow(
                        names.schools().containsKey(school.getKey()) ? school.getKey() : null,
                        names.whose(school.getKey()),
                        school.getValue()))
                .sorted(Comparator.comparing(CoverageRow::school))
                .toList();
    }

    static List<HoursRow> hours(List<Load> loads, PlanNames.Of names) {
        return loads.stream().collect(Collectors.groupingBy(Load::schoolUai)).entrySet().stream()
                .map(school -> new HoursRow(
                        names.place(school.getKey()),
                        school.getValue().size(),
                        school.getValue().stream().filter(Load::isOver).count(),
                        school.getValue().stream()
                                .map(load -> new PersonHours(
                                        names.trainer(load.agentId()),
                                        load.plannedMinutes(),
                                        load.leftMinutes(),
                                        load.isOver()))
                                .sorted(Comparator.comparing(PersonHours::name))
                                .toList()))
                .sorted(Comparator.comparing(HoursRow::school))
                .toList();
    }
}
