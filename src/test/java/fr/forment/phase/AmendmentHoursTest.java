package fr.forment.phase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.hours.HoursLedger;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.Load;
import fr.forment.plan.Plans;
import fr.forment.project.VagueEngaged;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An amendment asks of people the hours of its sessions once, though they are enrolled in them already. */
@HouseTest
class AmendmentHoursTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    AmendmentService amendments;

    @Autowired
    Plans read;

    @Autowired
    HoursLedger hours;

    @Test
    void hoursOfItsOwnEnrolmentsAreNotSpentTwice() {
        Circo circo = ground.circonscription(1);
        Planned plan = plans.plan(circo, "FORMATEURS");
        line(plan, 1, "PRES-ECOLE", WEDNESDAY, circo);
        line(plan, 2, "PEDA-1", WEDNESDAY.plusDays(14), circo);
        long teacher = circo.teachers().get(0).id();
        int share = hours.entMinutesLeft(teacher, "2026-2027");
        plans.tell(new VagueEngaged(plan.vagueId()));
        driver.runDue();
        assertThat(hours.entMinutesLeft(teacher, "2026-2027"))
                .as("she is enrolled in both")
                .isEqualTo(share - 270);

        ground.as(circo.ien());
        long amendment = amendments.prepare(plan.planId(), "Une salle de moins").id();

        assertThat(read.loads(amendment))
                .filteredOn(load -> load.agentId() == teacher)
                .singleElement()
                .isEqualTo(new Load(teacher, circo.schools().get(0), 270, share));
    }

    private void line(Planned plan, int line, String module, LocalDate day, Circo circo) {
        plans.line(
                plan,
                line,
                "VAGUE",
                module,
                day,
                LocalTime.of(14, 0),
                module.equals("PEDA-1") ? 180 : 90,
                20,
                circo.cpc().id(),
                List.of("DIRECTEUR", "ENSEIGNANT"),
                Map.of(circo.schools().get(0), 3));
    }
}
