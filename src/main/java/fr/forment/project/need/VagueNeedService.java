package fr.forment.project.need;

import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.ProjectMails;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueService;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Before the sessions of a vague: the plan still fits, or an amendment is begun; silence is written down and told. */
@Service
@Transactional
@RequiredArgsConstructor
public class VagueNeedService {

    private static final int REASON_MAX = 1000;

    private final Projects projects;
    private final VagueService vagues;
    private final PlanCourse plan;
    private final VagueNeeds needs;
    private final ProjectMails mails;

    /**
     * @param choice FITS or AMEND
     * @param reason why the plan no longer fits; a remark where it does
     * @throws Refusal without choice, or where an amendment is asked for without reason or plan in force
     */
    public void record(long vagueId, String choice, String reason) {
        boolean amend = "AMEND".equals(choice);
        if (!amend && !"FITS".equals(choice)) {
            throw new Refusal("Choisissez : le plan convient, ou un avenant est nécessaire.", "choice");
        }
        String why = Typed.text(reason);
        if (why.length() > REASON_MAX) {
            throw new Refusal("Le motif compte au plus " + REASON_MAX + " caractères.", "motive");
        }
        if (amend && why.isEmpty()) {
            throw new Refusal("Indiquez ce qui a changé : ce motif ouvre l'avenant.", "motive");
        }
        Vague vague = projects.vague(vagueId).orElseThrow();
        if (amend) {
            plan.amend(vague.projectId(), "Besoin revu avant " + vague.inSentence() + " : ", why);
        }
        vagues.needReviewed(vagueId, amend, why);
    }

    /** The team has let the review lie. */
    public void remind(long vagueId) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        mails.needAwaited(project(vague), vague);
    }

    /** Nobody looked: the sessions open on the plan in force, and the IEN knows. */
    public void noteUnreviewed(long vagueId) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        vagues.needUnreviewed(vagueId);
        mails.needUnreviewed(project(vague), vague, needs.of(vagueId).changes());
    }

    private Project project(Vague vague) {
        return projects.find(vague.projectId()).orElseThrow();
    }
}
