package fr.forment.arrival;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.mail.HouseAddress;
import fr.forment.people.DirectorChanged;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks of a school belong to its direction, whoever that is: with the accounts they have passed on already. Here both
 * directors are written to, the former with what passes on, the successor with what waits. Nobody is written to when
 * nothing waits.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class DirectorHandOverService {

    /** After the features that make or end tasks when the direction changes. */
    private static final int LAST = 100;

    private static final int MOST_TASKS = 100;

    private final OpenTasks tasks;
    private final Correspondence post;
    private final Schools schools;
    private final Clock clock;
    private final HouseAddress house;

    @EventListener
    @Order(LAST)
    void on(DirectorChanged event) {
        List<OpenTask> waiting = tasks.of("-", Set.of(Groups.of(Role.DIRECTEUR, event.uai())), MOST_TASKS);
        if (waiting.isEmpty()) {
            return;
        }
        String school = schools.find(event.uai()).map(School::displayName).orElse(event.uai());
        if (event.fromAgentId() != null) {
            post.toAgent(
                    event.fromAgentId(),
                    letter(
                            "directorHandedOver",
                            event,
                            school,
                            waiting.stream().map(OpenTask::name).toList(),
                            null));
        }
        if (event.toAgentId() != null) {
            post.toAgent(
                    event.toAgentId(),
                    letter(
                            "directorTookOver",
                            event,
                            school,
                            waiting.stream()
                                    .map(task -> task.name() + before(task) + " : " + house.of(task.link()))
                                    .toList(),
                            "/"));
        }
    }

    private String before(OpenTask task) {
        return task.dueOn() == null
                ? ""
                : " (au plus tard le " + French.date(LocalDate.ofInstant(task.dueOn(), clock.getZone())) + ")";
    }

    private Letter letter(String template, DirectorChanged event, String school, List<String> lines, String path) {
        String key = "director:" + template + ":" + event.uai() + ":" + event.toAgentId() + ":" + LocalDate.now(clock);
        return new Letter("arrival/" + template, key, Map.of("ecole", school, "taches", lines), path, null);
    }
}
