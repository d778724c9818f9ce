package fr.forment.release;

import fr.forment.french.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Changes versions one at a time, each change with its line of history. In the caller's transaction. */
@Component
@RequiredArgsConstructor
class ReleaseLedger {

    private final ReleaseRepository releases;
    private final ReleaseHistory history;
    private final Clock clock;

    EntRelease enter(EntRelease release) {
        EntRelease saved = releases.save(release);
        history.ofRelease(saved, null, "Annonce de la version");
        return saved;
    }

    EntRelease lock(long id) {
        return releases.lock(id).orElseThrow(() -> new Refusal("Cette version n'existe pas."));
    }

    EntRelease change(long id, String why, Consumer<EntRelease> transition) {
        EntRelease release = lock(id);
        ReleaseState before = release.state();
        transition.accept(release);
        releases.save(release);
        history.ofRelease(release, before, why);
        return release;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
