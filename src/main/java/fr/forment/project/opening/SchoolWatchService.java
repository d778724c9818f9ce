package fr.forment.project.opening;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.AgentLeft;
import fr.forment.people.AgentMoved;
import fr.forment.people.AgentTrained;
import fr.forment.people.Agents;
import fr.forment.people.DirectorChanged;
import fr.forment.people.PeoplePutBack;
import fr.forment.project.Milestone;
import fr.forment.project.OpeningGate;
import fr.forment.project.PlaceState;
import fr.forment.project.ProjectEvent;
import fr.forment.project.ProjectProcess;
import fr.forment.project.ResourcePersonNamed;
import fr.forment.project.VaguePlaces;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueSchoolRepository;
import fr.forment.project.readiness.SchoolMadeReady;
import fr.forment.territory.SchoolClosed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens elsewhere to a school in a vague: it closes, somebody gets trained, another director comes. */
@Service
@Transactional
@RequiredArgsConstructor
public class SchoolWatchService {

    private final VagueSchoolRepository repository;
    private final VaguePlaces places;
    private final OpeningGate gate;
    private final Agents agents;
    private final SchoolDepartureService departure;
    private final CatchUpService catchUps;
    private final ResourcePersons resourcePersons;
    private final ApplicationEventPublisher events;
    private final Journal journal;
    private final ProjectProcess process;
    private final Clock clock;

    @EventListener
    void on(SchoolClosed event) {
        String because = "L'école n'est plus ouverte dans l'annuaire.";
        for (VagueSchool place : repository.current(List.of(event.uai()))) {
            departure.retire(place, because);
        }
    }

    @EventListener
    void on(AgentTrained event) {
        agents.find(event.agentId()).map(Agent::schoolUai).ifPresent(this::gateMayHaveChanged);
    }

    /** Whoever leaves untrained no longer counts among those to train. */
    @EventListener
    void on(AgentLeft event) {
        if (event.schoolUai() != null) {
            gateMayHaveChanged(event.schoolUai());
        }
    }

    @EventListener
    void on(DirectorChanged event) {
        gateMayHaveChanged(event.uai());
    }

    @EventListener
    void on(SchoolMadeReady event) {
        gateMayHaveChanged(event.uai());
    }

    @EventListener
    void on(AgentMoved event) {
        if (event.toUai() != null) {
            gateMayHaveChanged(event.toUai());
        }
    }

    @EventListener
    void on(PeoplePutBack event) {
        agents.all(event.agentIds()).stream()
                .map(Agent::schoolUai)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::gateMayHaveChanged);
    }

    /**
     * The charter was under way when the school entered its vague; the direction says when it is signed.
     *
     * @throws Refusal without a date, with one to come, or where nothing is awaited
     */
    public void signCharter(String uai, LocalDate on) {
        VagueSchool place = repository.current(List.of(uai)).stream()
                .filter(each ->
                        each.isCatchingUp() || !each.state().isSettled() && each.state() != PlaceState.CANDIDATE)
                .findFirst()
                .orElseThrow(() -> new Refusal("Aucune signature de charte n'est attendue pour cette école."));
        if (on == null || on.isAfter(LocalDate.now(clock))) {
            throw new Refusal("Indiquez le jour de la signature de la charte : au plus tard aujourd'hui.", "signedOn");
        }
        place.signCharter(on);
        places.save(place);
        journal.add(ProjectEvent.of(
                places.of(place).vague(), place, Milestone.CHARTER_SIGNED, "Le " + French.date(on), place.state()));
        gateMayHaveChanged(uai);
    }

    /**
     * Whoever was named has left, or nobody was: the direction names another person, also once the school has opened by
     * a waiver.
     *
     * @throws Refusal for somebody who does not teach there, or where nobody is awaited
     */
    public void nameResourcePerson(String uai, Long agentId) {
        VagueSchool place = repository.current(List.of(uai)).stream()
                .filter(SchoolWatchService::awaitsResourcePerson)
                .findFirst()
                .orElseThrow(() -> new Refusal("Aucune personne ressource n'est attendue pour cette école."));
        resourcePersons.check(uai, agentId);
        place.nameResourcePerson(agentId);
        places.save(place);
        Situation it = places.of(place);
        journal.add(ProjectEvent.of(it.vague(), place, Milestone.RESOURCE_PERSON_NAMED, null, place.state()));
        events.publishEvent(new ResourcePersonNamed(place.vagueId(), uai, agentId));
        gateMayHaveChanged(uai);
    }

    /** Those to choose from, by name; empty while the one that was named is still there, or nobody is awaited. */
    @Transactional(readOnly = true)
    public List<ResourcePersons.Choice> resourcePersonsToName(VagueSchool place) {
        if (!awaitsResourcePerson(place)) {
            return List.of();
        }
        List<ResourcePersons.Choice> possible = resourcePersons.choices(place.schoolUai());
        return possible.stream().anyMatch(each -> Objects.equals(each.id(), place.resourcePersonId()))
                ? List.of()
                : possible;
    }

    /** Before it has entered its vague, the direction says it there. */
    private static boolean awaitsResourcePerson(VagueSchool place) {
        return place.isAwaited() && place.state() != PlaceState.CANDIDATE;
    }

    /** A school that the gate refused does not wait for somebody to look again. */
    private void gateMayHaveChanged(String uai) {
        List<VagueSchool> current = repository.current(List.of(uai));
        current.forEach(catchUps::check);
        current.stream()
                .filter(place ->
                        !place.state().isSettled() && !place.gateReasons().isEmpty())
                .filter(place -> gate.ask(places.of(place).project(), place).isOpen())
                .forEach(place -> process.gateChanged(place.id()));
    }
}
