package fr.forment.release.process;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.French;
import fr.forment.release.EntRelease;
import fr.forment.release.Need;
import fr.forment.release.ReleaseCascadeService;
import fr.forment.release.ReleaseDates;
import fr.forment.release.ReleaseQualificationService;
import fr.forment.release.ReleaseService;
import fr.forment.release.ReleaseState;
import fr.forment.release.Releases;
import fr.forment.territory.PlaceClocks;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
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

    public void flagMaterials(String key) {
        service.flagMaterials(id(key));
    }

    public String recordQualification(String key, String need, String changes) {
        return qualification.record(id(key), need, changes).name();
    }

    public void remindQualification(String key, String occurrence) {
        qualification.remind(id(key), Integer.parseInt(occurrence));
    }

    public void announce(String key) {
        qualification.announce(id(key));
    }

    public void openUpdateSession(String key, String day, String time, String place, String trainer) {
        qualification.openUpdateSession(id(key), day, time, place, trainer);
    }

    public boolean isSessionOver(String key) {
        return service.isSessionOver(id(key));
    }

    public boolean wasSessionHeld(String key) {
        return service.wasSessionHeld(id(key));
    }

    public boolean areMaterialsStale(String key) {
        return cascading.areMaterialsStale(id(key));
    }

    public void askReview(String key) {
        cascading.askReview(id(key));
    }

    public void remindReview(String key, String occurrence) {
        cascading.remindReview(id(key), Integer.parseInt(occurrence));
    }

    public void recordReview(String key, String confirmed) {
        cascading.recordReview(id(key), Boolean.parseBoolean(confirmed));
    }

    public void cascade(String key) {
        cascading.cascade(id(key));
    }

    public String qualificationDate(String key, String occurrence) {
        return iso(key, dates.qualification(release(key), Integer.parseInt(occurrence)));
    }

    public String reviewDate(String key, String occurrence) {
        return iso(key, dates.review(release(key), Integer.parseInt(occurrence)));
    }

    public String qualifiers(String key) {
        return groups(key, Role.ERUN, Role.IEN);
    }

    public String reviewers(String key) {
        return groups(key, Role.ERUN, Role.CPC);
    }

    /** For the links of a form. */
    public Markdown releaseId(String key) {
        return Markdown.text(key);
    }

    public String title(String key) {
        return release(key).label();
    }

    public Markdown summary(String key) {
        return Markdown.text("Version " + release(key).label() + ", en service le "
                + French.date(release(key).serviceOn()));
    }

    public Markdown affected(String key) {
        List<String> modules = release(key).modules();
        return Markdown.text(modules.isEmpty() ? "aucun" : String.join(", ", modules));
    }

    public Markdown staleCount(String key) {
        return Markdown.text(releases.stale(release(key)).size());
    }

    /** Why the version is asked about again; empty the first time. */
    public Markdown earlier(String key) {
        EntRelease release = release(key);
        return Markdown.text(
                release.need() == Need.FORMATION && release.state() == ReleaseState.A_QUALIFIER
                        ? "La session prévue n'a pas eu lieu : choisissez une autre date, ou une autre suite."
                        : "");
    }

    /** One line of a list for each material. */
    public Markdown materials(String key) {
        return Markdown.list(releases.materials(release(key)).stream()
                .map(material -> material.moduleCode() + " : " + material.title() + " ("
                        + material.state().label().toLowerCase(Locale.FRENCH) + ")")
                .toList());
    }

    private String groups(String key, Role... roles) {
        return Stream.of(roles)
                .map(role -> Groups.of(role, release(key).circonscriptionUai()))
                .collect(Collectors.joining(","));
    }

    private EntRelease release(String key) {
        return releases.find(id(key)).orElseThrow();
    }

    private String iso(String key, LocalDateTime moment) {
        return clocks.iso(release(key).circonscriptionUai(), moment);
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }
}
