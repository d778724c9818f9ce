package fr.forment.release;

import fr.forment.catalogue.Catalogue;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The materials of trainings: added, made stale by a version, reviewed. Rights are asked by the caller. */
@Service
@Transactional
@RequiredArgsConstructor
public class MaterialService {

    private final MaterialRepository materials;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Clock clock;

    /** @param place an address of the web, or where it is kept */
    public TrainingMaterial add(String circonscriptionUai, String moduleCode, String title, String place) {
        if (catalogue.find(moduleCode).isEmpty()) {
            throw new Refusal("Choisissez un module du catalogue.");
        }
        if (title == null || title.isBlank() || title.strip().length() > 160) {
            throw new Refusal("Donnez un titre au support (160 caractères au plus).");
        }
        if (place == null || place.isBlank() || place.strip().length() > 300) {
            throw new Refusal("Indiquez l'adresse du support, ou l'endroit où il se trouve (300 caractères au plus).");
        }
        TrainingMaterial material = materials.save(TrainingMaterial.of(
                circonscriptionUai, moduleCode, title.strip(), place.strip(), today(), journal.author()));
        journal.add(material.told(null, "Ajout"));
        return material;
    }

    public void review(long materialId, String why) {
        TrainingMaterial material =
                materials.findById(materialId).orElseThrow(() -> new Refusal("Ce support n'existe pas."));
        MaterialState before = material.state();
        material.review(today(), journal.author());
        materials.save(material);
        journal.add(material.told(before, why == null || why.isBlank() ? "Relecture" : why));
    }

    /** Each once: what is stale already stays so. */
    void flag(EntRelease release, List<TrainingMaterial> affected) {
        affected.stream().filter(TrainingMaterial::flag).forEach(material -> {
            materials.save(material);
            JournalEntry told = material.told(MaterialState.A_JOUR, "Version " + release.label());
            journal.addAll(List.of(told, told.about(EntRelease.JOURNAL, release.id())));
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
