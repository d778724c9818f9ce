package fr.forment.session.closing;

import fr.forment.plan.Plan;
import fr.forment.plan.Plans;
import fr.forment.post.Keeping;
import fr.forment.session.TrainingSession;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * A session that an amendment left out is called off by its process, some moments later: its letters wait with all that
 * the amendment changes, for a person to let them go. Whoever cancels a session himself is not asked twice.
 */
@Component
@RequiredArgsConstructor
public class AmendedAway {

    /** What the history says of such a session, and its letters. */
    public static final String WHY = "Avenant au plan de formation : cette session n'y figure plus.";

    /** Of the letters that wait, whatever the amendment changes. */
    public static final String TITLE = "Avenant au plan de formation : sessions qui changent";

    private final Keeping keeping;
    private final Plans plans;

    void during(TrainingSession session, Runnable work) {
        plan(session)
                .filter(known ->
                        plans.sessions(known.id()).stream().noneMatch(line -> line.line() == session.planLine()))
                .ifPresentOrElse(
                        known -> keeping.during(session.circonscriptionUai(), "/plans/" + known.id(), TITLE, work),
                        work);
    }

    /** The plan as it is approved now, of a session that came from one. */
    private Optional<Plan> plan(TrainingSession session) {
        return session.projectId() == null || session.planLine() == null
                ? Optional.empty()
                : plans.approved(session.projectId());
    }
}
