package fr.forment.arrival;

import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A director or an E-RUN says that somebody has arrived: stands for the confirmation. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ArrivalDeclarationService {

    /** Each of them is written to, at an address that one person typed. */
    private static final int MOST_A_DAY = 40;

    private final ArrivalRepository repository;
    private final Arrivals arrivals;
    private final ArrivalProcess process;
    private final Agents agents;
    private final StaffService staff;
    private final Schools schools;

    /**
     * @return the arrival; the one already open for this person when there is one, found by a list or declared by
     *     somebody else
     */
    public long declare(Declaration declared) {
        if (declared.takenUpOn().isBefore(arrivals.today().minusYears(1))
                || declared.takenUpOn().isAfter(arrivals.today().plusYears(1))) {
            throw new Refusal(
                    "Indiquez une date de prise de fonction comprise dans les douze derniers ou prochains mois.",
                    "takenUpOn");
        }
        // two who declare for one school do so one after the other: the second finds the person of the first
        repository.lockSchool(declared.schoolUai());
        NewAgent who = declared.agent();
        if (arrivals.declaredToday() >= MOST_A_DAY) {
            throw new Refusal("Vous avez déclaré " + MOST_A_DAY
                    + " personnes aujourd'hui, et chacune reçoit un courriel : continuez demain, ou demandez au"
                    + " secrétariat de circonscription d'importer la liste du personnel.");
        }
        if (!declared.namesake() && isPerhapsKnownNearby(who)) {
            throw new Refusal(
                    "Une personne de ce nom exerce déjà dans une autre école de la circonscription. Si c'est elle, ne la déclarez pas : le"
                            + " secrétariat de circonscription enregistre son changement d'affectation, et son parcours commence alors. Si c'est quelqu'un"
                            + " d'autre, cochez « C'est un homonyme ».",
                    "namesake");
        }
        Agent agent = register(who);
        Arrival arrival = repository
                .findByOpenAgentIdAndPlaceUai(agent.id(), declared.schoolUai())
                .orElseThrow(
                        () -> new Refusal(
                                "Cette personne figure déjà sur la liste du personnel de l'école : elle n'est pas à déclarer."));
        if (arrival.state() == ArrivalState.DETECTE) {
            arrivals.change(arrival.id(), Arrival.DECLARED, each -> {
                each.declareBy();
                each.confirm(declared.takenUpOn(), declared.entExperience());
            });
            process.declared(arrival.id());
        }
        return arrival.id();
    }

    private Agent register(NewAgent who) {
        try {
            return staff.register(who, ArrivalKind.NEWCOMER).orElseGet(() -> known(who));
        } catch (DuplicateKeyException atOnce) {
            throw new Refusal(
                    "Cette personne vient d'être inscrite par quelqu'un d'autre. Recommencez : votre déclaration vaudra confirmation.");
        }
    }

    /**
     * Somebody of that name in another school of the circonscription, unless two addresses tell them apart; one who is
     * here is found later.
     */
    private boolean isPerhapsKnownNearby(NewAgent who) {
        String circonscription =
                schools.find(who.schoolUai()).map(School::circonscriptionUai).orElse(null);
        List<Agent> namesakes = agents.named(List.of(folded(who))).stream()
                .filter(agent -> agent.isActiveOn(arrivals.today()))
                .toList();
        return namesakes.stream().noneMatch(agent -> who.schoolUai().equals(agent.schoolUai()))
                && namesakes.stream()
                        .anyMatch(agent -> Objects.equals(agent.circonscriptionUai(), circonscription)
                                && (agent.email() == null || who.email() == null));
    }

    private static String folded(NewAgent who) {
        return Names.fold(who.lastName() + " " + who.firstName());
    }

    private Agent known(NewAgent who) {
        String name = folded(who);
        List<Agent> here = agents.inSchool(who.schoolUai());
        return here.stream()
                .filter(agent -> agent.email() != null && agent.email().equals(who.email()))
                .findFirst()
                .or(() -> here.stream()
                        .filter(agent -> Names.fold(agent.lastName() + " " + agent.firstName())
                                .equals(name))
                        .findFirst())
                .orElseThrow(() -> new Refusal(
                        "Cette personne figure déjà sur une autre liste. Le secrétariat de circonscription enregistre"
                                + " son changement d'affectation : son parcours commencera alors."));
    }
}
