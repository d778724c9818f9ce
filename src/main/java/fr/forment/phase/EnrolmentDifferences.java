package fr.forment.phase;

import fr.forment.plan.Plan;
import fr.forment.plan.Plans;
import fr.forment.project.Projects;
import fr.forment.session.SessionPhase;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.letters.TeamMails;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Tells the E-RUN, once all sessions of a phase are open, when enrolments are not what the plan says. The plan's page
 * shows where and why.
 */
@Component
@RequiredArgsConstructor
class EnrolmentDifferences {

    private final EnrolmentFollowUp followUp;
    private final SessionRepository sessions;
    private final TeamMails teamMails;
    private final SessionWords words;
    private final Plans plans;
    private final Projects projects;

    void tell(SessionPhase phase) {
        List<TrainingSession> held = sessions.findByProjectIdOrderByStartsAtAscIdAsc(phase.projectId()).stream()
                .filter(session -> session.phaseId() != null && session.phaseId() == phase.id())
                .toList();
        long planId = plans.approved(phase.projectId()).map(Plan::id).orElseThrow();
        int gaps = followUp.of(planId, held).stream()
                .mapToInt(line -> line.gaps().size())
                .sum();
        if (gaps > 0) {
            String uai = projects.find(phase.projectId()).orElseThrow().circonscriptionUai();
            teamMails.planDiffers(uai, words.circonscription(held.get(0)), planId, phase.id(), gaps);
        }
    }
}
