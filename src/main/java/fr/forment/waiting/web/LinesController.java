package fr.forment.waiting.web;

import fr.forment.access.FormAnswer;
import fr.forment.account.SignedIn;
import fr.forment.database.Slice;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.territory.Circonscription;
import fr.forment.waiting.Explanations;
import fr.forment.waiting.PlaceRequest;
import fr.forment.waiting.RequestService;
import fr.forment.waiting.WaitingLines;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who waits for what in a circonscription, and why not yet: for its team. */
@Controller
@RequiredArgsConstructor
class LinesController {

    private final WaitingLines lines;
    private final RequestService service;
    private final RequestRows rows;
    private final Explanations explanations;
    private final SessionWords words;
    private final Agents agents;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final Reach reach;
    private final SignedIn me;

    /** @param why one line each; empty when it has no free place */
    record SessionRow(long id, String day, String state, int capacity, int booked, int offered, List<String> why) {}

    record LineRow(String title, String place, WaitingLines.Count count) {}

    @GetMapping("/attentes")
    String all(@RequestParam(defaultValue = "1") int page, Model model) {
        Map<String, String> places = perimeter.circonscriptions().stream()
                .filter(team::isOfTeamOrAdviser)
                .collect(Collectors.toMap(Circonscription::uai, Circonscription::shortName));
        me.refuseUnless(!places.isEmpty());
        UnaryOperator<String> titles = words.titles();
        model.addAttribute(
                "lines",
                Slice.read(
                        page,
                        lines.count(places.keySet()),
                        (from, size) -> lines.counts(places.keySet(), from, size).stream()
                                .map(each -> new LineRow(
                                        titles.apply(each.moduleCode()), places.get(each.circonscriptionUai()), each))
                                .toList()));
        return "waiting/lines";
    }

    @GetMapping("/attentes/{circonscription}/{module}")
    String one(
            @PathVariable String circonscription,
            @PathVariable String module,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Circonscription place = reach.circonscription(circonscription);
        me.act(() -> team.isOfTeamOrAdviser(circonscription));
        Explanations.Line line = lines.line(circonscription, module);
        Map<Long, Agent> people = agents
                .all(line.requests().stream().map(PlaceRequest::agentId).toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, agent -> agent));
        Map<Long, String> names = people.values().stream().collect(Collectors.toMap(Agent::id, Agent::fullName));
        Map<Long, Integer> ranks = lines.ranks(line.requests());
        UnaryOperator<String> titles = words.titles();
        model.addAttribute("moduleTitle", titles.apply(module));
        model.addAttribute("place", place.shortName());
        model.addAttribute("module", module);
        model.addAttribute("circonscription", circonscription);
        model.addAttribute(
                "sessions",
                line.sessions().stream()
                        .map(session -> row(session, line, names))
                        .toList());
        model.addAttribute(
                "people",
                Slice.read(
                        page,
                        line.requests().size(),
                        (from, size) -> rows.of(
                                line,
                                ranks,
                                line.requests()
                                        .subList(
                                                from,
                                                Math.min(
                                                        from + size,
                                                        line.requests().size())),
                                people,
                                titles,
                                false)));
        return "waiting/line";
    }

    private SessionRow row(TrainingSession session, Explanations.Line line, Map<Long, String> names) {
        return new SessionRow(
                session.id(),
                words.day(session) + ", " + words.hours(session),
                session.state().label(),
                session.capacity(),
                session.booked(),
                session.offered(),
                explanations.whyNobody(session, line, names));
    }

    @PostMapping("/attentes/{requestId}/retirer")
    String remove(
            @PathVariable long requestId, @RequestParam(defaultValue = "") String motive, RedirectAttributes next) {
        PlaceRequest request =
                Reach.of(lines.find(requestId), known -> perimeter.coversCirconscription(known.circonscriptionUai()));
        me.act(() -> team.isOfTeamOrAdviser(request.circonscriptionUai()));
        return FormAnswer.then("/attentes/" + request.circonscriptionUai() + "/" + request.moduleCode(), next, () -> {
            service.remove(requestId, motive);
            return "La personne est retirée de la liste d'attente ; un courriel le lui dit.";
        });
    }
}
