package fr.forment.project.blocked;

import fr.forment.french.French;
import fr.forment.project.ProjectState;
import fr.forment.project.VagueState;
import fr.forment.territory.Clocks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Vagues whose day of opening has gone by while schools of theirs still wait for it, begun or not: no task says it. The
 * one source of whoever tells it. One statement.
 */
@Component
@RequiredArgsConstructor
public class MissedOpenings {

    /**
     * A place {@code p} of a vague {@code v} whose ENT is still to be opened. A vague that has not begun yet is waited
     * for like the others.
     */
    public static final String STILL_TO_OPEN =
            "p.state NOT IN ('EN_SERVICE', 'REPORTEE', 'RETIREE') AND v.state NOT IN ('CLOSE', 'SUSPENDUE')";

    private static final Set<VagueState> BEFORE_OPENING = EnumSet.range(VagueState.PREPARATION, VagueState.PRETE);

    /** Why a vague that none comes before has not begun. */
    private static final Map<ProjectState, String> STAGES = Map.of(
            ProjectState.CADRAGE, "le projet n'est pas cadré",
            ProjectState.BESOINS, "les besoins ne sont pas tous recueillis",
            ProjectState.PLAN, "le plan n'est pas approuvé",
            ProjectState.FORMATEURS, "les formateurs ne sont pas tous formés");

    private static final String ROWS = """
            SELECT v.id, j.id AS project_id, j.title AS project, j.state AS stage, j.circonscription_uai AS place, c.departement_code AS departement,
                   v.rank, v.title, v.state, v.opens_on,
                   (SELECT COUNT(*) FROM vague_school p WHERE p.vague_id = v.id AND %s) AS schools,
                   (SELECT COUNT(*) FROM vague_school p WHERE p.vague_id = v.id AND p.state = 'EN_SERVICE') AS opened,
                   (SELECT MIN(o.rank) FROM vague o WHERE o.project_id = v.project_id AND o.rank < v.rank AND o.state NOT IN ('CLOSE', 'SUSPENDUE')) AS before
              FROM vague v JOIN project j ON j.id = v.project_id JOIN circonscription c ON c.uai = j.circonscription_uai
             WHERE j.circonscription_uai IN (:places) AND v.opens_on < :today AND v.state IN (:states)
             ORDER BY v.opens_on, v.id""".formatted(STILL_TO_OPEN);

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * One of them.
     *
     * @param schools that wait for it: at least one
     * @param opened those whose ENT is open: its sessions are held again
     * @param before rank of the vague that must be closed first; null where none must
     */
    public record Missed(
            long id,
            long projectId,
            String project,
            ProjectState stage,
            String place,
            String departement,
            int rank,
            String title,
            VagueState state,
            LocalDate opensOn,
            int schools,
            int opened,
            Integer before) {

        /** What it waits for, in French, to stand in a sentence. */
        public String why() {
            return state == VagueState.PREPARATION ? notBegun(before, stage) : French.inSentence(state.label());
        }

        public boolean isBegun() {
            return state != VagueState.PREPARATION;
        }

        /** « la vague 1 n'est pas close ; 17 écoles attendent » */
        public String told() {
            return why() + " ; "
                    + (opened == 0 ? "" : French.count(opened, "école ouverte", "écoles ouvertes") + ", ")
                    + French.count(schools, "école attend", "écoles attendent");
        }

        /** Where it is said what blocks it. */
        public String link() {
            return "/projets/" + projectId + "/vagues/" + rank + "/blocages";
        }
    }

    /** What has waited longest first. @param places circonscriptions */
    public List<Missed> in(Collection<String> places) {
        return places.isEmpty()
                ? List.of()
                : jdbc
                        .sql(ROWS)
                        .param("places", places)
                        .param("today", LocalDate.now(clock).plusDays(1))
                        .param(
                                "states",
                                BEFORE_OPENING.stream().map(VagueState::name).toList())
                        .query(Missed.class)
                        .list()
                        .stream()
                        .filter(late -> late.schools() > 0)
                        .filter(late -> late.opensOn().isBefore(today(late)))
                        .toList();
    }

    /** Of a vague in preparation. @param before as in {@link Missed} */
    static String notBegun(Integer before, ProjectState stage) {
        return before == null
                ? STAGES.getOrDefault(stage, "elle n'a pas commencé")
                : "la vague " + before + " n'est pas close";
    }

    private LocalDate today(Missed late) {
        return LocalDate.ofInstant(clock.instant(), Clocks.of(late.departement()));
    }
}
