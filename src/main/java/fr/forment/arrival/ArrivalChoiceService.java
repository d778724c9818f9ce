package fr.forment.arrival;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.TrainingRecords;
import fr.forment.session.Sessions;
import fr.forment.session.SwapService;
import fr.forment.session.TrainingSession;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The newcomer, or somebody for him, takes another date for a module of the path, or has followed its tutorial. Rights
 * are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ArrivalChoiceService {

    private final Arrivals arrivals;
    private final ArrivalProposals proposals;
    private final Sessions sessions;
    private final SwapService swaps;
    private final ArrivalPeople people;
    private final PathOrder order;
    private final TrainingRecords records;

    /**
     * Where no session fits before the due date, the module's tutorial counts: somebody says that it was followed, and
     * the history says who.
     */
    public void followTutorial(long id, String module) {
        Arrival arrival = arrivals.lock(id);
        if (!arrival.isOpen()
                || proposals.of(arrival).stream()
                        .noneMatch(each -> each.module().equals(module) && each.tutorial() != null)) {
            throw new Refusal(
                    "Une session convient pour ce module, ou il n'est plus à suivre, ou aucun tutoriel n'est disponible : rien ne la remplace.");
        }
        arrivals.change(id, "Tutoriel suivi : " + people.title(module), each -> {});
        records.record(arrival.agentId(), module, arrivals.today(), "tutoriel:" + id);
    }

    public void choose(long id, long sessionId) {
        Arrival arrival = arrivals.lock(id);
        TrainingSession session =
                sessions.find(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
        if (!arrival.isOpen() || !arrivals.missing(arrival).contains(session.moduleCode())) {
            throw new Refusal("Ce module n'est pas, ou n'est plus, à suivre dans ce parcours.");
        }
        PathOrder.Turn turn = order.of(arrival).get(session.moduleCode());
        if (!turn.isNow()) {
            throw new Refusal(turn.first() + ". Choisissez d'abord une date pour ce module.");
        }
        if (session.startsAt().isBefore(turn.from())) {
            throw new Refusal("Ce module se suit après un autre, dont la session a lieu le "
                    + French.day(turn.from().toLocalDate()) + ". Choisissez une date postérieure.");
        }
        swaps.choose(arrival.agentId(), sessionId);
        boolean everywhere = proposals.areAllHeld(arrival);
        arrivals.change(id, "Date choisie : " + proposals.label(session), each -> each.enrolled(everywhere));
    }
}
