package fr.forment.plan.feedback;

import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.Names;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Coverage;
import fr.forment.plan.LeavingSchools;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanAside;
import fr.forment.plan.PlanAsides;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.calculation.FreeSeats;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.conditions.Checked;
import fr.forment.plan.conditions.Lack;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.resource.MeetingPlace;
import fr.forment.survey.Answers;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Gathers what the answers to all schools of a plan are made from, in a handful of queries and one walk, whatever their
 * number.
 */
@Component
@RequiredArgsConstructor
class FeedbackFacts {

    /**
     * @param sessions by school, in their order
     * @param modules in the order of the grid
     * @param needs by school
     * @param lacks by school
     * @param answers by school; none for those that stayed silent
     * @param vagues school to the rank of its vague
     * @param alone what people of a school follow alone; read where a school wished for it
     * @param waiting by vague and module, who has no seat and the time for one; read where somebody asks whether they
     *     are enough for a session
     * @param free by school and module, a session with free seats for those who have none and the time for one; read
     *     where somebody has none
     * @param around schools of the circonscription; read where people meet in a town and somebody asks how far that is
     */
    record Of(
            Map<String, List<PlannedSession>> sessions,
            Map<String, TrainingModule> modules,
            Map<String, List<Need>> needs,
            Map<String, List<Lack>> lacks,
            Map<String, Answers> answers,
            Map<String, Integer> vagues,
            Map<String, School> schools,
            Supplier<Map<String, List<PlanAside>>> alone,
            Supplier<Map<List<Object>, Integer>> waiting,
            Supplier<Map<List<String>, PlannedSession>> free,
            Supplier<List<School>> around) {

        String title(String code) {
            return modules.containsKey(code) ? modules.get(code).title() : code;
        }

        String place(String place) {
            return schools.containsKey(place)
                    ? schools.get(place).displayName()
                    : MeetingPlace.masked(MeetingPlace.toBeTold(place));
        }

        /**
         * Where a place lies: a school, or the first school of the commune of a room or a town; empty where unknown.
         */
        Optional<School> near(String place) {
            String commune = Names.fold(MeetingPlace.commune(place));
            return Optional.ofNullable(schools.get(place)).or(() -> schools.values().stream()
                    .filter(school -> Names.fold(school.commune()).equals(commune))
                    .filter(school -> school.latitude() != null)
                    .min(Comparator.comparing(School::uai)));
        }

        /** @param all sessions of the version */
        List<Coverage> coverage(List<PlannedSession> all) {
            return coverage(needs, all, modules, vagues::containsKey);
        }

        private static List<Coverage> coverage(
                Map<String, List<Need>> needs,
                List<PlannedSession> all,
                Map<String, TrainingModule> modules,
                Predicate<String> serves) {
            return Coverage.of(
                    needs.values().stream().flatMap(List::stream).toList(),
                    all,
                    code -> modules.containsKey(code) && modules.get(code).trainsTrainers(),
                    serves);
        }

        List<PlannedSession> sessionsOf(String uai) {
            return sessions.getOrDefault(uai, List.of());
        }

        /** Those who were asked or are served. */
        Set<String> schoolsConcerned() {
            Set<String> concerned = new TreeSet<>(answers.keySet());
            concerned.addAll(sessions.keySet());
            return concerned;
        }
    }

    private final Plans plans;
    private final PlanAsides asides;
    private final LeavingSchools leaving;
    private final Needs needs;
    private final Projects projects;
    private final Catalogue catalogue;
    private final Schools schools;
    private final ComputedPlanService computed;

    Of of(Plan plan) {
        return of(plan, plans.sessions(plan.id()));
    }

    /** @param sessions of the version, read already */
    Of of(Plan plan, List<PlannedSession> sessions) {
        Map<String, Integer> vagues = new HashMap<>();
        List<Vague> all = projects.vagues(plan.projectId());
        Map<Long, List<VagueSchool>> places =
                projects.schoolsOf(all.stream().map(Vague::id).toList());
        Set<String> leaving = this.leaving.of(plan.id());
        all.forEach(vague -> places.getOrDefault(vague.id(), List.of()).stream()
                .filter(place -> !place.state().isGone() && !leaving.contains(place.schoolUai()))
                .forEach(place -> vagues.put(place.schoolUai(), vague.rank())));
        Map<String, Answers> answers = answers(plan);
        Collection<String> known = new TreeSet<>(vagues.keySet());
        known.addAll(answers.keySet());
        Map<String, List<PlannedSession>> bySchool = new HashMap<>();
        sessions.forEach(session -> {
            known.add(session.place());
            session.schoolUais().forEach(uai -> bySchool.computeIfAbsent(uai, none -> new ArrayList<>())
                    .add(session));
        });
        known.addAll(bySchool.keySet());
        Checked checked = plans.checked(plan.id());
        Map<String, List<Need>> needed = checked.needs().stream().collect(Collectors.groupingBy(Need::schoolUai));
        known.addAll(needed.keySet());
        List<Lack> lacks = checked.lacks();
        Map<String, TrainingModule> modules =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, module -> module));
        return new Of(
                bySchool,
                modules,
                needed,
                lacks.stream().collect(Collectors.groupingBy(Lack::schoolUai)),
                answers,
                vagues,
                schools.findAll(known),
                SingletonSupplier.of(() -> asides.of(plan.id()).stream()
                        .filter(PlanAside::isFollowedAlone)
                        .collect(Collectors.groupingBy(PlanAside::schoolUai))),
                SingletonSupplier.of(
                        () -> waiting(Of.coverage(needed, sessions, modules, vagues::containsKey), lacks, vagues)),
                SingletonSupplier.of(() ->
                        free(plan, Of.coverage(needed, sessions, modules, vagues::containsKey), checked, sessions)),
                SingletonSupplier.of(() -> projects.find(plan.projectId()).stream()
                        .flatMap(project -> schools.inCirconscription(project.circonscriptionUai()).stream())
                        .toList()));
    }

    private static Map<List<Object>, Integer> waiting(
            List<Coverage> coverage, List<Lack> lacks, Map<String, Integer> vagues) {
        Map<List<Object>, Integer> found = new HashMap<>();
        coverage.stream()
                .filter(cell -> cell.missing() > 0 && vagues.containsKey(cell.schoolUai()))
                .forEach(cell -> found.merge(
                        List.of(vagues.get(cell.schoolUai()), cell.moduleCode()),
                        cell.missing()
                                - Lack.people(Lack.of(lacks, cell.schoolUai(), cell.moduleCode(), cell.missing())),
                        Integer::sum));
        return found;
    }

    /** As the page of why looks for them, which is asked only where a session of the module has a seat left. */
    private Map<List<String>, PlannedSession> free(
            Plan plan, List<Coverage> coverage, Checked checked, List<PlannedSession> sessions) {
        boolean any = coverage.stream().filter(cell -> cell.missing() > 0).anyMatch(cell -> sessions.stream()
                .anyMatch(session -> session.moduleCode().equals(cell.moduleCode())
                        && !session.seats().isEmpty()
                        && session.expected() < session.capacity()));
        Map<List<String>, PlannedSession> found = new HashMap<>();
        if (!any) {
            return found;
        }
        PlanFacts facts = computed.reading(plan).needing(checked.needs()).facts();
        Map<Integer, PlannedSession> byLine =
                sessions.stream().collect(Collectors.toMap(PlannedSession::line, session -> session, (a, b) -> a));
        var seats = new FreeSeats(
                facts,
                sessions.stream()
                        .flatMap(session -> session.draft(facts).stream())
                        .toList());
        facts.vagues().forEach(vague -> facts.modules().stream()
                .filter(module -> !module.isHeldBySchool())
                .forEach(module -> {
                    Map<String, Integer> people = new TreeMap<>();
                    coverage.stream()
                            .filter(cell -> cell.moduleCode().equals(module.code())
                                    && vague.schoolUais().contains(cell.schoolUai()))
                            .forEach(cell -> {
                                int more = cell.missing()
                                        - Lack.people(Lack.of(
                                                checked.lacks(), cell.schoolUai(), module.code(), cell.missing()));
                                if (more > 0) {
                                    people.put(cell.schoolUai(), more);
                                }
                            });
                    seats.of(vague.rank(), module, people)
                            .bySchool()
                            .forEach((uai, session) ->
                                    found.put(List.of(uai, module.code()), byLine.get(session.line())));
                }));
        return found;
    }

    private Map<String, Answers> answers(Plan plan) {
        Map<String, Answers> given = new HashMap<>();
        for (Campaign campaign : needs.ofProject(plan.projectId()).stream().toList()) {
            given.putAll(needs.said(campaign.id()));
        }
        return given;
    }
}
