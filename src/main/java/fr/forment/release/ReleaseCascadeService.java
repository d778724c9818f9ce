package fr.forment.release;

import fr.forment.catalogue.Catalogue;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Materials are reviewed before the schools hear of a version. */
@Service
@Transactional
@RequiredArgsConstructor
public class ReleaseCascadeService {

    private final Releases releases;
    private final ReleaseMails mails;
    private final Catalogue catalogue;
    private final Journal journal;

    public boolean areMaterialsStale(long id) {
        return !releases.stale(find(id)).isEmpty();
    }

    public void askReview(long id) {
        EntRelease release = find(id);
        mails.reviewAsked(release, told(releases.stale(release)));
    }

    /** Also once all is reviewed and nobody has said so yet: the schools still hear nothing. */
    public void remindReview(long id, int occurrence) {
        EntRelease release = find(id);
        if (release.state() == ReleaseState.RELECTURE) {
            mails.reviewLate(release, occurrence, told(releases.stale(release)));
        }
    }

    /** Somebody says that the review is done; what is still stale says otherwise. */
    public void recordReview(long id, boolean confirmed) {
        int stale = releases.stale(find(id)).size();
        if (stale > 0) {
            throw new Refusal(
                    stale == 1
                            ? "Un support reste à revoir : ouvrez la page de la version et marquez-le à jour."
                            : stale
                                    + " supports restent à revoir : ouvrez la page de la version et marquez-les à jour.");
        }
        if (!confirmed) {
            throw new Refusal("Cochez la case pour confirmer que tous les supports sont revus.", "confirmed");
        }
        journal.add(JournalEntry.of(EntRelease.JOURNAL, id).what("Relecture des supports terminée"));
    }

    public void cascade(long id) {
        EntRelease release = releases.change(id, null, each -> each.close(ReleaseState.DIFFUSEE));
        mails.cascaded(release);
    }

    private Map<TrainingMaterial, String> told(List<TrainingMaterial> materials) {
        Map<String, String> modules = catalogue.titles();
        Map<TrainingMaterial, String> told = new LinkedHashMap<>();
        materials.forEach(material -> told.put(
                material, modules.getOrDefault(material.moduleCode(), Catalogue.UNKNOWN) + " : " + material.title()));
        return told;
    }

    private EntRelease find(long id) {
        return releases.find(id).orElseThrow();
    }
}
