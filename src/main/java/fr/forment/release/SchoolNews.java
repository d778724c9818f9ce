package fr.forment.release;

import fr.forment.mail.MailBundles;
import fr.forment.mail.MailBundles.Fate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What the schools have really heard of a version: letters to all of them are drafts until somebody lets them go, so
 * that the step of the follow-up does not say whether anybody was told.
 */
@Component
@RequiredArgsConstructor
public class SchoolNews {

    private static final String PAGE = "/versions/";

    private final MailBundles bundles;

    /**
     * @param state where the version stands, in French
     * @param over nothing is awaited of anybody
     * @param waiting letters to schools that nobody has let go
     * @param bundle where they wait; null when there are none
     */
    public record Told(String state, boolean over, int waiting, Long bundle) {}

    public Told of(EntRelease release) {
        return of(Map.of(release.id(), release.state())).get(release.id());
    }

    /** @param versions their states by id */
    public Map<Long, Told> of(Map<Long, ReleaseState> versions) {
        Map<String, List<Fate>> fates = bundles
                .fates(versions.entrySet().stream()
                        .filter(each -> each.getValue().isOver())
                        .map(each -> page(each.getKey()))
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(Fate::about));
        Map<Long, Told> told = new HashMap<>();
        versions.forEach((id, state) -> told.put(id, told(state, fates.getOrDefault(page(id), List.of()))));
        return told;
    }

    static String page(long releaseId) {
        return PAGE + releaseId;
    }

    private static Told told(ReleaseState state, List<Fate> fates) {
        List<Fate> waiting = fates.stream().filter(fate -> fate.held() > 0).toList();
        int letters = waiting.stream().mapToInt(Fate::held).sum();
        return new Told(
                state == ReleaseState.DIFFUSEE ? words(fates, letters) : state.label(),
                state.isOver() && letters == 0,
                letters,
                waiting.isEmpty() ? null : waiting.get(0).id());
    }

    private static String words(List<Fate> fates, int waiting) {
        List<Fate> decided =
                fates.stream().filter(fate -> fate.released() != null).toList();
        boolean heard = decided.stream().anyMatch(fate -> fate.released() > 0);
        if (waiting > 0) {
            return heard ? "Écoles informées, sauf de la correction" : "Courriels aux écoles à envoyer";
        }
        if (decided.isEmpty() || decided.get(decided.size() - 1).released() > 0) {
            return "Écoles informées";
        }
        return heard ? "Écoles informées, sauf de la correction" : "Écoles non informées : courriels écartés";
    }
}
