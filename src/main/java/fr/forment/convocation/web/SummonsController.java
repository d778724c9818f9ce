package fr.forment.convocation.web;

import fr.forment.convocation.SummonsPaper;
import fr.forment.files.Downloads;
import fr.forment.paper.Printer;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.session.Convocation;
import fr.forment.session.Enrolment;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.SentSummons;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Convocations as files: one's own, or all of a session for its team. */
@RestController
@RequiredArgsConstructor
class SummonsController {

    private final Sessions sessions;
    private final SentSummons sent;
    private final Printer printer;
    private final Reach reach;
    private final TeamRights team;

    @GetMapping("/sessions/{id:\\d+}/convocation/{enrolmentId:\\d+}.pdf")
    ResponseEntity<byte[]> one(@PathVariable long id, @PathVariable long enrolmentId) {
        Enrolment row =
                Reach.of(sessions.enrolment(enrolmentId), known -> known.sessionId() == id && isConvoked(known));
        reach.person(row.agentId());
        List<Convocation> papers = papers(sessions.find(id).orElseThrow(), List.of(row));
        return print(papers, papers.isEmpty() ? "" : SummonsPaper.name(papers.get(0)));
    }

    @GetMapping("/sessions/{id:\\d+}/convocations.pdf")
    ResponseEntity<byte[]> all(@PathVariable long id) {
        TrainingSession session =
                Reach.of(sessions.find(id), known -> team.isOfTeamOrAdviser(known.circonscriptionUai()));
        return print(
                papers(
                        session,
                        sessions.enrolments(session.id()).stream()
                                .filter(SummonsController::isConvoked)
                                .toList()),
                "convocations-S" + id + ".pdf");
    }

    private List<Convocation> papers(TrainingSession session, List<Enrolment> rows) {
        return sent.of(session, rows).stream().map(SentSummons.Copy::paper).toList();
    }

    /** Nothing to print: nobody is convoked, or what was sent is not kept. */
    private ResponseEntity<byte[]> print(List<Convocation> papers, String name) {
        if (papers.isEmpty()) {
            throw new OutOfReach();
        }
        return Downloads.pdf(name, printer.print(SummonsPaper.TEMPLATE, SummonsPaper.said(papers)));
    }

    private static boolean isConvoked(Enrolment row) {
        return row.state().isActive() && row.convokedAt() != null;
    }
}
