package fr.forment.waiting.process;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.SessionWords;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.waiting.OfferDates;
import fr.forment.waiting.PlaceRequest;
import fr.forment.waiting.PlaceRequestRepository;
import fr.forment.waiting.RequestService;
import fr.forment.waiting.RequestState;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** What the model {@code placeRequest} asks; the key is the request's id. */
@ProcessSteps
@RequiredArgsConstructor
public class PlaceRequestSteps {

    private final RequestService service;
    private final PlaceRequestRepository requests;
    private final OfferDates dates;
    private final SessionWords words;
    private final PlaceClocks clocks;
    private final Agents agents;
    private final Schools schools;

    /** Withdrawn or served before anybody could answer. */
    public boolean isSettled(long key) {
        return request(key).state() != RequestState.A_ETUDIER;
    }

    public void recordAnswer(long key, String decision, String reason) {
        service.answer(key, decision, reason);
    }

    public void remind(long key) {
        service.remind(key);
    }

    public String reminderDate(long key) {
        String place = request(key).circonscriptionUai();
        return clocks.iso(place, dates.reminder(place));
    }

    public String overdueDate(long key) {
        String place = request(key).circonscriptionUai();
        return clocks.iso(place, dates.overdue(place));
    }

    /** Groups that may answer, separated by commas. */
    public String deciders(long key) {
        return Stream.of(Role.IEN, Role.CPC, Role.ERUN)
                .map(role -> Groups.of(role, request(key).circonscriptionUai()))
                .collect(Collectors.joining(","));
    }

    public String title(long key) {
        return words.title(request(key).moduleCode());
    }

    /** Of whom, and for what: several may wait for the same module. */
    public String subject(long key) {
        return agents.find(request(key).agentId()).orElseThrow().fullName() + ", " + title(key);
    }

    public Markdown module(long key) {
        return Markdown.text(title(key));
    }

    /** Name, function and school. */
    public Markdown person(long key) {
        Agent agent = agents.find(request(key).agentId()).orElseThrow();
        return Markdown.text(agent.fullName() + ", " + agent.function().label()
                + (agent.schoolUai() == null
                        ? ""
                        : schools.find(agent.schoolUai())
                                .map(School::displayName)
                                .map(name -> ", " + name)
                                .orElse("")));
    }

    public Markdown note(long key) {
        String said = request(key).note();
        return Markdown.text(said == null ? "aucun message" : said);
    }

    private PlaceRequest request(long key) {
        return requests.findById(key).orElseThrow();
    }
}
