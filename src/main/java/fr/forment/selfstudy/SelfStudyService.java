package fr.forment.selfstudy;

import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.hours.HoursLedger;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.AgentLeft;
import fr.forment.people.AgentTrained;
import fr.forment.people.TrainingRecords;
import fr.forment.plan.PlanAside;
import fr.forment.plan.PlanAsides;
import fr.forment.plan.Plans;
import fr.forment.project.Project;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.Projects;
import fr.forment.project.TrainersDue;
import fr.forment.project.Vague;
import fr.forment.project.VagueEngaged;
import fr.forment.project.opening.SchoolJoined;
import fr.forment.project.opening.SchoolLeft;
import fr.forment.territory.SchoolCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people to follow modules alone, as the approved plan says, and keeps what they declare. */
@Service
@Transactional
@RequiredArgsConstructor
public class SelfStudyService {

    private static final String JOURNAL = "SELF_STUDY";

    private final SelfStudies studies;
    private final SelfStudyPublic people;
    private final SelfStudyProcess process;
    private final SelfStudyMails mails;
    private final SelfStudyDates dates;
    private final Plans plans;
    private final PlanAsides asides;
    private final Projects projects;
    private final Catalogue catalogue;
    private final HoursLedger hours;
    private final TrainingRecords records;
    private final SchoolCalendar calendar;
    private final Journal journal;
    private final SignedIn me;
    private final ApplicationEventPublisher events;

    @EventListener
    void on(TrainersDue event) {
        open(event.projectId(), null);
    }

    @EventListener
    void on(VagueEngaged event) {
        Vague vague = projects.vague(event.vagueId()).orElseThrow();
        open(vague.projectId(), vague);
    }

    /** Its people are asked with the others of its vague, as long as that is not over. */
    @EventListener
    void on(SchoolJoined event) {
        studies.ofProject(event.projectId()).stream()
                .filter(study -> Objects.equals(study.vagueId(), event.vagueId()))
                .filter(study -> !study.dueOn().isBefore(dates.today(study.circonscriptionUai())))
                .forEach(study -> takeIn(study, module(study)));
    }

    @EventListener
    void on(AgentTrained event) {
        studies.openOf(event.agentId()).stream()
                .filter(follower -> follower.moduleCode().equals(event.moduleCode()))
                .forEach(follower -> close(follower, FollowState.DISPENSEE));
    }

    @EventListener
    void on(AgentLeft event) {
        studies.openOf(event.agentId()).forEach(follower -> close(follower, FollowState.ANNULEE));
    }

    /** Its people are asked no more for this project; what was followed counts. */
    @EventListener
    void on(SchoolLeft event) {
        studies.ofProject(event.projectId()).stream()
                .flatMap(study -> studies.followersOf(study.id()).stream())
                .filter(follower -> follower.isOpen() && event.schoolUai().equals(follower.schoolUai()))
                .forEach(follower -> close(follower, FollowState.ANNULEE));
    }

    @EventListener
    void on(ProjectAbandoned event) {
        studies.ofProject(event.projectId()).forEach(study -> {
            studies.followersOf(study.id()).stream()
                    .filter(Follower::isOpen)
                    .forEach(follower -> close(follower, FollowState.ANNULEE));
            process.end(study.id(), "Projet abandonné");
        });
    }

    private void open(long projectId, Vague vague) {
        Integer rank = vague == null ? null : vague.rank();
        Long vagueId = vague == null ? null : vague.id();
        Map<String, LocalDate> due = new TreeMap<>();
        plans.approved(projectId).map(plan -> asides.of(plan.id())).orElse(List.of()).stream()
                .filter(PlanAside::isFollowedAlone)
                .filter(aside -> Objects.equals(aside.vagueRank(), rank))
                .forEach(aside -> due.putIfAbsent(aside.moduleCode(), aside.dueOn()));
        Set<String> there = studies.ofProject(projectId).stream()
                .filter(study -> Objects.equals(study.vagueId(), vagueId))
                .map(SelfStudy::moduleCode)
                .collect(Collectors.toSet());
        Project project = projects.find(projectId).orElseThrow();
        List<Long> opened = new ArrayList<>();
        due.forEach((code, day) -> catalogue
                .find(code)
                .filter(module -> !there.contains(code))
                .ifPresent(module -> opened.add(studies.add(new SelfStudy(
                        0,
                        projectId,
                        vagueId,
                        project.circonscriptionUai(),
                        code,
                        module.durationMinutes(),
                        dates.today(project.circonscriptionUai()),
                        dates.due(project.circonscriptionUai(), day))))));
        process.start(opened);
    }

    /** Tells everybody who is meant, once. */
    public void announce(long id) {
        SelfStudy study = find(id);
        takeIn(study, module(study));
    }

    /** Those who have not followed it yet; who has come meanwhile is asked for the first time. */
    public void remind(long id) {
        SelfStudy study = find(id);
        List<Long> before = open(id);
        takeIn(study, module(study));
        mails.reminded(study, module(study), before);
    }

    /** The day has gone by: the directions are told who has not followed it. */
    public void tellDirectors(long id) {
        SelfStudy study = find(id);
        mails.overdue(
                study,
                module(study),
                studies.followersOf(id).stream().filter(Follower::isOpen).toList());
    }

    /** By the person, or the direction for somebody of its school. False when it was settled already. */
    public boolean declare(long followerId) {
        Follower follower = studies.follower(followerId).orElseThrow();
        LocalDate today = dates.today(follower.circonscriptionUai());
        if (!studies.settle(followerId, FollowState.SUIVIE, today, me.signature())) {
            return false;
        }
        if (follower.minutes() > 0 && isCounted(follower)) {
            hours.done(follower.agentId(), follower.schoolYear(), follower.minutes(), follower.hoursKey());
        }
        records.record(follower.agentId(), follower.moduleCode(), today, follower.hoursKey());
        journal.state(JOURNAL, followerId, FollowState.A_SUIVRE.label(), FollowState.SUIVIE.label(), null);
        mails.settled(follower);
        events.publishEvent(new SelfStudyFollowed(follower.selfStudyId(), follower.agentId()));
        return true;
    }

    private void takeIn(SelfStudy study, TrainingModule module) {
        String year = calendar.schoolYear(study.dueOn());
        Set<Long> there =
                studies.followersOf(study.id()).stream().map(Follower::agentId).collect(Collectors.toSet());
        List<Agent> added = people.of(study, module, year).stream()
                .filter(agent -> !there.contains(agent.id()))
                .sorted(Comparator.comparing(Agent::id))
                .toList();
        studies.addAll(
                study,
                year,
                added.stream()
                        .map(agent -> new SelfStudies.Seat(agent.id(), agent.schoolUai()))
                        .toList());
        Set<Long> owing = added.stream().filter(hours::owesHours).map(Agent::id).collect(Collectors.toSet());
        studies.followersOf(study.id()).stream()
                .filter(follower -> owing.contains(follower.agentId()))
                .forEach(follower -> hours.plan(follower.agentId(), year, study.minutes(), follower.hoursKey()));
        mails.asked(study, module, added.stream().map(Agent::id).toList());
    }

    private void close(Follower follower, FollowState state) {
        if (studies.settle(follower.id(), state, null, null)) {
            if (isCounted(follower)) {
                hours.excuse(follower.agentId(), follower.schoolYear(), follower.hoursKey());
            }
            mails.settled(follower);
        }
    }

    private boolean isCounted(Follower follower) {
        return people.owesHours(follower.agentId());
    }

    private List<Long> open(long id) {
        return studies.followersOf(id).stream()
                .filter(Follower::isOpen)
                .map(Follower::agentId)
                .toList();
    }

    private SelfStudy find(long id) {
        return studies.find(id).orElseThrow();
    }

    private TrainingModule module(SelfStudy study) {
        return catalogue.find(study.moduleCode()).orElseThrow();
    }
}
