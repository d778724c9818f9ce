package fr.forment.project.opening;

import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.post.Keeping;
import fr.forment.project.Milestone;
import fr.forment.project.PlaceState;
import fr.forment.project.ProjectEvent;
import fr.forment.project.ProjectProcess;
import fr.forment.project.VaguePlaces;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueSchoolRepository;
import fr.forment.project.VagueService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A school leaves its project: its place is closed with the reason, its opening ends, and its vague waits for it no
 * more. What it has been trained for stays. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SchoolDepartureService {

    private static final int REASON_MAX = 1000;

    private final VagueSchoolRepository repository;
    private final VaguePlaces places;
    private final VagueService vagues;
    private final ProjectProcess process;
    private final SchoolLeftMails mails;
    private final Keeping keeping;
    private final Clock clock;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    /**
     * A person decides it.
     *
     * @throws Refusal without reason, or when the school is not, or is no longer, in the project
     */
    public void leave(long projectId, String uai, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal("Indiquez pourquoi l'école quitte le projet.", "motifSortie");
        }
        if (reason.length() > REASON_MAX) {
            throw new Refusal("Le motif compte au plus 1 000 caractères.", "motifSortie");
        }
        VagueSchool place = in(projectId, uai)
                .orElseThrow(
                        () -> new Refusal("Cette école n'est plus dans le projet : relisez la page.", "ecoleSortie"));
        leave(place, reason.strip());
        mails.left(projectId, place);
    }

    /**
     * What was decided elsewhere is carried out; a school that is out already stays out. Its letter waits with those
     * that the decision makes.
     *
     * @param about the page of what was decided, @param title how its letters are called, in French
     */
    public void follow(long projectId, String uai, String because, String about, String title) {
        in(projectId, uai).ifPresent(place -> {
            String where = places.of(place).project().circonscriptionUai();
            leave(place, because);
            keeping.during(where, about, title, () -> mails.left(projectId, place));
        });
    }

    private void leave(VagueSchool place, String because) {
        retire(place, because);
        events.publishEvent(new SchoolLeft(places.of(place).project().id(), place.schoolUai()));
    }

    private Optional<VagueSchool> in(long projectId, String uai) {
        return repository.ofSchool(projectId, uai).stream()
                .filter(place -> !place.state().isGone())
                .findFirst();
    }

    /** Its place alone: its people may be needed elsewhere. */
    void retire(VagueSchool place, String because) {
        Situation it = places.of(place);
        PlaceState before = place.state();
        place.retire(because, LocalDate.now(clock));
        places.save(place);
        journal.add(ProjectEvent.of(it.vague(), place, Milestone.SCHOOL_RETIRED, because, before));
        process.endOpening(place.id(), because);
        process.endCatchUp(place.id(), because);
        vagues.schoolSettled(it.vague().id());
    }
}
