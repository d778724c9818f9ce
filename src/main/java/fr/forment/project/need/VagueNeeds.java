package fr.forment.project.need;

import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the need of a vague as it is today. */
@Component
@RequiredArgsConstructor
public class VagueNeeds {

    private static final String ARRIVED =
            "a.school_uai IN (:schools) AND a.arrived_on > :since AND (a.left_on IS NULL OR a.left_on > :today)";

    private record People(int arrived, int departed, int trained) {}

    private final Projects projects;
    private final PlanCourse plan;
    private final JdbcClient jdbc;
    private final Clock clock;

    public VagueNeed of(long vagueId) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        Project project = projects.find(vague.projectId()).orElseThrow();
        List<VagueSchool> places = projects.schoolsOf(vagueId);
        List<String> staying = staying(places);
        LocalDate since = since(project);
        People people = people(staying, since);
        return new VagueNeed(
                since,
                (int) places.stream()
                        .filter(place -> !place.state().isGone() && place.joinedOn() != null)
                        .count(),
                joined(project.id(), vague.rank(), staying),
                places.size() - staying.size(),
                people.arrived(),
                people.departed(),
                people.trained(),
                plan.fit(project.id(), vague.rank(), staying));
    }

    /**
     * Names of those who came, by school and name, for whoever sees people; one more than asked when there are more.
     */
    public List<String> arrived(long vagueId, int most) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        List<String> staying = staying(projects.schoolsOf(vagueId));
        return staying.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT a.first_name || ' ' || a.last_name || ' (' || s.name || ')' FROM agent a JOIN school s ON s.uai = a.school_uai
                 WHERE %s ORDER BY s.name, a.last_name, a.id FETCH FIRST %d ROWS ONLY""".formatted(ARRIVED, most + 1))
                        .param("schools", staying)
                        .param("since", since(projects.find(vague.projectId()).orElseThrow()))
                        .param("today", LocalDate.now(clock))
                        .query(String.class)
                        .list();
    }

    private People people(List<String> schools, LocalDate since) {
        return schools.isEmpty()
                ? new People(0, 0, 0)
                : jdbc.sql("""
                SELECT COUNT(CASE WHEN %s THEN 1 END) AS arrived,
                       COUNT(CASE WHEN a.left_on > :since AND a.left_on <= :today THEN 1 END) AS departed,
                       COUNT(CASE WHEN EXISTS (SELECT 1 FROM training_record r WHERE r.agent_id = a.id AND r.trained_on > :since) THEN 1 END) AS trained
                  FROM agent a WHERE a.school_uai IN (:schools)""".formatted(ARRIVED))
                        .param("schools", schools)
                        .param("since", since)
                        .param("today", LocalDate.now(clock))
                        .query(People.class)
                        .single();
    }

    private int joined(long projectId, int rank, List<String> schools) {
        return schools.isEmpty()
                ? 0
                : jdbc.sql("""
                SELECT COUNT(DISTINCT p.school_uai) FROM vague_school p JOIN vague v ON v.id = p.vague_id
                 WHERE v.project_id = :project AND v.rank < :rank AND p.school_uai IN (:schools)""")
                        .param("project", projectId)
                        .param("rank", rank)
                        .param("schools", schools)
                        .query(Integer.class)
                        .single();
    }

    /** The day the project began where no survey was asked for. */
    private static LocalDate since(Project project) {
        return project.surveyDeadline() == null ? project.createdOn() : project.surveyDeadline();
    }

    private static List<String> staying(List<VagueSchool> places) {
        return places.stream()
                .filter(place -> !place.state().isGone())
                .map(VagueSchool::schoolUai)
                .toList();
    }
}
