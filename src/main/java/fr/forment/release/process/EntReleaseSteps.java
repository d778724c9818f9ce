package fr.forment.release.process;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.catalogue.Catalogue;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.French;
import fr.forment.release.EntRelease;
import fr.forment.release.ReleaseCascadeService;
import fr.forment.release.ReleaseDates;
import fr.forment.release.ReleaseNeed;
import fr.forment.release.ReleaseQualificationService;
import fr.forment.release.ReleaseService;
import fr.forment.release.ReleaseState;
import fr.forment.release.Releases;
import fr.forment.territory.PlaceClocks;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** What the model {@code entRelease} asks; the key is the version's id. */
@ProcessSteps
@RequiredArgsConstructor
public class EntReleaseSteps {

    private final ReleaseService service;
    private final ReleaseQualificationService qualification;
    private final ReleaseCascadeService cascading;
    private final Releases releases;
    private final ReleaseDates dates;
    private final PlaceClocks clocks;
    private final Catalogue catalogue;

    public void flagMaterials(long key) {
        service.flagMaterials(key);
    }

    public String recordQualification(long key, String need, String changes, String tutorial) {
        return qualification.record(key, need, changes, tutorial).name();
    }

    public void remindQualification(long key, int occurrence) {
        qualification.remind(key, occurrence);
    }

    public void announce(long key) {
        qualification.announce(key);
    }

    public void openUpdateSession(long key, String day, String time, String place, String trainer) {
        qualification.openUpdateSession(key, day, time, place, trainer);
    }

    public boolean isSessionOver(long key) {
        return service.isSessionOver(key);
    }

    public boolean wasSessionHeld(long key) {
        return service.wasSessionHeld(key);
    }

    public boolean areMaterialsStale(long key) {
        return cascading.areMaterialsStale(key);
    }

    public void askReview(long key) {
        cascading.askReview(key);
    }

    public void remindReview(long key, int occurrence) {
        cascading.remindReview(key, occurrence);
    }

    public void recordReview(long key, String confirmed) {
        cascading.recordReview(key, Boolean.parseBoolean(confirmed));
    }

    public void cascade(long key) {
        cascading.cascade(key);
    }

    public String qualificationDate(long key, int occurrence) {
        return iso(key, dates.qualification(release(key), occurrence));
    }

    public String reviewDate(long key, int occurrence) {
        return iso(key, dates.review(release(key), occurrence));
    }

    public String qualifiers(long key) {
        return groups(key, Role.ERUN, Role.IEN);
    }

    public String reviewers(long key) {
        return groups(key, Role.ERUN, Role.CPC);
    }

    /** For the links of a form. */
    public Markdown releaseId(long key) {
        return Markdown.text(key);
    }

    public String title(long key) {
        return release(key).label();
    }

    public Markdown summary(long key) {
        EntRelease release = release(key);
        return Markdown.text("Version " + release.label() + ", en service "
                + (releases.isInService(release) ? "depuis le " : "le ") + French.date(release.serviceOn()));
    }

    public Markdown affected(long key) {
        List<String> modules = release(key).modules();
        Map<String, String> titles = catalogue.titles();
        return Markdown.text(
                modules.isEmpty()
                        ? "aucun"
                        : modules.stream()
                                .map(code -> titles.getOrDefault(code, Catalogue.UNKNOWN))
                                .collect(Collectors.joining(", ")));
    }

    public Markdown staleCount(long key) {
        return Markdown.text(releases.stale(release(key)).size());
    }

    /** The address that the announcement gave: an answer without one keeps it. */
    public Markdown tutorialKnown(long key) {
        String address = release(key).tutorial();
        return Markdown.text(
                address.isEmpty()
                        ? "L'annonce ne donne pas d'adresse : indiquez-la."
                        : "Adresse donnée par l'annonce : " + address + " – laissez le champ vide pour la garder.");
    }

    /** Why the version is asked about again; empty the first time. */
    public Markdown earlier(long key) {
        EntRelease release = release(key);
        return Markdown.text(
                release.need() == ReleaseNeed.FORMATION && release.state() == ReleaseState.A_QUALIFIER
                        ? "La session prévue n'a pas eu lieu : choisissez une autre date, ou une autre suite."
                        : "");
    }

    /** One line of a list for each material. */
    public Markdown materials(long key) {
        Map<String, String> titles = catalogue.titles();
        EntRelease release = release(key);
        return Markdown.list(releases.materials(release).stream()
                .map(material -> titles.getOrDefault(material.moduleCode(), Catalogue.UNKNOWN) + " : "
                        + material.title() + " (" + French.inSentence(material.stateFor(release)) + ")")
                .toList());
    }

    private String groups(long key, Role... roles) {
        return Stream.of(roles)
                .map(role -> Groups.of(role, release(key).circonscriptionUai()))
                .collect(Collectors.joining(","));
    }

    private EntRelease release(long key) {
        return releases.find(key).orElseThrow();
    }

    private String iso(long key, LocalDateTime moment) {
        return clocks.iso(release(key).circonscriptionUai(), moment);
    }
}
