package fr.forment.stafflist;

import fr.forment.account.SignedIn;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.stafflist.Judge.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The person's word on doubtful lines, from a short list of choices; it may be changed until the list is written. */
@Service
@Transactional
@RequiredArgsConstructor
public class AnswerService {

    private static final int CHUNK = 200;

    private final Imports imports;
    private final Lines lines;
    private final ListCoverage coverage;
    private final Choices choices;
    private final AnalysisService analysis;
    private final Agents agents;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final JdbcClient jdbc;

    /**
     * @param codes by line
     * @throws Refusal when a line no longer asks, or does not offer that answer; none is noted then
     */
    public void answer(long id, Map<Integer, String> codes) {
        open(id);
        Terrain terrain = analysis.terrain();
        codes.forEach((seq, code) -> {
            ListLine line = lines.find(id, seq)
                    .filter(found -> found.question() != null)
                    .orElseThrow(() -> new Refusal("Une ligne ne pose plus de question : relisez l'aperçu."));
            if (choices.of(line, terrain).stream()
                    .noneMatch(choice -> choice.code().equals(code))) {
                throw new Refusal(
                        "Une réponse n'est plus proposée pour la ligne " + line.line() + " : relisez l'aperçu.");
            }
            apply(line, code, terrain);
        });
        coverage.leaveOut(id);
    }

    /**
     * The same answer to every open question of a kind: the one known person, somebody else, or left aside. Returns how
     * many it settled.
     */
    public int answerAll(long id, ListQuestion question, String kind) {
        open(id);
        Terrain terrain = analysis.terrain();
        int settled = 0;
        int last = -1;
        for (List<ListLine> some = lines.after(id, Outcome.DOUBTFUL, last, CHUNK);
                !some.isEmpty();
                some = lines.after(id, Outcome.DOUBTFUL, last, CHUNK)) {
            for (ListLine line : some) {
                List<String> fitting = line.question() != question
                        ? List.of()
                        : choices.of(line, terrain).stream()
                                .map(Choice::code)
                                .filter(code -> code.startsWith(kind))
                                .toList();
                if (fitting.size() == 1) {
                    apply(line, fitting.get(0), terrain);
                    settled++;
                }
            }
            last = some.get(some.size() - 1).seq();
        }
        if (settled > 0) {
            coverage.leaveOut(id);
        }
        return settled;
    }

    /** Whether who is not in the file may have left, or the file only adds people. */
    public void setWhole(long id, boolean whole) {
        open(id);
        jdbc.sql("UPDATE staff_import SET is_whole = ? WHERE id = ?")
                .params(whole, id)
                .update();
        coverage.leaveOut(id);
    }

    /**
     * After another analysis: answers to questions that are asked again. In the work's own steps, so without the checks
     * of {@link #answer}.
     */
    void repeat(long id, List<ListLine> answered) {
        Terrain terrain = analysis.terrain();
        for (ListLine before : answered) {
            lines.find(id, before.seq())
                    .filter(line -> line.question() == before.question() && line.outcome() == Outcome.DOUBTFUL)
                    .filter(line -> choices.of(line, terrain).stream()
                            .anyMatch(choice -> choice.code().equals(before.decision())))
                    .ifPresent(line -> apply(line, before.decision(), terrain));
        }
    }

    private void open(long id) {
        imports.find(id)
                .filter(file -> file.byWhom().equals(me.login()))
                .orElseThrow(() -> new Refusal("Ce fichier n'est pas le vôtre."));
        boolean waits = jdbc.sql(
                                "UPDATE staff_import SET revision = revision + 1, state = 'A_VERIFIER', problem = NULL WHERE id = ?"
                                        + " AND state IN ('A_VERIFIER', 'RETENU')")
                        .param(id)
                        .update()
                == 1;
        if (!waits) {
            throw new Refusal("Cette liste n'attend plus de réponse : relisez l'aperçu.");
        }
    }

    private void apply(ListLine asked, String code, Terrain terrain) {
        ListLine line = asked.withAddress(true);
        if (Choice.HERE.equals(line.decision())) {
            restoreFirst(line, terrain);
        }
        Effects effects = new Effects(mine, terrain, analysis.addresses(), agents.today());
        switch (code) {
            case Choice.SKIP -> settle(line.becomes(Outcome.LEFT_OUT, "laissée de côté", null), code);
            case Choice.FIRST ->
                settle(
                        line.becomes(
                                Outcome.ELSEWHERE,
                                "seconde école ; la principale est celle de la ligne "
                                        + first(line).line(),
                                null),
                        code);
            case Choice.HERE -> swap(line, effects);
            case Choice.OTHER -> other(line, effects, terrain);
            default -> {
                Agent known = agents.find(Long.parseLong(code.substring(code.indexOf(':') + 1)))
                        .orElseThrow();
                settle(
                        code.startsWith(Choice.BOTH)
                                ? line.becomes(
                                        Outcome.ELSEWHERE,
                                        "seconde école ; la principale reste " + terrain.label(known),
                                        known)
                                : effects.of(line, known),
                        code);
            }
        }
    }

    private void swap(ListLine line, Effects effects) {
        ListLine first = first(line);
        if (first.outcome() == Outcome.DOUBTFUL) {
            throw new Refusal("Répondez d'abord à la question de la ligne " + first.line() + ".");
        }
        Agent known =
                first.agentId() == null ? null : agents.find(first.agentId()).orElse(null);
        lines.judged(List.of(first.withAddress(true)
                .becomes(Outcome.ELSEWHERE, "seconde école ; la principale est celle de la ligne " + line.line(), null)
                .besides(line.seq())));
        settle(known == null ? effects.ofNew(line) : effects.of(line, known), Choice.HERE);
    }

    /** Somebody else; that may raise the next question, for others may bear the name too. */
    private void other(ListLine line, Effects effects, Terrain terrain) {
        if (line.question() != ListQuestion.TWO_LINES) {
            settle(effects.ofNew(line), Choice.OTHER);
            return;
        }
        Verdict verdict = judge(line.besides(null), terrain, false);
        ListLine judged = verdict.line();
        boolean asksOn = judged.outcome() == Outcome.DOUBTFUL;
        lines.judged(List.of(asksOn ? judged : judged.answered(Choice.OTHER).besides(line.mainSeq())));
        if (asksOn) {
            lines.candidates(
                    line.importId(),
                    Map.of(
                            line.seq(),
                            verdict.candidates().stream().map(Agent::id).toList()));
        }
    }

    private void restoreFirst(ListLine line, Terrain terrain) {
        ListLine first = first(line);
        lines.judged(List.of(judge(first.besides(null), terrain, true).line()));
    }

    private Verdict judge(ListLine line, Terrain terrain, boolean among) {
        Set<String> places = coverage.places(line.importId());
        return analysis.judgeOf(line.importId(), List.of(line), terrain, places).judge(line, among);
    }

    private ListLine first(ListLine line) {
        return lines.find(line.importId(), line.mainSeq())
                .orElseThrow(() -> new Refusal("L'autre ligne a disparu : relisez l'aperçu."));
    }

    private void settle(ListLine line, String code) {
        lines.judged(List.of(line.answered(code)));
    }
}
