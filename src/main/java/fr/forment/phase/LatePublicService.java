package fr.forment.phase;

import fr.forment.plan.Plans;
import fr.forment.session.Occupations;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.EnrolmentsShort;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom the plan means may come to the lists after their session was opened: other staff that a direction declares, a
 * resource person named late. They are enrolled before anybody is asked whether the session has people enough.
 */
@Service
@Transactional
@RequiredArgsConstructor
class LatePublicService {

    private final SessionRepository sessions;
    private final Plans plans;
    private final AmendedPublic people;
    private final Occupations occupations;
    private final SessionDates dates;

    @EventListener
    void on(EnrolmentsShort few) {
        TrainingSession session = sessions.lock(few.sessionId()).orElseThrow();
        if (session.planLine() != null && !session.isForParents() && session.isOpenTo(dates.now(session))) {
            plans.approved(session.projectId()).stream()
                    .flatMap(plan -> plans.sessions(plan.id()).stream())
                    .filter(line -> line.line() == session.planLine())
                    .findFirst()
                    .ifPresent(line -> {
                        occupations.hold(people.meant(session, line));
                        people.seat(session, line, true);
                        sessions.save(session);
                    });
        }
    }
}
