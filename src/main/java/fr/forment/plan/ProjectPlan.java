package fr.forment.plan;

import fr.forment.campaign.Needs;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.engine.OpenTask;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.grid.RemainingNeed;
import fr.forment.plan.calculation.EarliestStart;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.conditions.TrainerTime;
import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.Vague;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Tells a project where the version of its plan begun last stands. */
@Component
@RequiredArgsConstructor
class ProjectPlan implements PlanCourse {

    private final Plans plans;
    private final PlanOpinions opinions;
    private final PlanProcess process;
    private final AmendmentService amendments;
    private final Needs needs;
    private final RemainingNeed toTrain;
    private final PlanFollowUp followUp;
    private final Catalogue catalogue;
    private final PlanContents contents;
    private final PlanTerms terms;

    @Override
    public Optional<Decided> decided(long projectId) {
        return plans.latest(projectId)
                .flatMap(plan -> opinions.decision(plan.id()))
                .map(decision -> new Decided(decision.byWhom(), decision.remarks()));
    }

    @Override
    public Map<Long, Stage> of(Collection<Long> projectIds) {
        return plans.underWay(projectIds).stream()
                .collect(Collectors.toMap(
                        Plan::projectId,
                        plan -> new Stage(
                                plan.title() + " : "
                                        + French.inSentence(plan.state().label()) + ".",
                                "L'équipe de circonscription prépare le plan, l'IEN l'approuve.")));
    }

    @Override
    public List<Fit> fit(long projectId, int vagueRank, Collection<String> schoolUais) {
        return plans.approved(projectId)
                .map(plan -> fit(plan, vagueRank, schoolUais))
                .orElse(List.of());
    }

    @Override
    public Optional<LocalDate> firstSession(long projectId, int vagueRank) {
        return plans.approved(projectId).stream()
                .flatMap(plan -> plans.sessions(plan.id(), Phase.VAGUE, vagueRank).stream())
                .map(PlannedSession::day)
                .min(Comparator.naturalOrder());
    }

    @Override
    public Optional<NotSeated> notSeated(long projectId, Collection<String> schoolUais) {
        Optional<Plan> inForce = plans.approved(projectId);
        Optional<Plan> open =
                plans.latest(projectId).filter(plan -> plan.state().isOpen());
        return inForce.or(() -> open).map(stands -> {
            Plan latest = open.orElse(stands);
            Set<String> without = new TreeSet<>(schoolUais);
            without.removeAll(expected(stands));
            Set<String> soon = new TreeSet<>(latest.id().equals(stands.id()) ? Set.of() : expected(latest));
            soon.retainAll(without);
            return new NotSeated(without, latest.id(), inForce.isPresent(), soon);
        });
    }

    private Set<String> expected(Plan plan) {
        return plans.sessions(plan.id()).stream()
                .flatMap(session -> session.schoolUais().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Map<Integer, FirstDay> firstNewSessions(Project project, Collection<Vague> vagues) {
        Optional<Plan> inForce = plans.approved(project.id());
        if (inForce.isEmpty()) {
            FirstDay soon = new FirstDay(
                    terms.firstNewDay(project.circonscriptionUai()), "le temps de décider du plan et de convoquer");
            return vagues.stream().collect(Collectors.toMap(Vague::rank, vague -> soon));
        }
        PlanFacts facts = contents.dates(inForce.get());
        LocalDate trained = plans.sessions(inForce.get().id(), Phase.FORMATEURS, null).stream()
                .map(PlannedSession::day)
                .max(LocalDate::compareTo)
                .orElse(null);
        return facts.vagues().stream().collect(Collectors.toMap(VagueFacts::rank, vague -> {
            EarliestStart first = EarliestStart.ofVague(facts, vague, trained);
            return new FirstDay(first.day(), first.why());
        }));
    }

    @Override
    public List<String> trainerLacks(long projectId, int vagueRank) {
        return plans.approved(projectId)
                .map(plan -> TrainerTime.lacks(contents.facts(plan), plans.sessions(plan.id(), Phase.VAGUE, vagueRank)))
                .orElse(List.of());
    }

    @Override
    public void amend(long projectId, String occasion, String reason) {
        Plan inForce = plans.approved(projectId)
                .orElseThrow(() -> new Refusal(
                        "Ce projet n'a pas de plan en vigueur : un avenant ne peut pas être préparé.", "choice"));
        boolean underWay = plans.ofProject(projectId).stream()
                .anyMatch(plan -> plan.state().isOpen());
        if (!underWay) {
            amendments.prepare(inForce.id(), occasion, reason);
        }
    }

    @Override
    public List<OpenTask> waiting(long projectId) {
        return plans.underWay(List.of(projectId)).stream()
                .findFirst()
                .map(Plan::rootId)
                .map(process::waiting)
                .orElse(List.of());
    }

    /** Module by module as planned: who has still to be trained, and the places of sessions still to come. */
    private List<Fit> fit(Plan plan, int vagueRank, Collection<String> schoolUais) {
        Map<Integer, PlanFollowUp.Present> present = followUp.present(plan);
        Map<String, Integer> places = new LinkedHashMap<>();
        Set<String> past = new HashSet<>();
        plans.sessions(plan.id(), Phase.VAGUE, vagueRank).stream()
                .filter(session -> !session.isForParents())
                .sorted(Comparator.comparing(PlannedSession::startsAt).thenComparingInt(PlannedSession::line))
                .forEach(session -> {
                    boolean over = present.containsKey(session.line())
                            && present.get(session.line()).isPast();
                    places.merge(session.moduleCode(), over ? 0 : session.capacity(), Integer::sum);
                    if (over) {
                        past.add(session.moduleCode());
                    }
                });
        Map<String, Integer> people = needs.ofProject(plan.projectId())
                .map(campaign -> toTrain.byModule(campaign, schoolUais))
                .orElse(Map.of());
        Map<String, TrainingModule> modules =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, module -> module));
        people.forEach((code, number) -> Optional.ofNullable(modules.get(code))
                .filter(module -> module.isActive() && module.isHeldInSessions() && !module.trainsTrainers())
                .filter(module -> number > 0)
                .ifPresent(module -> places.putIfAbsent(code, 0)));
        return places.entrySet().stream()
                .map(each -> fit(
                        Optional.ofNullable(modules.get(each.getKey()))
                                .map(TrainingModule::title)
                                .orElse(each.getKey()),
                        people.getOrDefault(each.getKey(), 0),
                        each.getValue(),
                        past.contains(each.getKey())))
                .toList();
    }

    /** @param past a session of it was held, or cancelled: its places are none any more */
    private static Fit fit(String title, int people, int places, boolean past) {
        boolean fits = people <= places;
        String left = people == 0
                ? "plus personne à former"
                : French.count(people, "personne") + (past ? " encore" : "") + " à former";
        String seats = places == 0
                ? "aucune session" + (past ? " à venir" : "")
                : French.count(places, "place") + (past ? " à venir" : "");
        return new Fit(
                title + " : " + left + ", " + seats + (fits ? "" : " (il en manque " + (people - places) + ")"), fits);
    }
}
