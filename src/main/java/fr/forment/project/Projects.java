package fr.forment.project;

import fr.forment.database.Slice;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads projects, their vagues and the schools in them. */
@Component
@RequiredArgsConstructor
public class Projects {

    private final ProjectRepository projects;
    private final VagueRepository vagues;
    private final VagueSchoolRepository places;
    private final JdbcClient jdbc;

    public Optional<Project> find(long id) {
        return projects.findById(id);
    }

    /** By project. */
    public Map<Long, String> titles(Collection<Long> ids) {
        return (ids.isEmpty() ? List.<Project>of() : projects.findAllById(ids))
                .stream().collect(Collectors.toMap(Project::id, Project::title));
    }

    /** Newest first. */
    public List<Project> all() {
        return projects.findAllByOrderByIdDesc();
    }

    /** Newest first. Several may run in a circonscription, never with the same school. */
    public List<Project> inCirconscriptions(Collection<String> uais) {
        return uais.isEmpty() ? List.of() : projects.findByCirconscriptionUaiInOrderByIdDesc(uais);
    }

    /** One page of {@link #inCirconscriptions(Collection)}. */
    public Slice<Project> inCirconscriptions(Collection<String> uais, int page) {
        return uais.isEmpty()
                ? Slice.of(List.of(), page)
                : Slice.read(
                        page,
                        projects.countByCirconscriptionUaiIn(uais),
                        (from, size) -> projects.some(uais, from, size));
    }

    /** UAI of the schools that are in one of the vagues, by commune and name; those taken out are left out. */
    public List<String> schools(long projectId) {
        return jdbc.sql("""
                SELECT s.uai FROM school s WHERE EXISTS (
                    SELECT 1 FROM vague_school p JOIN vague v ON v.id = p.vague_id
                     WHERE v.project_id = ? AND p.school_uai = s.uai AND p.state NOT IN ('REPORTEE', 'RETIREE'))
                ORDER BY s.commune, s.name, s.uai""").param(projectId).query(String.class).list();
    }

    /** By rank. */
    public List<Vague> vagues(long projectId) {
        return vagues.findByProjectIdOrderByRank(projectId);
    }

    /** By project, in the order of the ranks. */
    public Map<Long, List<Vague>> vagues(Collection<Long> projectIds) {
        return (projectIds.isEmpty() ? List.<Vague>of() : vagues.findByProjectIdInOrderByRank(projectIds))
                .stream().collect(Collectors.groupingBy(Vague::projectId));
    }

    /**
     * How far a vague is.
     *
     * @param opened schools that have opened, of those {@code staying} in it
     */
    public record Progress(long opened, long staying) {}

    /** By vague; one without any school is left out. */
    public Map<Long, Progress> progress(Collection<Long> vagueIds) {
        Map<Long, Progress> found = new HashMap<>();
        if (!vagueIds.isEmpty()) {
            jdbc.sql("""
                    SELECT vague_id, COUNT(*) FILTER (WHERE state = 'EN_SERVICE') AS opened,
                           COUNT(*) FILTER (WHERE state NOT IN ('REPORTEE', 'RETIREE')) AS staying
                      FROM vague_school WHERE vague_id IN (:ids) GROUP BY vague_id""").param("ids", vagueIds).query(row -> {
                found.put(row.getLong("vague_id"), new Progress(row.getLong("opened"), row.getLong("staying")));
            });
        }
        return found;
    }

    /** UAI of those schools of the circonscription that are in a project under way. */
    public Set<String> schoolsUnderway(String circonscriptionUai) {
        return Set.copyOf(
                jdbc.sql("""
                SELECT DISTINCT p.school_uai FROM vague_school p JOIN vague v ON v.id = p.vague_id JOIN project t ON t.id = v.project_id
                WHERE t.circonscription_uai = ? AND t.state NOT IN ('CONTINU', 'ABANDONNE') AND p.state NOT IN ('REPORTEE', 'RETIREE')""").param(circonscriptionUai).query(String.class).list());
    }

    public Optional<Vague> vague(long id) {
        return vagues.findById(id);
    }

    /** By commune and name, with those that were postponed or taken out. */
    public List<VagueSchool> schoolsOf(long vagueId) {
        return places.inVague(vagueId);
    }

    /** As {@link #schoolsOf(long)}, by vague. */
    public Map<Long, List<VagueSchool>> schoolsOf(Collection<Long> vagueIds) {
        return (vagueIds.isEmpty() ? List.<VagueSchool>of() : places.inVagues(vagueIds))
                .stream().collect(Collectors.groupingBy(VagueSchool::vagueId));
    }

    /**
     * Where the school stands now: the place in which it is, or else the last one it has left. Empty for a school of
     * another project.
     */
    public Optional<VagueSchool> place(long projectId, String uai) {
        return places.ofSchool(projectId, uai).stream().findFirst();
    }

    public Optional<VagueSchool> place(long placeId) {
        return places.findById(placeId);
    }

    /** The place of a school in the newest project that holds it, whatever its vague. */
    public Optional<VagueSchool> currentPlace(String uai) {
        return places.current(List.of(uai)).stream().max(Comparator.comparing(VagueSchool::id));
    }

    /** Of a school that is in no project any more: the place it gave up last. */
    public Optional<VagueSchool> lastLeft(String uai) {
        return places.left(List.of(uai)).stream().findFirst();
    }

    /** Of a school in no project any more: the last project that was abandoned while the school was in it. */
    public Optional<Project> lastAbandoned(String uai) {
        return places.abandoned(List.of(uai)).stream()
                .findFirst()
                .flatMap(place -> vague(place.vagueId()))
                .flatMap(vague -> find(vague.projectId()));
    }

    /** Of these, those that were abandoned. */
    public Set<Long> abandoned(Collection<Long> ids) {
        return (ids.isEmpty() ? List.<Project>of() : projects.findAllById(ids))
                .stream()
                        .filter(project -> project.state() == ProjectState.ABANDONNE)
                        .map(Project::id)
                        .collect(Collectors.toSet());
    }
}
