package fr.forment.stafflist;

import fr.forment.account.AgentFunction;
import fr.forment.account.SignedIn;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.stafflist.Terrain.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a file speaks of: the schools and offices it names, and of those only the kinds of people it holds. A file for
 * one school says nothing of the others, a list of teachers nothing of the AESH. Whoever is there and not in the file
 * is left out by it.
 */
@Component
@RequiredArgsConstructor
class ListCoverage {

    /** The people whom a file covers, as {@code a}: found from its places, so that a school's list costs a school. */
    private static final String COVERED = " " + """
            FROM (SELECT s.* FROM staff_import_place p JOIN agent s ON s.school_uai = p.uai
                   WHERE p.import_id = :id AND (s.left_on IS NULL OR s.left_on > :today) AND s.function IN (:functions)
                   UNION ALL SELECT o.* FROM staff_import_place p JOIN agent o ON o.circonscription_uai = p.uai AND o.school_uai IS NULL
                   WHERE p.import_id = :id AND (o.left_on IS NULL OR o.left_on > :today) AND o.function IN (:functions)) a""";
    /**
     * No line is about them, or may be. Asked person by person: H2 reads a whole list anew for each when it stands
     * behind NOT IN.
     */
    private static final String NOT_SPOKEN_OF = " " + """
            AND NOT EXISTS (SELECT 1 FROM staff_import_line l WHERE l.import_id = :id AND l.agent_id = a.id AND l.outcome <> 'GONE')
            AND NOT EXISTS (SELECT 1 FROM staff_import_candidate c JOIN staff_import_line l ON l.import_id = c.import_id AND l.seq = c.seq
                WHERE c.import_id = :id AND c.agent_id = a.id AND l.outcome IN ('DOUBTFUL', 'LEFT_OUT'))""";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Agents agents;
    private final MyPerimeter mine;
    private final SignedIn me;

    /** Writes down the places of the file in which this person may write. */
    Set<String> settle(long id, Terrain terrain) {
        Set<String> places = new HashSet<>();
        List<Object[]> rows = new ArrayList<>();
        record Named(String uai, AgentFunction function) {}
        for (Named named : client.sql(
                        "SELECT DISTINCT uai, function FROM staff_import_line WHERE import_id = ? AND folded_name IS NOT NULL")
                .param(id)
                .query(Named.class)
                .list()) {
            if (terrain.problem(named.function(), named.uai()).isEmpty() && places.add(named.uai())) {
                Place place = terrain.find(named.uai());
                rows.add(new Object[] {id, place.uai(), place.circonscriptionUai(), true});
            }
        }
        jdbc.batchUpdate(
                "INSERT INTO staff_import_place (import_id, uai, circonscription_uai, was_empty) VALUES (?, ?, ?, ?)",
                rows);
        for (String where : List.of("a.school_uai = p.uai", "a.school_uai IS NULL AND a.circonscription_uai = p.uai")) {
            client.sql(
                            "UPDATE staff_import_place p SET was_empty = FALSE WHERE import_id = :id AND EXISTS (SELECT 1 FROM agent a WHERE "
                                    + where + " AND (a.left_on IS NULL OR a.left_on > :today))")
                    .param("id", id)
                    .param("today", agents.today())
                    .update();
        }
        return places;
    }

    Set<String> places(long id) {
        return new HashSet<>(client.sql("SELECT uai FROM staff_import_place WHERE import_id = ?")
                .param(id)
                .query(String.class)
                .list());
    }

    /**
     * Who is left out, afresh. Nobody as long as a line or a sheet is not read (it may be theirs), or when the file
     * only adds; never the person who brings it, nor people above.
     */
    void leaveOut(long id) {
        client.sql("DELETE FROM staff_import_line WHERE import_id = ? AND outcome = 'GONE'")
                .param(id)
                .update();
        Set<String> functions = functions(id);
        int covered = functions.isEmpty()
                ? 0
                : client.sql("SELECT COUNT(*)" + COVERED)
                        .param("id", id)
                        .param("today", agents.today())
                        .param("functions", functions)
                        .query(Integer.class)
                        .single();
        client.sql("UPDATE staff_import SET covered = ? WHERE id = ?")
                .params(covered, id)
                .update();
        Set<String> mayGo = new HashSet<>(functions);
        mayGo.removeIf(function -> !mine.mayRegister(AgentFunction.valueOf(function)));
        if (covered == 0 || mayGo.isEmpty() || saysNothingOfOthers(id)) {
            return;
        }
        client.sql("""
                INSERT INTO staff_import_line (import_id, seq, line, outcome, reason, uai, last_name, first_name, folded_name, email, function,
                                               agent_id, agent_version)
                SELECT :id, :after + ROW_NUMBER() OVER (ORDER BY COALESCE(a.school_uai, a.circonscription_uai), a.folded_name, a.id), 0, 'GONE',
                       'est sur la liste de cette école ou de ce service, mais pas dans le fichier', COALESCE(a.school_uai, a.circonscription_uai),
                       a.last_name, a.first_name, a.folded_name, a.email, a.function, a.id, a.version""" + COVERED + " WHERE a.missing_since IS NULL AND a.id <> :me" + NOT_SPOKEN_OF)
                .param("id", id)
                .param("after", Lines.AFTER_LINES)
                .param("me", me.agentId() == null ? -1L : me.agentId())
                .param("today", agents.today())
                .param("functions", mayGo)
                .update();
    }

    private boolean saysNothingOfOthers(long id) {
        return Cells.readSheets(client.sql("SELECT sheets FROM staff_import WHERE id = ?")
                                .param(id)
                                .query(String.class)
                                .optional()
                                .orElse(null))
                        .mayHideMore()
                || !client.sql("SELECT is_whole FROM staff_import WHERE id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single()
                || client.sql(
                                        "SELECT COUNT(*) FROM staff_import_line WHERE import_id = ? AND outcome = 'TO_FIX' AND folded_name IS NULL")
                                .param(id)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** The kinds of people the file holds: those of a class go together, others each for themselves. */
    private Set<String> functions(long id) {
        Set<String> functions =
                new HashSet<>(client.sql("""
                SELECT DISTINCT function FROM staff_import_line WHERE import_id = ? AND folded_name IS NOT NULL AND outcome <> 'GONE'""").param(id).query(String.class).list());
        Set<String> classes = Set.of(
                AgentFunction.DIRECTEUR.name(),
                AgentFunction.ADJOINT.name(),
                AgentFunction.CONTRACTUEL.name(),
                AgentFunction.PES.name());
        if (classes.stream().anyMatch(functions::contains)) {
            functions.addAll(classes);
        }
        return functions;
    }
}
