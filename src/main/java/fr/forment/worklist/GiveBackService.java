package fr.forment.worklist;

import fr.forment.account.Account;
import fr.forment.account.Accounts;
import fr.forment.account.Groups;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.LateTasks;
import fr.forment.post.Letter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a task that somebody took in charge and left back to all it was offered to, and tells who had it. */
@Service
@Transactional
@RequiredArgsConstructor
public class GiveBackService {

    /** The letter to who had it. */
    static final String GIVEN_BACK = "post/taskGivenBack";

    private final OpenTasks tasks;
    private final Accounts accounts;
    private final Agents agents;
    private final Correspondence post;
    private final Clock clock;

    /** Within the hours of school only, when people are there to take it. @return whether it was given back */
    public boolean giveBack(OpenTasks.Offered left) {
        Optional<Agent> holder = accounts.findByLogin(left.holder())
                .map(Account::agentId)
                .flatMap(agents::find)
                .filter(agent -> agent.isActiveOn(agents.today()));
        if (holder.filter(agent -> post.departure(agent).isAfter(clock.instant()))
                        .isPresent()
                || !tasks.giveBack(left.task().id(), left.holder())) {
            return false;
        }
        holder.ifPresent(agent -> post.toAgent(agent.id(), letter(left)));
        return true;
    }

    private Letter letter(OpenTasks.Offered left) {
        OpenTask task = left.task();
        return new Letter(
                        GIVEN_BACK,
                        task.processId() + ":" + task.taskKey() + ":" + task.businessKey() + ":givenBack:"
                                + LocalDate.now(clock),
                        Map.of(
                                "tache",
                                task.name(),
                                "qui",
                                LateTasks.called(left.groups().stream()
                                        .flatMap(group -> Groups.role(group).stream())
                                        .toList())),
                        task.link(),
                        null)
                .settling();
    }
}
