package fr.forment.release;

import fr.forment.catalogue.Catalogue;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.project.need.SchoolOpened;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
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
    private final ServedSchools served;
    private final Schools schools;

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
        EntRelease release = find(id);
        boolean told = !served.in(release.circonscriptionUai()).isEmpty();
        EntRelease closed = releases.change(
                id,
                told ? null : "Aucune école n'utilise encore l'ENT : chacune est informée à son ouverture",
                each -> each.close(told ? ReleaseState.DIFFUSEE : ReleaseState.A_L_OUVERTURE));
        mails.cascaded(closed);
    }

    /** A school that opens later works with the latest versions too: its people hear what changed this school year. */
    @EventListener
    void on(SchoolOpened opened) {
        schools.find(opened.uai()).map(School::circonscriptionUai).ifPresent(circonscription -> releases.toldSince(
                        circonscription, releases.today().minusYears(1))
                .forEach(release -> {
                    if (release.state() == ReleaseState.A_L_OUVERTURE) {
                        releases.change(release.id(), "Première école ouverte", EntRelease::toldAtOpening);
                    }
                    mails.toldAtOpening(release, opened.uai());
                }));
    }

    Map<TrainingMaterial, String> told(List<TrainingMaterial> materials) {
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
