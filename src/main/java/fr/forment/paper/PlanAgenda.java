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
import java.util.List;
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

    /** With the trainer each session has now: a calendar of one's own follows it; called off ones too. */
    public List<PlannedSession> lines(Plan plan) {
        return PlanFollowUp.asTheyStand(followUp.present(plan), plans.sessions(plan.id()));
    }

    /**
     * @param sessions of that version, those the reader wants
     * @param named whom the reader may know by name
     * @throws Refusal where there is none: a calendar holds something
     */
    public byte[] of(Plan plan, List<PlannedSession> sessions, Predicate<Agent> named) {
        if (sessions.isEmpty()) {
            throw new Refusal("Aucune session à mettre dans un agenda : ce plan n'en contient pas, ou ne vous en confie"
                    + " aucune.");
        }
        Project project = projects.find(plan.projectId()).orElseThrow();
        ZoneId zone = clocks.of(project.circonscriptionUai());
        PlanNames.Of called = names.of(sessions, List.of(), List.of()).naming(named);
        Standing standing = Standing.of(plan);
        var present = followUp.present(plan);
        return AgendaFile.named(
                plan.title() + ", " + project.title(),
                clock.instant(),
                sessions.stream()
                        .map(session -> event(plan, session, present.get(session.line()), zone, called, standing))
                        .toList());
    }

    private AgendaFile.Event event(
            Plan plan,
            PlannedSession session,
            PlanFollowUp.Present present,
            ZoneId zone,
            PlanNames.Of called,
            Standing standing) {
        String link = house.of("/plans/" + plan.id());
        return new AgendaFile.Event(
                house.uid(Plans.agendaName(plan.projectId(), session.line())),
                present == null ? Math.toIntExact(plan.id()) : present.sequence(),
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
