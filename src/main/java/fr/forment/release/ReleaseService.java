package fr.forment.release;

import fr.forment.catalogue.Catalogue;
import fr.forment.french.Refusal;
import fr.forment.people.Agents;
import fr.forment.session.SessionCancelled;
import fr.forment.session.SessionClosed;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A version is announced, makes materials stale, and hears of the end of its session. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ReleaseService {

    private final ReleaseRepository repository;
    private final Releases releases;
    private final MaterialService materials;
    private final ReleaseProcess process;
    private final ReleaseMails mails;
    private final MaterialMails materialMails;
    private final Catalogue catalogue;
    private final ServedSchools served;
    private final Agents agents;

    public EntRelease declare(NewRelease asked) {
        if (asked.modules().stream().anyMatch(code -> catalogue.find(code).isEmpty())) {
            throw new Refusal("Choisissez des modules du catalogue.");
        }
        if (repository.existsByCirconscriptionUaiAndLabel(asked.circonscriptionUai(), asked.label())) {
            throw new Refusal("Cette version est déjà annoncée dans la circonscription.");
        }
        EntRelease release = releases.enter(EntRelease.of(asked, releases.today()));
        flag(release); // not by the process, which comes a moment later: whoever announced reads of it at once
        process.start(release.id());
        return release;
    }

    /**
     * Whoever announced a version, or may announce one there, corrects it until it is in service, and after that until
     * its follow-up is over; the E-RUN reads what changed, schools that were told hear it, and materials of modules
     * that were left out are looked at too.
     *
     * @return what changed, in French; empty when nothing did
     */
    public List<String> correct(long id, NewRelease corrected) {
        EntRelease release = releases.lock(id);
        if (!release.circonscriptionUai().equals(corrected.circonscriptionUai())) {
            throw new Refusal("Une version reste dans sa circonscription.");
        }
        if (corrected.modules().stream().anyMatch(code -> catalogue.find(code).isEmpty())) {
            throw new Refusal("Choisissez des modules du catalogue.");
        }
        if (!release.label().equals(corrected.label())
                && repository.existsByCirconscriptionUaiAndLabel(release.circonscriptionUai(), corrected.label())) {
            throw new Refusal("Cette version est déjà annoncée dans la circonscription.");
        }
        List<String> changed = release.correct(corrected, releases.today());
        if (!changed.isEmpty()) {
            releases.corrected(release, changed);
            process.renamed(id);
            flag(release);
            mails.corrected(release, changed);
            mails.toldAnew(release);
        }
        return changed;
    }

    /** Who works in a school whose ENT is in service. */
    public record Reached(int schools, int people) {}

    /** Whom the letters about a version of this circonscription are for. */
    @Transactional(readOnly = true)
    public Reached reached(String circonscriptionUai) {
        List<String> schools = served.in(circonscriptionUai);
        return new Reached(schools.size(), (int) agents.inSchools(schools).stream()
                .filter(agent -> agent.function().isTeacher())
                .count());
    }

    /** Who follows the version hears how many materials it made stale. */
    public void flagMaterials(long id) {
        EntRelease release = releases.find(id).orElseThrow();
        mails.declared(release, releases.stale(release).size());
    }

    private void flag(EntRelease release) {
        materialMails.reviewAsked(
                release,
                materials.flag(release, releases.materials(release)).stream()
                        .filter(TrainingMaterial::isOfDepartement)
                        .toList());
    }

    /** Holds the version until the caller's transaction ends: an end told meanwhile finds the process listening. */
    public boolean isSessionOver(long id) {
        return releases.lock(id).isSessionOver();
    }

    public boolean wasSessionHeld(long id) {
        return releases.find(id).orElseThrow().wasSessionHeld();
    }

    @EventListener
    void on(SessionClosed event) {
        over(event.sessionId(), true);
    }

    @EventListener
    void on(SessionCancelled event) {
        over(event.sessionId(), false);
    }

    private void over(long sessionId, boolean held) {
        Optional<EntRelease> concerned = repository.findBySessionId(sessionId);
        concerned
                .map(release -> releases.lock(release.id()))
                .filter(release -> !release.isSessionOver())
                .ifPresent(release -> {
                    releases.change(
                            release.id(),
                            held ? "Session de l'équipe close" : "Session de l'équipe annulée ou non tenue",
                            each -> each.sessionOver(held, releases.today()));
                    process.sessionOver(release.id());
                });
    }
}
