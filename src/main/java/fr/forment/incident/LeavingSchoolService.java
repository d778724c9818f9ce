package fr.forment.incident;

import fr.forment.french.French;
import fr.forment.plan.LeavingSchools;
import fr.forment.plan.PlanApproved;
import fr.forment.project.opening.SchoolDepartureService;
import fr.forment.session.closing.AmendedAway;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan that lets a school go is approved: the school leaves the project in the same transaction, before its people
 * lose their places, so that nobody proposes them others. A school that the version still expects stays.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class LeavingSchoolService {

    private final LeavingSchools leaving;
    private final SchoolDepartureService schools;
    private final Clock clock;

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(PlanApproved approved) {
        LocalDate today = LocalDate.now(clock);
        leaving.take(approved.planId())
                .forEach(uai -> schools.follow(
                        approved.projectId(),
                        uai,
                        "Départ dit dans le plan de formation, approuvé le " + French.date(today) + ".",
                        "/plans/" + approved.planId(),
                        AmendedAway.TITLE));
    }
}
