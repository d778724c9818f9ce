package fr.forment.evaluation;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.project.Bilan.Amounts;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Adds up who was there and for how long: the minutes that were marked, never those that were planned. */
@Component
@RequiredArgsConstructor
class Attendances {

    private final Sessions sessions;
    private final Agents agents;
    private final TrainingRecords records;

    /** One person, the module that was not completed, and whether some of it was followed. */
    private record Left(long agentId, String module, boolean inPart) {}

    Attendance of(List<TrainingSession> held) {
        int places = 0;
        int marked = 0;
        int whole = 0;
        int inPart = 0;
        int minutes = 0;
        Set<Left> left = new HashSet<>();
        List<TrainingSession> trainings =
                held.stream().filter(session -> !session.isForParents()).toList();
        for (TrainingSession session : trainings) {
            places += session.capacity();
            for (Enrolment row : sessions.enrolments(session.id()).stream()
                    .filter(row -> row.state().isMark())
                    .toList()) {
                marked++;
                minutes += row.minutesAttended();
                whole += row.state().isComplete() ? 1 : 0;
                inPart += row.state() == EnrolmentState.PARTIEL ? 1 : 0;
                if (!row.state().isComplete()) {
                    left.add(new Left(
                            row.agentId(), session.moduleCode(), row.state().wasThere()));
                }
            }
        }
        List<TrainingSession> meetings =
                held.stream().filter(TrainingSession::isForParents).toList();
        Amounts done = new Amounts(
                trainings.size(),
                places,
                whole,
                minutes,
                held.stream().mapToInt(TrainingSession::minutes).sum(),
                meetings.size(),
                meetings.stream()
                        .mapToInt(meeting -> meeting.headCount() == null ? 0 : meeting.headCount())
                        .sum());
        Set<Left> still = stillToTrain(left);
        return new Attendance(
                done,
                marked,
                inPart,
                people(still).size(),
                people(still.stream().filter(Left::inPart).toList()).size());
    }

    /** Whoever caught up since, or left, is nobody's matter any more. */
    private Set<Left> stillToTrain(Set<Left> left) {
        LocalDate today = agents.today();
        Set<Long> there = agents.all(people(left)).stream()
                .filter(agent -> agent.isActiveOn(today))
                .map(Agent::id)
                .collect(Collectors.toSet());
        Map<Long, Set<String>> held = records.of(there);
        return left.stream()
                .filter(each -> there.contains(each.agentId())
                        && !held.getOrDefault(each.agentId(), Set.of()).contains(each.module()))
                .collect(Collectors.toSet());
    }

    private static Set<Long> people(Collection<Left> left) {
        return left.stream().map(Left::agentId).collect(Collectors.toSet());
    }
}
