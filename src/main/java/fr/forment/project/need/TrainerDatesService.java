package fr.forment.project.need;

import fr.forment.french.French;
import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Before the sessions of the trainers open: those that were planned too early for the day the plan was approved get
 * their dates all at once, by an amendment. Twenty sessions without a date help nobody.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class TrainerDatesService {

    private static final String OCCASION = "Sessions de formateurs en retard";

    private final Projects projects;
    private final ProjectService service;
    private final PlanCourse plan;
    private final LateStart late;

    /** Where an amendment was rejected or given up, sessions open as they are: each asks for its own date. */
    public void proposeDates(long projectId) {
        Project project = projects.find(projectId).orElseThrow();
        LateStart.Late lateness = late.ofTrainers(projectId);
        if (lateness.count() == 0 || project.areDatesRefused()) {
            return;
        }
        if (late.propose(projectId, OCCASION + " : nouvelles dates") == LateStart.Proposed.NOTHING_FOUND) {
            plan.amend(
                    projectId, OCCASION + " : ", "aucune autre date n'a été trouvée sans changer d'autres sessions.");
        }
        service.awaitPlan(
                projectId,
                "Formation des formateurs : "
                        + French.count(lateness.count(), "session en retard", "sessions en retard") + " sur "
                        + lateness.planned());
    }
}
