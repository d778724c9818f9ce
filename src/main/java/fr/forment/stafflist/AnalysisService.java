package fr.forment.stafflist;

import fr.forment.files.ImportProblem;
import fr.forment.files.TableRow;
import fr.forment.french.Typed;
import fr.forment.people.AddressRights;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.stafflist.Judge.Verdict;
import fr.forment.stafflist.reading.ColumnMapping;
import fr.forment.stafflist.reading.LineReader;
import fr.forment.stafflist.reading.Reading;
import fr.forment.stafflist.reading.ReadingChoices;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Schools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an analysis, each a short transaction on the file's own tables: nothing is written on people. */
@Service
@Transactional
@RequiredArgsConstructor
public class AnalysisService {

    private final Imports imports;
    private final Lines lines;
    private final ListCoverage coverage;
    private final Agents agents;
    private final OtherSchools others;
    private final MyPerimeter mine;
    private final AddressRights addressRights;
    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final JdbcClient jdbc;

    Terrain terrain() {
        return new Terrain(schools, circonscriptions, mine);
    }

    AddressRights.Desk addresses() {
        return addressRights.desk();
    }

    /** Clears what an earlier analysis left; returns the answers that were given then. */
    List<ListLine> begin(long id) {
        List<ListLine> answered = lines.answered(id);
        for (String table : List.of("staff_import_candidate", "staff_import_line", "staff_import_place")) {
            jdbc.sql("DELETE FROM " + table + " WHERE import_id = ?").param(id).update();
        }
        jdbc.sql("UPDATE staff_import SET newest_agent = (SELECT COALESCE(MAX(id), 0) FROM agent) WHERE id = ?")
                .param(id)
                .update();
        return answered;
    }

    /** How many lines the chunk had; 0 past the last one. */
    int read(StaffImport file, int chunk) {
        LineReader reader = new LineReader(
                        file.header(),
                        ColumnMapping.parse(file.mapping(), file.header()),
                        new ReadingChoices(file.schoolUai(), file.silentFunction()))
                .on(agents.today());
        List<TableRow> rows = imports.chunk(file.id(), chunk);
        List<ListLine> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int seq = chunk * Lines.CHUNK + i;
            if (reader.isTotal(rows.get(i).cells())) {
                read.add(ListLine.total(file.id(), seq, rows.get(i).line()));
                continue;
            }
            Reading reading = reader.read(rows.get(i).line(), rows.get(i).cells());
            read.add(
                    reading.line() == null
                            ? ListLine.unreadable(file.id(), seq, rows.get(i).line(), why(reading.problems()))
                            : ListLine.read(file.id(), seq, reading.line()));
        }
        lines.add(read);
        return rows.size();
    }

    /** Copies of a line tell nothing new: they are no second person, and nothing to correct. */
    void skipCopies(StaffImport file) {
        lines.skip(
                file.id(),
                lines.copies(file.id()),
                copy -> "identique à la " + file.sheets().line(copy.firstSeq(), copy.firstLine())
                        + " : comptée une seule fois");
    }

    /** The places the file names and this person may write to. */
    Set<String> places(long id, Terrain terrain) {
        return coverage.settle(id, terrain);
    }

    void judge(long id, int chunk, Terrain terrain, Set<String> places) {
        int from = chunk * Lines.CHUNK;
        List<ListLine> readable = lines.between(id, from, from + Lines.CHUNK).stream()
                .filter(ListLine::isReadable)
                .filter(line -> line.outcome() != Outcome.SKIPPED)
                .toList();
        Judge judge = judgeOf(id, readable, terrain, places);
        List<ListLine> judged = new ArrayList<>();
        Map<Integer, List<Long>> candidates = new HashMap<>();
        for (ListLine line : readable) {
            Verdict verdict = judge.judge(line);
            judged.add(verdict.line());
            if (!verdict.candidates().isEmpty()) {
                candidates.put(
                        line.seq(), verdict.candidates().stream().map(Agent::id).toList());
            }
        }
        lines.judged(judged);
        lines.candidates(id, candidates);
    }

    /** Knows whom these lines may be about. */
    Judge judgeOf(long id, List<ListLine> some, Terrain terrain, Set<String> places) {
        Around around = Around.of(id, some, agents, others, lines);
        AddressRights.Desk addresses = addresses();
        addresses.know(around.people());
        return new Judge(
                around,
                new Effects(mine, terrain, addresses, agents.today()),
                terrain,
                mine::covers,
                places,
                agents.today(),
                imports.find(id).orElseThrow().sheets());
    }

    /** Two lines about one person cannot both be written; then who is left out, and the word is the person's. */
    void finish(long id, String worker) {
        lines.sayTwice(id);
        coverage.leaveOut(id);
        jdbc.sql("""
                UPDATE staff_import SET state = 'A_VERIFIER', revision = revision + 1, worker = NULL, lease_until = NULL
                WHERE id = ? AND worker = ? AND state = 'EN_ANALYSE'""").params(id, worker).update();
    }

    private static String why(List<ImportProblem> problems) {
        return String.join(
                " ; ",
                problems.stream()
                        .map(problem -> (problem.column().isEmpty()
                                        ? ""
                                        : problem.column()
                                                + (problem.value().isEmpty() ? "" : " " + Typed.quoted(problem.value()))
                                                + " : ")
                                + problem.message())
                        .toList());
    }
}
