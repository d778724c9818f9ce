package fr.forment.evaluation.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.evaluation.Audience;
import fr.forment.evaluation.Followed;
import fr.forment.evaluation.Heard;
import fr.forment.evaluation.Readings;
import fr.forment.evaluation.Results;
import fr.forment.evaluation.SessionGivers;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.Reach;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What people said of the sessions somebody gave: for that person, and for the inspector of the circonscription in
 * which they were held. Nobody else, neither the team nor the administration. What several gave together is in no mean
 * here.
 */
@Controller
@RequiredArgsConstructor
class TrainerResultsController {

    private final Results results;
    private final Sessions sessions;
    private final SessionGivers givers;
    private final Agents agents;
    private final Catalogue catalogue;
    private final SignedIn me;

    record Line(TrainingSession session, String title, Heard.Hot hot, Heard.Cold cold) {}

    @GetMapping("/formateurs/{id}/evaluations")
    String show(@PathVariable long id, Model model) {
        List<TrainingSession> held = sessions.givenBy(id).stream()
                .filter(session ->
                        session.state().wasHeld() && (isMe(id) || me.has(Role.IEN, session.circonscriptionUai())))
                .toList();
        Agent trainer = Reach.of(
                agents.find(id),
                found -> isMe(id)
                        || !held.isEmpty()
                        || found.circonscriptionUai() != null && me.has(Role.IEN, found.circonscriptionUai()));
        var what = new Results.Of(held.stream().map(TrainingSession::id).toList(), List.of());
        Map<Followed, Set<Long>> gave = givers.among(held);
        Readings read = results.whole(what, isMe(id) ? Audience.of(id) : Audience.inspector(), gave);
        var own = new Results.Of(
                what.sessions().stream()
                        .filter(each -> gave.get(Followed.session(each)).equals(Set.of(id)))
                        .toList(),
                List.of());
        Set<Followed> ownOnly = own.sessions().stream().map(Followed::session).collect(Collectors.toSet());
        Map<String, String> titles = catalogue.titles();
        model.addAttribute("isShared", own.sessions().size() < held.size());
        model.addAllAttributes(Map.of(
                "trainer",
                trainer,
                "isMe",
                isMe(id),
                "hot",
                read.hot(ownOnly),
                "cold",
                read.cold(ownOnly),
                "versions",
                read.versions(),
                "words",
                results.words(own, read.hot(ownOnly), read.cold(ownOnly)),
                "lines",
                held.stream()
                        .map(session -> new Line(
                                session,
                                titles.getOrDefault(session.moduleCode(), Catalogue.UNKNOWN),
                                read.hot(Followed.session(session.id())),
                                read.cold(Followed.session(session.id()))))
                        .toList()));
        return "evaluation/trainer";
    }

    private boolean isMe(long id) {
        return Objects.equals(me.agentId(), id);
    }
}
