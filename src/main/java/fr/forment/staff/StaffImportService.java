package fr.forment.staff;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import fr.forment.staff.StaffPreview.Outcome;
import fr.forment.staff.StaffPreview.Row;
import fr.forment.staff.file.StaffLine;
import fr.forment.territory.UnreadableFile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a staff file in two steps: it is kept and shown, then accepted or thrown away by the same person. All of it is written, or nothing;
 * or, when the person says so, its good lines. The content is erased once it has served, and at the next deposit if it never did.
 */
@Service
@Transactional
public class StaffImportService {

    /** The columns of the file to download, in order. */
    public static final List<String> HEADER = StaffFile.HEADER;

    private static final int LARGEST = 2_000_000;

    /** A deposited file. {@code state}: SHOWN, DONE, DROPPED. */
    public record Deposit(long id, String fileName, StaffPreview preview) {
    }

    /** How many people were added, were changed, and how many lines were left out. */
    public record Result(int arrived, int changed, int refused) {
    }

    private final StaffCheck check;
    private final StaffService staff;
    private final Agents agents;
    private final SignedIn me;
    private final JdbcClient jdbc;
    private final Clock clock;

    StaffImportService(StaffCheck check, StaffService staff, Agents agents, SignedIn me, JdbcClient jdbc, Clock clock) {
        this.check = check;
        this.staff = staff;
        this.agents = agents;
        this.me = me;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws UnreadableFile when it is not a staff list; nothing is kept of it then */
    public long deposit(String fileName, byte[] content) {
        if (content.length > LARGEST) {
            throw new UnreadableFile("Ce fichier dépasse 2 Mo : ce n'est pas une liste de personnels. Déposez une circonscription à la fois.");
        }
        StaffFile.read(new ByteArrayResource(content));
        jdbc.sql("UPDATE staff_import SET content = NULL, state = 'DROPPED' WHERE state = 'SHOWN' AND (by_whom = ? OR at < ?)")
                .params(me.login(), OffsetDateTime.now(clock).minusDays(1)).update();
        var key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO staff_import (at, by_whom, file_name, content, state) VALUES (?, ?, ?, ?, 'SHOWN')")
                .params(OffsetDateTime.now(clock), me.login(), shortened(fileName), Base64.getEncoder().encodeToString(content))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** Empty when it is not there, was used already, or is somebody else's. */
    @Transactional(readOnly = true)
    public Optional<Deposit> find(long id) {
        record Stored(String fileName, String content) {
        }
        return jdbc.sql("SELECT file_name, content FROM staff_import WHERE id = ? AND by_whom = ? AND state = 'SHOWN'")
                .params(id, me.login()).query(Stored.class).optional()
                .map(stored -> new Deposit(id, stored.fileName(), preview(stored.content())));
    }

    /**
     * Writes it. Empty, and nothing written, when the file is gone, when it would no longer do what was shown (fingerprint), or when it has
     * problems and only the whole was accepted.
     */
    public Optional<Result> accept(long id, String fingerprint, Arrival arrival, boolean goodLinesOnly) {
        StaffPreview preview = find(id).map(Deposit::preview).filter(shown -> shown.fingerprint().equals(fingerprint))
                .filter(shown -> shown.isFlawless() || goodLinesOnly).orElse(null);
        if (preview == null) {
            return Optional.empty();
        }
        List<StaffLine> arriving = preview.rows().stream().filter(row -> row.outcome() == Outcome.NEW || row.outcome() == Outcome.BACK)
                .map(Row::content).toList();
        List<Agent> arrived = staff.registerAll(arriving.stream().map(StaffLine::newAgent).toList(), arrival);
        for (Row row : preview.rows()) {
            if (row.outcome() == Outcome.CHANGED) {
                change(row);
            }
        }
        var leaving = arriving.stream().filter(line -> line.leavesOn() != null).toList();
        leaving.forEach(line -> arrived.stream().filter(agent -> isSame(agent, line)).forEach(agent -> staff.leave(agent.id(), line.leavesOn())));
        Result result = new Result(arrived.size(), (int) preview.count(Outcome.CHANGED), preview.problems().size());
        jdbc.sql("UPDATE staff_import SET content = NULL, state = 'DONE', arrived = ?, changed = ?, refused = ? WHERE id = ?")
                .params(result.arrived(), result.changed(), result.refused(), id).update();
        return Optional.of(result);
    }

    private void change(Row row) {
        StaffLine line = row.content();
        Agent known = agents.find(row.agentId()).orElseThrow();
        staff.adopt(row.agentId(), line.about(known), check.effectiveOn(line));
        if (line.leavesOn() != null) {
            staff.leave(row.agentId(), line.leavesOn());
        }
    }

    private StaffPreview preview(String content) {
        return check.check(StaffFile.read(new ByteArrayResource(Base64.getDecoder().decode(content))));
    }

    private static boolean isSame(Agent agent, StaffLine line) {
        NewAgent said = line.newAgent();
        return agent.email() != null && agent.email().equals(said.email())
                || agent.foldedName().equals(said.foldedName()) && line.uai().equals(agent.schoolUai());
    }

    private static String shortened(String fileName) {
        String name = fileName == null ? "liste" : fileName;
        return name.substring(0, Math.min(200, name.length()));
    }
}
