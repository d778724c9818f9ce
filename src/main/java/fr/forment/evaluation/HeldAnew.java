package fr.forment.evaluation;

import fr.forment.french.French;
import fr.forment.session.SessionPhases;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The sessions that the bilan of a vague had held anew, by name, and what became of each. */
@Component
@RequiredArgsConstructor
class HeldAnew {

    private final SessionPhases phases;
    private final SessionWords words;

    List<String> of(long vagueId, List<TrainingSession> all) {
        Set<Long> anew = new HashSet<>(phases.heldAnew(vagueId));
        return all.stream()
                .filter(session -> anew.contains(session.id()))
                .map(session ->
                        "À refaire d'après la décision précédente : " + words.title(session) + ", " + words.day(session)
                                + " : " + French.inSentence(session.state().label()) + ".")
                .toList();
    }
}
