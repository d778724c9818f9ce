package fr.forment.evaluation.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.evaluation.SessionBilan;
import fr.forment.evaluation.SessionBilanFigureService;
import fr.forment.evaluation.SessionGivers;
import fr.forment.files.Downloads;
import fr.forment.paper.Printer;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The bilan of a session, for its team and whoever trained it. What people said of it is in it for the trainer and the
 * inspector only.
 */
@Controller
@RequiredArgsConstructor
class SessionBilanController {

    private final SessionBilanFigureService bilans;
    private final Sessions sessions;
    private final SessionGivers givers;
    private final TeamRights team;
    private final SignedIn me;
    private final Printer printer;

    @GetMapping("/sessions/{id}/bilan")
    String show(@PathVariable long id, Model model) {
        TrainingSession session = readable(id);
        model.addAllAttributes(Map.of("bilan", bilans.of(session, readsAll(session)), "readsAll", readsAll(session)));
        return "evaluation/sessionBilan";
    }

    @GetMapping("/sessions/{id}/bilan.pdf")
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        return Downloads.pdf(
                "bilan-session-" + id + ".pdf", printer.print("paper/sessionBilan", Map.of("bilan", of(id))));
    }

    @GetMapping("/sessions/{id}/bilan.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable long id) {
        return Downloads.xlsx("bilan-session-" + id + ".xlsx", bilans.workbook(of(id)));
    }

    private SessionBilan of(long id) {
        TrainingSession session = readable(id);
        return bilans.of(session, readsAll(session));
    }

    private TrainingSession readable(long id) {
        return Reach.of(
                sessions.find(id),
                session -> session.trainerId() != null && session.trainerId().equals(me.agentId())
                        || readsAll(session)
                        || team.isOfTeamOrAdviser(session.circonscriptionUai()));
    }

    private boolean readsAll(TrainingSession session) {
        return me.has(Role.IEN, session.circonscriptionUai()) || givers.gaveAlone(me.agentId(), session);
    }
}
