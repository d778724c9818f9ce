package fr.forment.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import fr.forment.french.French;
import fr.forment.plan.Phase;
import fr.forment.plan.Plans;
import fr.forment.project.Bilan;
import fr.forment.project.BilanDue;
import fr.forment.project.BilanService;
import fr.forment.project.PlaceState;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what was planned with what was done, for a vague or a whole project, when its process asks. */
@Service
public class BilanCompilationService {

    /** Below this mean (marks from 1 to 4) the bilan says that the sessions need care. */
    private static final double CONTENT = 2.5;

    private final Projects projects;
    private final Plans plans;
    private final Sessions sessions;
    private final Results results;
    private final BilanService bilans;

    BilanCompilationService(Projects projects, Plans plans, Sessions sessions, Results results, BilanService bilans) {
        this.projects = projects;
        this.plans = plans;
        this.sessions = sessions;
        this.results = results;
        this.bilans = bilans;
    }

    @EventListener
    @Transactional
    public void compile(BilanDue due) {
        bilans.record(due.projectId(), due.vagueId(), bilan(due.projectId(), due.vagueId()));
    }

    private Bilan bilan(long projectId, Long vagueId) {
        List<TrainingSession> all = vagueId == null ? sessions.ofProject(projectId) : sessions.ofVague(vagueId);
        List<TrainingSession> held = all.stream().filter(session -> session.state().wasHeld()).toList();
        List<Long> ids = held.stream().map(TrainingSession::id).toList();
        List<VagueSchool> places = (vagueId == null ? projects.vagues(projectId).stream().map(Vague::id) : Stream.of(vagueId))
                .flatMap(vague -> projects.schoolsOf(vague).stream()).toList();
        int enrolled = 0;
        int present = 0;
        int traineeMinutes = 0;
        for (TrainingSession session : held) {
            int there = sessions.presentAt(session.id()).size();
            enrolled += (int) sessions.enrolments(session.id()).stream().filter(enrolment -> enrolment.state().isMark()).count();
            present += there;
            traineeMinutes += there * session.minutes();
        }
        Results.Hot hot = results.hot(ids);
        Results.Cold cold = results.cold(ids);
        int planned = planned(projectId, vagueId);
        int opened = count(places, PlaceState.EN_SERVICE);
        int postponed = count(places, PlaceState.REPORTEE);
        return new Bilan(planned, held.size(), held.stream().mapToInt(TrainingSession::capacity).sum(), enrolled, present, traineeMinutes,
                held.stream().mapToInt(TrainingSession::minutes).sum(), opened + count(places, PlaceState.FORMEE), opened, postponed,
                hot.answers(), hot.satisfaction(), cold.answers(), cold.weekly(),
                findings(all, planned, held.size(), enrolled, present, postponed, hot));
    }

    private int planned(long projectId, Long vagueId) {
        return plans.approved(projectId).map(plan -> vagueId == null ? plans.sessions(plan.id()).size()
                : plans.sessions(plan.id(), Phase.VAGUE, projects.vague(vagueId).orElseThrow().rank()).size()).orElse(0);
    }

    private static List<String> findings(List<TrainingSession> all, int planned, int held, int enrolled, int present, int postponed,
            Results.Hot hot) {
        List<String> findings = new ArrayList<>();
        long cancelled = all.stream().filter(session -> session.state() == SessionState.ANNULEE || session.state() == SessionState.NON_REALISEE).count();
        long toCome = all.stream().filter(session -> !session.state().isOver()).count();
        if (held < planned) {
            findings.add("%s sur %s, dont %s ou sans participant et %d encore à venir.".formatted(French.count(held, "session tenue"),
                    French.count(planned, "prévue"), French.count(cancelled, "annulée"), toCome));
        }
        if (present < enrolled) {
            findings.add(enrolled - present == 1 ? "1 personne inscrite n'a pas pu venir : elle reste à former."
                    : "%d personnes inscrites n'ont pas pu venir : elles restent à former.".formatted(enrolled - present));
        }
        if (postponed > 0) {
            findings.add(French.count(postponed, "école reportée") + " à la vague suivante.");
        }
        if (hot.isShown() && hot.satisfaction() < CONTENT) {
            findings.add("La satisfaction est basse : relisez les réponses avant de lancer la suite.");
        }
        if (!hot.isShown()) {
            findings.add("Moins de %d réponses à chaud : la satisfaction n'est pas affichée, pour que personne ne soit reconnu.".formatted(Results.THRESHOLD));
        }
        return findings;
    }

    private static int count(List<VagueSchool> places, PlaceState state) {
        return (int) places.stream().filter(place -> place.state() == state).count();
    }
}
