package fr.forment.paper;

import fr.forment.files.AgendaFile;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.mail.HouseAddress;
import fr.forment.people.Agent;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.territory.PlaceClocks;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sessions of a version for an agenda. A session keeps its number from version to version, and so its appointment: that
 * of a later version takes the place of the earlier one. Only an approved date stands.
 */
@Component
@RequiredArgsConstructor
public class PlanAgenda {

    private final Plans plans;
    private final PlanFollowUp followUp;
    private final PlanNames names;
    private final Projects projects;
    private final PlaceClocks clocks;
    private final HouseAddress house;
    private final Clock clock;

    @Value("${forment.mail.from}")
    private final String organiser;

    /** One date of a session. @param position from 1, in order of time */
    public record Appointment(PlannedSession session, int position) {}

    /**
     * With the trainer each session has now on each of its dates: a calendar of one's own follows it; called off ones
     * too.
     */
    public List<Appointment> lines(Plan plan) {
        Map<Integer, Integer> positions = new HashMap<>();
        return PlanFollowUp.allDates(followUp.present(plan), plans.sessions(plan.id())).stream()
                .map(half -> new Appointment(half, positions.merge(half.line(), 1, Integer::sum)))
                .toList();
    }

    /**
     * @param appointments of that version, those the reader wants
     * @param named whom the reader may know by name
     * @throws Refusal where there is none: a calendar holds something
     */
    public byte[] of(Plan plan, List<Appointment> appointments, Predicate<Agent> named) {
        if (appointments.isEmpty()) {
            throw new Refusal("Aucune session à mettre dans un agenda : ce plan n'en contient pas, ou ne vous en confie"
                    + " aucune.");
        }
        Project project = projects.find(plan.projectId()).orElseThrow();
        ZoneId zone = clocks.of(project.circonscriptionUai());
        PlanNames.Of called = names.of(
                        appointments.stream().map(Appointment::session).toList(), List.of(), List.of())
                .naming(named);
        Standing standing = Standing.of(plan);
        var present = followUp.present(plan);
        return AgendaFile.named(
                plan.title() + ", " + project.title(),
                clock.instant(),
                appointments.stream()
                        .map(one -> event(plan, one, present.get(one.session().line()), zone, called, standing))
                        .toList());
    }

    private AgendaFile.Event event(
            Plan plan,
            Appointment one,
            PlanFollowUp.Present present,
            ZoneId zone,
            PlanNames.Of called,
            Standing standing) {
        PlannedSession session = one.session();
        String link = house.of("/plans/" + plan.id());
        return new AgendaFile.Event(
                house.uid(Plans.agendaName(plan.projectId(), session.line(), one.position())),
                present == null || !standing.isApproved() ? Math.toIntExact(plan.id()) : present.sequence(),
                session.startsAt().atZone(zone).toInstant(),
                session.day().atTime(session.end()).atZone(zone).toInstant(),
                (standing.isApproved() ? "Formation : " : "Projet de formation : ")
                        + called.module(session.moduleCode()),
                called.place(session.place()),
                "Formateur : " + called.trainer(session.trainerAgentId()) + "\n"
                        + French.count(session.expected(), "inscription attendue") + "\n" + standing.brief() + "\n"
                        + link,
                organiser,
                link,
                present != null && present.cancelled()
                        ? "CANCELLED"
                        : standing.isApproved() ? "CONFIRMED" : "TENTATIVE",
                true);
    }
}
