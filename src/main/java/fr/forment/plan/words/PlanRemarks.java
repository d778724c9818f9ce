package fr.forment.plan.words;

import fr.forment.french.French;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanOpinions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What was said of the sessions of a plan, to be read where they stand. */
@Component
@RequiredArgsConstructor
public class PlanRemarks {

    private final PlanOpinions opinions;
    private final PlanNames names;

    /**
     * Number of a session to what was said of it in any version, oldest first: « Léa Martin, 02/12/2026 : trop tôt ».
     */
    public Map<Integer, List<String>> ofLines(Plan plan) {
        return named(opinions.remarks(plan.rootId()));
    }

    /** The same of one session. */
    public List<String> ofLine(Plan plan, int line) {
        List<PlanOpinions.Remark> said = opinions.remarks(plan.rootId()).stream()
                .filter(remark -> remark.line() != null && remark.line() == line)
                .toList();
        return said.isEmpty() ? List.of() : named(said).get(line);
    }

    private Map<Integer, List<String>> named(List<PlanOpinions.Remark> remarks) {
        return ofLines(
                remarks,
                names.authors(remarks.stream()
                        .map(PlanOpinions.Remark::byWhom)
                        .distinct()
                        .toList()));
    }

    /** @param authors login to name */
    public static Map<Integer, List<String>> ofLines(List<PlanOpinions.Remark> remarks, Map<String, String> authors) {
        Map<Integer, List<String>> said = new TreeMap<>();
        remarks.stream().filter(remark -> remark.line() != null).forEach(remark -> said.computeIfAbsent(
                        remark.line(), none -> new ArrayList<>())
                .add(authors.get(remark.byWhom()) + ", " + French.numeric(remark.at()) + " : " + remark.text()));
        return said;
    }
}
