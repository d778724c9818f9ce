package fr.forment.plan;

import fr.forment.campaign.Needs;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.grid.Grid;
import fr.forment.grid.NeedLine;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the versions hold without a session. Written when a version is calculated; an amendment keeps what it starts
 * from.
 */
@Repository
@RequiredArgsConstructor
public class PlanAsides {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate bulk;
    private final Projects projects;
    private final Needs needs;
    private final Grid grid;
    private final Catalogue catalogue;
    private final PlanTerms terms;
    private final SchoolCalendar calendar;

    /** By module, vague and school; without schools that the version lets go. */
    public List<PlanAside> of(long planId) {
        return jdbc.sql("""
                SELECT school_uai, module_code, profile, vague_rank, people, due_on FROM plan_aside a WHERE plan_id = ?
                   AND NOT EXISTS (SELECT 1 FROM plan_departure d WHERE d.plan_id = a.plan_id AND d.school_uai = a.school_uai AND %s)
                ORDER BY module_code, vague_rank, school_uai, profile""".formatted(LeavingSchools.IS_LET_GO))
                .params(planId, terms.today())
                .query(PlanAside.class)
                .list();
    }

    void copy(long from, long to) {
        jdbc.sql("""
                INSERT INTO plan_aside (plan_id, school_uai, module_code, profile, vague_rank, people, due_on)
                SELECT CAST(? AS BIGINT), school_uai, module_code, profile, vague_rank, people, due_on FROM plan_aside WHERE plan_id = ?""").params(to, from).update();
    }

    void write(Plan plan) {
        bulk.batchUpdate(
                """
                INSERT INTO plan_aside (plan_id, school_uai, module_code, profile, vague_rank, people, due_on)
                VALUES (:plan, :uai, :module, :profile, :rank, :people, :due)""",
                read(plan).stream()
                        .map(aside -> new MapSqlParameterSource("plan", plan.id())
                                .addValue("uai", aside.schoolUai())
                                .addValue("module", aside.moduleCode())
                                .addValue("profile", aside.profile().name())
                                .addValue("rank", aside.vagueRank())
                                .addValue("people", aside.people())
                                .addValue("due", aside.dueOn()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** The school has left: neither the plan in force nor one on its way counts its people any more. */
    void leave(long projectId, String schoolUai) {
        jdbc.sql("""
                DELETE FROM plan_aside WHERE school_uai = ? AND plan_id IN (
                    SELECT id FROM training_plan WHERE project_id = ? AND state NOT IN ('A_REVISER', 'REJETE', 'REMPLACE', 'CLOS'))""").params(schoolUai, projectId).update();
    }

    private List<PlanAside> read(Plan plan) {
        Map<String, TrainingModule> modules =
                catalogue.active().stream().collect(Collectors.toMap(TrainingModule::code, Function.identity()));
        List<Vague> vagues = projects.vagues(plan.projectId());
        Map<Long, List<VagueSchool>> places =
                projects.schoolsOf(vagues.stream().map(Vague::id).toList());
        Map<String, Vague> vagueOf = new HashMap<>();
        vagues.forEach(vague -> places.getOrDefault(vague.id(), List.of()).stream()
                .filter(place -> !place.state().isGone())
                .forEach(place -> vagueOf.put(place.schoolUai(), vague)));
        String office = terms.circonscription(plan).uai();
        Zone zone = terms.circonscription(plan).zone();
        LocalDate first = vagues.stream()
                .map(Vague::opensOn)
                .min(Comparator.naturalOrder())
                .orElse(terms.today());
        return needs.ofProject(plan.projectId()).stream()
                .flatMap(campaign -> grid.settled(campaign).stream())
                .filter(line -> line.people() > 0 && isAside(modules.get(line.moduleCode()), line.profile()))
                .filter(line -> line.schoolUai().equals(office) || vagueOf.containsKey(line.schoolUai()))
                .map(line -> aside(line, vagueOf.get(line.schoolUai()), zone, first))
                .toList();
    }

    private PlanAside aside(NeedLine line, Vague vague, Zone zone, LocalDate first) {
        return new PlanAside(
                line.schoolUai(),
                line.moduleCode(),
                line.profile(),
                vague == null ? null : vague.rank(),
                line.people(),
                line.profile().isOnlyCounted() ? null : eve(zone, vague == null ? first : vague.opensOn()));
    }

    private LocalDate eve(Zone zone, LocalDate opening) {
        return calendar.plus(zone, opening, -1);
    }

    private static boolean isAside(TrainingModule module, Profile profile) {
        return module != null && (!module.isHeldInSessions() || profile == Profile.ELEVE);
    }
}
