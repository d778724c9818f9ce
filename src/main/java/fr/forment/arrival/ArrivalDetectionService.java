package fr.forment.arrival;

import java.util.List;

import fr.forment.engine.Refusal;
import fr.forment.staff.Agent;
import fr.forment.staff.AgentLeft;
import fr.forment.staff.AgentMoved;
import fr.forment.staff.AgentTrained;
import fr.forment.staff.Agents;
import fr.forment.staff.NewAgent;
import fr.forment.staff.PeopleArrived;
import fr.forment.staff.StaffService;
import fr.forment.territory.Names;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How arrivals become known: from the staff list, or from a director's word; and how the list ends them. */
@Service
@Transactional
public class ArrivalDetectionService {

    private final ArrivalRepository repository;
    private final ArrivalLedger ledger;
    private final Arrivals arrivals;
    private final ArrivalProcess process;
    private final Agents agents;
    private final StaffService staff;

    ArrivalDetectionService(ArrivalRepository repository, ArrivalLedger ledger, Arrivals arrivals, ArrivalProcess process, Agents agents,
            StaffService staff) {
        this.repository = repository;
        this.ledger = ledger;
        this.arrivals = arrivals;
        this.process = process;
        this.agents = agents;
        this.staff = staff;
    }

    @EventListener
    void on(PeopleArrived event) {
        agents.all(event.agentIds()).forEach(agent -> detect(agent, ArrivalOrigin.LISTE));
    }

    /** What was learnt belongs to the person: the new path leaves it out. */
    @EventListener
    void on(AgentMoved event) {
        agents.find(event.agentId()).ifPresent(agent -> {
            repository.findByOpenAgentId(agent.id()).stream().filter(arrival -> !arrival.placeUai().equals(Arrival.placeOf(agent)))
                    .forEach(arrival -> end(arrival, ArrivalEnding.CHANGE_ECOLE));
            detect(agent, ArrivalOrigin.MUTATION);
        });
    }

    /** A departure announced for later changes nothing yet: until that day the person may still be trained. */
    @EventListener
    void on(AgentLeft event) {
        boolean isGone = agents.find(event.agentId()).filter(agent -> agent.isActiveOn(ledger.today())).isEmpty();
        if (isGone) {
            repository.findByOpenAgentId(event.agentId()).forEach(arrival -> end(arrival, ArrivalEnding.PARTI));
        }
    }

    @EventListener
    void on(AgentTrained event) {
        for (Arrival seen : repository.findByOpenAgentId(event.agentId())) {
            Arrival arrival = ledger.lock(seen.id());
            if (arrival.state().isUnderWay() && arrival.ending() == null && arrivals.missing(arrival).isEmpty()) {
                ledger.change(arrival.id(), null, each -> each.train(ArrivalEnding.FORME));
                process.trained(arrival.id());
            }
        }
    }

    /**
     * A director or an E-RUN says that somebody has arrived: stands for the confirmation. Rights are asked by the caller.
     *
     * @return the arrival; the one already open for this person when there is one
     */
    public long declare(Declaration declared) {
        if (declared.takenUpOn().isBefore(ledger.today().minusYears(1)) || declared.takenUpOn().isAfter(ledger.today().plusYears(1))) {
            throw new Refusal("La date de prise de fonction est à moins d'un an d'aujourd'hui.");
        }
        NewAgent who = declared.agent();
        Agent agent = staff.register(who, fr.forment.staff.Arrival.NEWCOMER).orElseGet(() -> known(who));
        Arrival arrival = repository.findByOpenAgentIdAndPlaceUai(agent.id(), declared.schoolUai())
                .orElseThrow(() -> new Refusal("Cette personne figure déjà sur la liste du personnel de l'école : elle n'est pas à déclarer."));
        if (arrival.state() == ArrivalState.DETECTE) {
            ledger.change(arrival.id(), "Déclarée sur place", each -> {
                each.declareBy();
                each.confirm(declared.takenUpOn(), declared.entExperience());
            });
            process.declared(arrival.id());
        }
        return arrival.id();
    }

    private void detect(Agent agent, ArrivalOrigin origin) {
        // people of a whole département follow no path: no session of a circonscription is theirs
        if (agent.circonscriptionUai() == null || repository.findByOpenAgentIdAndPlaceUai(agent.id(), Arrival.placeOf(agent)).isPresent()) {
            return;
        }
        Arrival arrival = ledger.enter(Arrival.of(agent, origin, ledger.today()), origin.label());
        process.start(arrival.id());
    }

    private void end(Arrival arrival, ArrivalEnding ending) {
        ledger.change(arrival.id(), ending.label(), each -> each.close(ending, ledger.today()));
        process.end(arrival.id(), ending.label());
    }

    private Agent known(NewAgent who) {
        String name = Names.fold(who.lastName() + " " + who.firstName());
        List<Agent> here = agents.inSchool(who.schoolUai());
        return here.stream().filter(agent -> agent.email() != null && agent.email().equals(who.email())).findFirst()
                .or(() -> here.stream().filter(agent -> Names.fold(agent.lastName() + " " + agent.firstName()).equals(name)).findFirst())
                .orElseThrow(() -> new Refusal("Cette personne figure déjà sur une autre liste. Le secrétariat de circonscription enregistre"
                        + " son changement d'affectation : son parcours commencera alors."));
    }
}
