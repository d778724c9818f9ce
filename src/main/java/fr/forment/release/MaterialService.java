package fr.forment.release;

import fr.forment.catalogue.Catalogue;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The materials of trainings: added, made stale by a version, reviewed. Rights are asked by the caller. */
@Service
@Transactional
@RequiredArgsConstructor
public class MaterialService {

    private static final int TITLE_MAX = 160;
    private static final int NOTE_MAX = 600;
    private static final int REASON_MAX = 400;

    private final MaterialRepository materials;
    private final MaterialVersions versions;
    private final MaterialUses uses;
    private final MaterialMails mails;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Clock clock;

    /** Slides at a place or an address, open to all, for which nobody answers yet. */
    public TrainingMaterial add(String circonscriptionUai, String moduleCode, String title, String place) {
        return add(new NewMaterial(
                circonscriptionUai,
                moduleCode,
                MaterialKind.SUPPORT,
                title,
                null,
                false,
                MaterialContent.of(place, "", new byte[0])));
    }

    /** @throws Refusal also when it is there already: a button that is clicked twice adds one */
    public TrainingMaterial add(NewMaterial asked) {
        if (catalogue.find(asked.moduleCode()).isEmpty()) {
            throw new Refusal("Choisissez un module du catalogue.", "moduleCode");
        }
        NewMaterial good = asked.called(title(asked.title()));
        refuseTwice(materials.belongingTo(good.belongsTo(), good.moduleCode()), null, good.kind(), good.title());
        TrainingMaterial material = saved(TrainingMaterial.of(good, keep(good.content()), today(), journal.author()));
        versions.add(material, OffsetDateTime.now(clock), null);
        journal.add(material.told(null, "Ajout"));
        return material;
    }

    /**
     * Another title, kind, reader or owner: no version of its content.
     *
     * @param look refuses when it is no longer what the person has seen
     */
    public void describe(
            long id,
            Consumer<TrainingMaterial> look,
            MaterialKind kind,
            String title,
            Long ownerId,
            boolean forTrainers) {
        TrainingMaterial material = lock(id);
        look.accept(material);
        String called = title(title);
        refuseTwice(materials.belongingTo(material.belongsTo(), material.moduleCode()), id, kind, called);
        material.describe(kind, called, ownerId, forTrainers);
        saved(material);
        journal.add(material.told(material.state(), "Fiche du support modifiée"));
    }

    /**
     * Read again, nothing to change: a version like the one before.
     *
     * @param seen the version the person has looked at; 0 when that is not known
     * @param look refuses when it is no longer what the person has seen
     */
    public void review(long id, int seen, Consumer<TrainingMaterial> look, String why) {
        TrainingMaterial material = lock(id);
        refuseOwn(material, seen);
        look.accept(material);
        MaterialState before = material.state();
        material.review(today(), journal.author());
        kept(material, before, why == null || why.isBlank() ? "Relu, rien à changer" : why);
    }

    /**
     * A new version; the ones before stay readable.
     *
     * @param seen the latest one the person has looked at: one that came meanwhile is not passed over
     * @param note what has changed; may be blank
     */
    public void renew(long id, int seen, MaterialContent content, String note) {
        if (note != null && note.strip().length() > NOTE_MAX) {
            throw new Refusal("Dites ce qui change en 600 caractères au plus.", "note");
        }
        TrainingMaterial material = lock(id);
        refuseOwn(material, seen);
        if (seen < 1 || seen > material.number()) {
            throw new Refusal(
                    "Cette page ne dit pas quelle version elle montrait : relisez le support, puis recommencez. Rien n'a été enregistré.");
        }
        if (material.number() != seen) {
            throw new Refusal(
                    "Une version " + material.number()
                            + " vient d'être enregistrée par quelqu'un d'autre : lisez-la, puis recommencez si la vôtre doit la suivre.");
        }
        MaterialState before = material.state();
        material.renew(content, keep(content), today(), journal.author());
        kept(material, before, note == null || note.isBlank() ? null : note.strip());
    }

    /**
     * Nobody is to use it any more: not handed out from now on; sessions that had it keep their version, and whoever
     * gave it or was about to is told why. Reviewing it, or another version, hands it out again.
     *
     * @param look refuses when it is no longer what the person has seen
     * @param why told to those who used it
     * @throws Refusal without a reason, and for what is withdrawn already
     */
    public void withdraw(long id, Consumer<TrainingMaterial> look, String why) {
        String reason = why == null ? "" : why.strip();
        if (reason.isEmpty() || reason.length() > REASON_MAX) {
            throw new Refusal(
                    "Dites pourquoi ce support est retiré (400 caractères au plus) : qui l'utilisait le lira.",
                    "motif");
        }
        TrainingMaterial material = lock(id);
        if (material.isWithdrawn()) {
            throw new Refusal("Ce support est déjà retiré : rien n'a changé.");
        }
        look.accept(material);
        List<Long> givers = uses.givers(material);
        MaterialState before = material.state();
        material.withdraw(OffsetDateTime.now(clock), reason);
        materials.save(material);
        journal.add(material.told(before, reason));
        mails.withdrawn(material, givers);
    }

    /** Each once: what is stale already stays so. @return those that were not yet */
    List<TrainingMaterial> flag(EntRelease release, List<TrainingMaterial> affected) {
        String why = "Version " + release.label();
        List<TrainingMaterial> news = affected.stream()
                .filter(material -> material.flag(today(), why, release.id()))
                .toList();
        news.forEach(material -> {
            materials.save(material);
            JournalEntry told = material.told(MaterialState.A_JOUR, why);
            journal.addAll(List.of(told, told.about(EntRelease.JOURNAL, release.id())));
        });
        return news;
    }

    private void kept(TrainingMaterial material, MaterialState before, String note) {
        materials.save(material);
        versions.add(material, OffsetDateTime.now(clock), note);
        String why = "Version " + material.number() + " du support" + (note == null ? "" : " – " + note);
        journal.add(material.told(before, why));
    }

    /** A second click, or a second tab: nobody else is named for it. */
    private void refuseOwn(TrainingMaterial material, int seen) {
        if (seen >= 1
                && seen < material.number()
                && versions.of(material.id()).stream()
                        .filter(version -> version.number() > seen)
                        .allMatch(version -> version.madeBy().equals(journal.author()))) {
            throw new Refusal(
                    "Vous avez déjà enregistré la version " + material.number()
                            + " de ce support : cet envoi n'a rien ajouté. Pour en enregistrer une autre, relisez la page, puis recommencez.");
        }
    }

    private static void refuseTwice(List<TrainingMaterial> there, Long own, MaterialKind kind, String title) {
        there.stream()
                .filter(each -> !each.id().equals(own)
                        && each.kind() == kind
                        && each.title().equals(title))
                .findFirst()
                .ifPresent(each -> {
                    throw twice(each);
                });
    }

    /** The key speaks where two come at once. */
    private TrainingMaterial saved(TrainingMaterial material) {
        try {
            return materials.save(material);
        } catch (DuplicateKeyException atOnce) {
            throw twice(material);
        }
    }

    private static Refusal twice(TrainingMaterial material) {
        return new Refusal(
                "« " + material.title()
                        + " » est déjà là, pour ce module et de cette nature : ouvrez-le pour en enregistrer une nouvelle version, ou donnez un autre titre.",
                "title");
    }

    private Long keep(MaterialContent content) {
        return content.file() == null ? null : versions.keep(content.file());
    }

    private static String title(String typed) {
        String title = Names.clean(typed);
        if (title.isEmpty() || title.length() > TITLE_MAX) {
            throw new Refusal("Donnez un titre au support (160 caractères au plus).", "title");
        }
        return title;
    }

    private TrainingMaterial lock(long id) {
        return materials.lock(id).orElseThrow(() -> new Refusal("Ce support n'existe pas."));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
