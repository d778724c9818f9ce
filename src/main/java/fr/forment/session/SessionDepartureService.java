package fr.forment.session;

import fr.forment.people.Agent;
import fr.forment.people.AgentLeft;
import fr.forment.people.Agents;
import fr.forment.session.halfday.StandInService;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody leaves: the places held after that day go to those who wait, and what was to be taught is to be entrusted to
 * somebody else.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionDepartureService {

    private final Sessions sessions;
    private final SessionService session;
    private final StandInService standIns;
    private final EnrolmentService enrolments;
    private final SessionDates dates;
    private final Agents agents;

    @EventListener
    void on(AgentLeft event) {
        LocalDate lastDay = agents.find(event.agentId()).map(Agent::leftOn).orElse(agents.today());
        List<TrainingSession> missed = sessions.ofAgent(event.agentId()).stream()
                .filter(each -> isMissed(each, lastDay))
                .toList();
        sessions.enrolmentsOf(event.agentId()).stream()
                .filter(row -> row.state().isActive() && missed.stream().anyMatch(each -> each.id() == row.sessionId()))
                .forEach(row -> enrolments.departed(row.id()));
        sessions.trainedBy(event.agentId()).stream()
                .filter(each -> isMissed(each, lastDay))
                .forEach(each -> session.entrustTo(each.id(), null));
        sessions.givenBy(event.agentId()).stream()
                .filter(each -> each.mayBeLeft(dates.now(each)))
                .forEach(each -> standIns.leave(each.id(), event.agentId(), lastDay));
    }

    /**
     * Away until the first day back: the places held until then go to those who wait. Sessions to be taught stay
     * entrusted.
     */
    public void absent(long agentId, LocalDate back) {
        Set<Long> missed = sessions.ofAgent(agentId).stream()
                .filter(each -> isMissed(each, dates.now(each).toLocalDate())
                        && each.day().isBefore(back))
                .map(TrainingSession::id)
                .collect(Collectors.toSet());
        sessions.enrolmentsOf(agentId).stream()
                .filter(row -> row.state().isActive() && missed.contains(row.sessionId()))
                .forEach(row -> enrolments.departed(row.id()));
    }

    private boolean isMissed(TrainingSession each, LocalDate leftOn) {
        return each.mayBeLeft(dates.now(each))
                && !(each.state() == SessionState.DATE_A_FIXER ? later(each) : each.day()).isBefore(leftOn);
    }

    /** A session may outlive its date while another one is sought, and has none before today. */
    private LocalDate later(TrainingSession each) {
        LocalDate today = dates.now(each).toLocalDate();
        return each.day().isBefore(today) ? today : each.day();
    }
}
