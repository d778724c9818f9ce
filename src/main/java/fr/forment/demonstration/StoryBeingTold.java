package fr.forment.demonstration;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether the demonstration is still being played up to its date. Pages answer before that is done, and would look
 * empty for no reason that a visitor could see.
 */
@Component
public class StoryBeingTold {

    private final AtomicBoolean told = new AtomicBoolean();

    StoryBeingTold(Environment environment) {
        told.set(!environment.matchesProfiles("demo"));
    }

    public boolean isOn() {
        return !told.get();
    }

    /** Pages say so until the story is at its end, or was broken off. */
    void during(Runnable story) {
        told.set(false);
        try {
            story.run();
        } finally {
            told.set(true);
        }
    }
}
