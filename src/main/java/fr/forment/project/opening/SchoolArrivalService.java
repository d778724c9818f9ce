package fr.forment.project.opening;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.project.Milestone;
import fr.forment.project.Project;
import fr.forment.project.ProjectEvent;
import fr.forment.project.ProjectMails;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VaguePlaces;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueSchoolRepository;
import fr.forment.project.VagueService;
import fr.forment.project.VagueState;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A school enters a project that runs, the mirror of {@link SchoolDepartureService}: it gets a place in a vague whose
 * opening is still ahead, its direction is told and asked, and is asked to confirm as soon as the others of the vague
 * were. The plan in force stays as it is. Place, letters and processes are one transaction: a machine that stops in
 * between leaves nothing of it. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SchoolArrivalService {

    private static final String SCHOOL = "ecole";
    private static final String VAGUE = "vague";

    private final Projects projects;
    private final VagueSchoolRepository repository;
    private final VaguePlaces places;
    private final VagueService vagues;
    private final ProjectMails mails;
    private final Schools schools;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Open public schools of the circonscription that are in no project under way, by commune and name. */
    @Transactional(readOnly = true)
    public List<School> candidates(Project project) {
        Set<String> busy = projects.schoolsUnderway(project.circonscriptionUai());
        Set<String> mine = Set.copyOf(projects.schools(project.id()));
        return schools.inCirconscription(project.circonscriptionUai()).stream()
                .filter(school -> !busy.contains(school.uai()) && !mine.contains(school.uai()))
                .toList();
    }

    /** Why no school enters the project any more, in French; empty while one may. */
    public Optional<String> refusal(Project project) {
        return project.state().isFinal() || project.state() == ProjectState.BILAN
                ? Optional.of("Le projet « " + project.title() + " » n'accueille plus d'école (état : "
                        + French.inSentence(project.state().label())
                        + ") : une école de plus suit un nouveau projet.")
                : Optional.empty();
    }

    /**
     * Why no school enters this vague, in French; empty where one may: its opening is ahead, its sessions are not over.
     */
    public Optional<String> refusal(Vague vague) {
        String title = French.capital(vague.inSentence());
        if (vague.state().compareTo(VagueState.FORMATION) > 0) {
            return Optional.of(title + " n'accueille plus d'école : ses formations sont terminées"
                    + (vague.isBeforeOpening() ? "." : ", ses écoles ouvrent ou ont ouvert."));
        }
        return vague.opensOn().isAfter(LocalDate.now(clock))
                ? Optional.empty()
                : Optional.of(title + " n'accueille plus d'école : son ouverture était prévue le "
                        + French.day(vague.opensOn()) + ".");
    }

    /** The vague with which the school is in the project already; empty where it is not in. */
    @Transactional(readOnly = true)
    public Optional<Vague> isIn(long projectId, String uai) {
        return repository.ofSchool(projectId, uai.strip()).stream()
                .filter(place -> !place.state().isGone())
                .findFirst()
                .map(place -> places.of(place).vague());
    }

    /**
     * Two who let the same school in at once do it once: the second reads that it is in.
     *
     * @param rank of the vague; null: none was chosen
     * @param surveyDue the last day for its direction to say what it needs, as typed; blank: the usual one
     * @return where it is now
     * @throws Refusal with what to mend; nothing is changed then
     */
    public Vague join(long projectId, String uai, Integer rank, String surveyDue) {
        Project project = held(projectId);
        refusal(project).ifPresent(SchoolArrivalService::refuse);
        School school = schools.find(uai == null ? "" : uai.strip())
                .filter(each -> each.isOpen()
                        && each.isPublic()
                        && project.circonscriptionUai().equals(each.circonscriptionUai()))
                .orElseThrow(() -> new Refusal(
                        "Choisissez l'école qui entre dans le projet, parmi les écoles publiques ouvertes de la circonscription.",
                        SCHOOL));
        List<VagueSchool> before = repository.ofSchool(projectId, school.uai());
        before.stream().filter(place -> !place.state().isGone()).findFirst().ifPresent(place -> {
            throw new Refusal(
                    school.displayName() + " est déjà dans ce projet, avec "
                            + places.of(place).vague().inSentence() + " : il n'y a rien de plus à faire.",
                    SCHOOL);
        });
        if (repository.underway(List.of(school.uai())) > 0) {
            throw new Refusal(
                    school.displayName()
                            + " suit un autre projet en cours : une école ne peut suivre qu'un projet à la fois, elle doit d'abord en sortir.",
                    SCHOOL);
        }
        Vague vague = projects.vagues(projectId).stream()
                .filter(each -> rank != null && each.rank() == rank)
                .findFirst()
                .map(each -> vagues.hold(each.id()))
                .orElseThrow(() -> new Refusal("Choisissez la vague avec laquelle l'école ouvrira l'ENT.", VAGUE));
        refusal(vague).ifPresent(why -> {
            throw new Refusal(why + " Choisissez une autre vague.", VAGUE);
        });
        VagueSchool place = place(vague, school, before);
        journal.add(ProjectEvent.of(
                vague,
                place,
                Milestone.SCHOOL_JOINED,
                before.isEmpty() ? null : "L'école avait quitté le projet : elle y revient.",
                null));
        mails.schoolJoined(project, vague, place);
        events.publishEvent(new SchoolJoined(projectId, vague.id(), school.uai(), surveyDue));
        vagues.askAlso(vague);
        return vague;
    }

    /** What it had comes back with it; a vague holds a school once. */
    private VagueSchool place(Vague vague, School school, List<VagueSchool> before) {
        before.stream().filter(gone -> gone.vagueId().equals(vague.id())).forEach(places::forget);
        return places.add(VagueSchool.joining(
                vague.id(),
                school.uai(),
                LocalDate.now(clock),
                before.stream().findFirst().orElse(null)));
    }

    /** Schools of one circonscription enter one after the other, and beside nobody who redistributes the project. */
    private Project held(long projectId) {
        String circonscription = projects.find(projectId).orElseThrow().circonscriptionUai();
        jdbc.sql("SELECT uai FROM circonscription WHERE uai = ? FOR UPDATE")
                .param(circonscription)
                .query(String.class)
                .single();
        jdbc.sql("SELECT id FROM project WHERE id = ? FOR UPDATE")
                .param(projectId)
                .query(Long.class)
                .single();
        return projects.find(projectId).orElseThrow();
    }

    private static void refuse(String why) {
        throw new Refusal(why);
    }
}
