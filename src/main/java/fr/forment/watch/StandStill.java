package fr.forment.watch;

import fr.forment.OperatorConcern;
import fr.forment.engine.JobFigures;
import fr.forment.french.French;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Work that should have been done: held by a node that died, or given up. */
@Component
@RequiredArgsConstructor
class StandStill implements OperatorConcern {

    private static final Duration LATE = Duration.ofMinutes(2);
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    private final JobFigures jobs;

    @Override
    public List<Concern> concerns() {
        var now = jobs.now();
        var concerns = new ArrayList<Concern>();
        if (now.age().compareTo(LATE) > 0) {
            concerns.add(new Concern(
                    French.count(now.due(), "étape") + " de processus en attente, la plus ancienne depuis "
                            + French.count(now.age().toMinutes(), "minute")
                            + ". Si un serveur vient d'être arrêté, le travail reprend seul en cinq minutes ; sinon, relancez FormENT.",
                    COCKPIT));
        }
        if (now.failed() > 0) {
            concerns.add(new Concern(
                    French.count(now.failed(), "étape")
                            + " de processus en échec après tous les essais : ouvrez l'incident, corrigez la cause, relancez l'étape.",
                    COCKPIT));
        }
        return concerns;
    }
}
