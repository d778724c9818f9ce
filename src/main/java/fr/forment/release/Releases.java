package fr.forment.release;

import fr.forment.database.Slice;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.mail.MailBundles;
import fr.forment.post.BundleService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Versions and materials as they are read; versions are changed one at a time, each change with its line of history, in
 * the caller's transaction.
 */
@Component
@RequiredArgsConstructor
public class Releases {

    private final ReleaseRepository releases;
    private final MaterialRepository materials;
    private final Journal journal;
    private final MailBundles bundles;
    private final Clock clock;

    public Optional<EntRelease> find(long id) {
        return releases.findById(id);
    }

    /** The latest first. */
    public Slice<EntRelease> inCirconscriptions(Collection<String> uais, int page) {
        return uais.isEmpty()
                ? Slice.of(List.of(), page)
                : Slice.read(
                        page,
                        releases.countByCirconscriptionUaiIn(uais),
                        (from, size) -> releases.inCirconscriptions(uais, from, size));
    }

    public Optional<TrainingMaterial> material(long id) {
        return materials.findById(id);
    }

    /** Versions of which the schools were told, or are to be told when they open, announced since that day. */
    List<EntRelease> toldSince(String circonscriptionUai, LocalDate day) {
        return releases.since(circonscriptionUai, day).stream()
                .filter(EntRelease::isToldToSchools)
                .toList();
    }

    /** By module and title. */
    public List<TrainingMaterial> materials(Collection<String> uais) {
        return uais.isEmpty() ? List.of() : materials.inCirconscriptions(uais);
    }

    /** Those of the modules a version changes, by module and title. */
    public List<TrainingMaterial> materials(EntRelease release) {
        return materials(List.of(release.circonscriptionUai())).stream()
                .filter(material -> release.modules().contains(material.moduleCode()))
                .toList();
    }

    /** Those that the circonscription has to review before its schools hear of the version; not its département's. */
    public List<TrainingMaterial> stale(EntRelease release) {
        return materials(release).stream()
                .filter(material -> material.isStale() && !material.isOfDepartement())
                .toList();
    }

    /** Oldest first, with those of the materials it made stale and what became of the letters to the schools. */
    public List<JournalEntry> history(long id) {
        List<Long> letters = bundles.fates(List.of(SchoolNews.page(id))).stream()
                .map(MailBundles.Fate::id)
                .toList();
        return Stream.concat(
                        journal.of(EntRelease.JOURNAL, id).stream(),
                        journal.ofAll(BundleService.JOURNAL, letters).stream())
                .sorted(Comparator.comparing(JournalEntry::id))
                .toList();
    }

    EntRelease enter(EntRelease release) {
        EntRelease saved = releases.save(release);
        journal.add(saved.told(null, "Annonce de la version"));
        return saved;
    }

    EntRelease lock(long id) {
        return releases.lock(id).orElseThrow(() -> new Refusal("Cette version n'existe pas."));
    }

    void corrected(EntRelease release, List<String> changed) {
        releases.save(release);
        journal.add(release.told(release.state(), "Correction – " + String.join(" ; ", changed)));
    }

    EntRelease change(long id, String why, Consumer<EntRelease> transition) {
        EntRelease release = lock(id);
        ReleaseState before = release.state();
        transition.accept(release);
        releases.save(release);
        journal.add(release.told(before, why));
        return release;
    }

    /** The schools work with it already: whoever trains is late, not early. */
    public boolean isInService(EntRelease release) {
        return isPast(release.serviceOn());
    }

    /** A version of that day is in service already. */
    public boolean isPast(LocalDate serviceOn) {
        return !serviceOn.isAfter(today());
    }

    public boolean isCorrectable(EntRelease release) {
        return release.isCorrectable(today());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
