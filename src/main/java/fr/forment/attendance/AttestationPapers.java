package fr.forment.attendance;

import fr.forment.mail.HouseAddress;
import fr.forment.session.Enrolment;
import fr.forment.session.IssuedPapers;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.Attestation;
import fr.forment.session.closing.Attestations;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads attestations, as their holder sees them and as a stranger may ask about them. */
@Component
@RequiredArgsConstructor
public class AttestationPapers {

    /** All that a stranger is told. @param stands false for one that another took the place of */
    public record Verdict(boolean stands, String title, String day) {}

    private final Attestations attestations;
    private final IssuedPapers issued;
    private final Sessions sessions;
    private final SessionWords words;
    private final HouseAddress house;

    public Optional<AttestationPaper> find(String number) {
        return attestations.find(number).map(attestation -> {
            Enrolment enrolment = sessions.enrolment(attestation.enrolmentId()).orElseThrow();
            TrainingSession session = sessions.find(attestation.sessionId()).orElseThrow();
            return new AttestationPaper(
                    attestation,
                    issued.attested(session, enrolment),
                    attestation.minutes() == session.minutes(),
                    house.of("/verifier/" + number));
        });
    }

    public Optional<Verdict> verdict(String number) {
        return find(number)
                .map(paper -> new Verdict(
                        paper.attestation().stands(),
                        paper.said().title(),
                        paper.said().day()));
    }

    /** What the person followed, latest first. */
    public List<FollowedTraining> followed(long agentId) {
        Map<Long, TrainingSession> held = sessions.ofAgent(agentId).stream()
                .collect(Collectors.toMap(TrainingSession::id, Function.identity(), (one, same) -> one));
        Map<Long, String> numbers = attestations.ofAgent(agentId).stream()
                .collect(Collectors.toMap(Attestation::enrolmentId, Attestation::number));
        UnaryOperator<String> titles = words.titles();
        return sessions.enrolmentsOf(agentId).stream()
                .filter(row -> row.state().isMark() && held.containsKey(row.sessionId()))
                .map(row -> followed(row, held.get(row.sessionId()), titles, numbers.get(row.id())))
                .sorted(Comparator.comparing(FollowedTraining::day).reversed())
                .toList();
    }

    private static FollowedTraining followed(
            Enrolment row, TrainingSession session, UnaryOperator<String> titles, String number) {
        return new FollowedTraining(
                session.id(),
                titles.apply(session.moduleCode()),
                session.day(),
                row.state(),
                row.minutesAttended(),
                number);
    }
}
