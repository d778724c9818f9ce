package fr.forment.stafflist;

import fr.forment.account.SignedIn;
import fr.forment.database.Slice;
import fr.forment.stafflist.Terrain.Place;
import fr.forment.stafflist.Weight.Measure;
import fr.forment.stafflist.reading.SheetsRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a deposited list would do, a page at a time, to the person who brought it and to nobody else. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class PreviewService {

    /** Lines on a page. */

    /** In the order in which a person looks at them: what asks for something first. */
    private static final List<Outcome> ORDER = List.of(
            Outcome.DOUBTFUL,
            Outcome.TO_FIX,
            Outcome.GONE,
            Outcome.MOVED,
            Outcome.NEW,
            Outcome.BACK,
            Outcome.CHANGED,
            Outcome.ELSEWHERE,
            Outcome.LEFT_OUT,
            Outcome.SAME,
            Outcome.SKIPPED);

    /**
     * A line as it is shown.
     *
     * @param sheet of the workbook, empty where only one was read
     * @param line of the file; 0 for somebody the file leaves out
     * @param choices what may be answered; empty when nothing is asked
     * @param decision the code of the answer given, or null
     */
    public record Row(
            int seq,
            String sheet,
            long line,
            String name,
            String function,
            String place,
            Outcome outcome,
            String reason,
            List<Choice> choices,
            String decision) {}

    /** One kind of lines, so many of them. */
    public record Part(Outcome outcome, int count) {}

    /** An address of the file that is not written, and why. */
    public record Kept(long line, String address, String reason) {}

    /** An open question and how many lines ask it. */
    public record Open(ListQuestion question, int count) {}

    /**
     * The list as a whole. {@code kept}: lines whose address is not for the person to write, counted, and the first of
     * them.
     */
    public record Overview(
            StaffImport file, List<Part> parts, Measure weight, List<Open> open, int keptCount, List<Kept> kept) {

        public int count(Outcome outcome) {
            return parts.stream()
                    .filter(part -> part.outcome() == outcome)
                    .mapToInt(Part::count)
                    .sum();
        }

        /** What is to be written for anybody. */
        public int effects() {
            return parts.stream()
                    .filter(part -> WritingService.WRITTEN.contains(part.outcome()))
                    .mapToInt(Part::count)
                    .sum();
        }

        /** The kind of lines to show unless another is asked for. */
        public Outcome first() {
            return parts.stream()
                    .filter(part -> part.count() > 0)
                    .map(Part::outcome)
                    .findFirst()
                    .orElse(Outcome.SAME);
        }
    }

    private final Imports imports;
    private final Lines lines;
    private final Choices choices;
    private final Weight weight;
    private final AnalysisService analysis;
    private final SignedIn me;

    /** Empty when it is not there, or somebody else's. */
    public Optional<StaffImport> find(long id) {
        return imports.find(id).filter(file -> file.byWhom().equals(me.login()));
    }

    public Overview overview(StaffImport file) {
        Map<Outcome, Integer> counts = lines.counts(file.id());
        return new Overview(
                file,
                ORDER.stream()
                        .map(outcome -> new Part(outcome, counts.getOrDefault(outcome, 0)))
                        .toList(),
                weight.of(file),
                lines.open(file.id()).entrySet().stream()
                        .map(entry -> new Open(entry.getKey(), entry.getValue()))
                        .toList(),
                lines.countWithoutAddress(file.id()),
                lines.withoutAddress(file.id(), Slice.SIZE).stream()
                        .map(line -> new Kept(line.line(), line.email(), line.reason()))
                        .toList());
    }

    /** @param page from 0 */
    public List<Row> page(long id, Outcome outcome, int from, int size) {
        Terrain terrain = analysis.terrain();
        SheetsRead sheets = imports.find(id).orElseThrow().sheets();
        List<Row> rows = new ArrayList<>();
        List<ListLine> page = lines.page(id, outcome, from, size);
        terrain.look(page.stream().map(ListLine::uai).filter(Objects::nonNull).toList());
        for (ListLine line : page) {
            Place place = line.uai() == null ? null : terrain.find(line.uai());
            rows.add(new Row(
                    line.seq(),
                    line.line() == 0 ? "" : sheets.of(line.seq()),
                    line.line(),
                    line.isReadable() ? line.lastName() + " " + line.firstName() : "",
                    line.function() == null ? "" : line.function().label(),
                    place == null ? line.uai() : place.label(),
                    line.outcome(),
                    line.reason(),
                    line.question() == null ? List.of() : choices.of(line, terrain),
                    line.decision()));
        }
        return rows;
    }
}
