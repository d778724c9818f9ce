package fr.forment.diagram;

import fr.forment.account.MyClock;
import fr.forment.engine.Drawing;
import fr.forment.engine.Drawings;
import fr.forment.engine.Stand;
import fr.forment.engine.Stands;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The one door: the picture of a case, or of all cases of one kind that a room names. Rights are the caller's. */
@Component
@RequiredArgsConstructor
public class Pictures {

    private static final String ITSELF = "SELECT CAST(:of AS BIGINT) AS id";

    private final Drawings drawings;
    private final Stands stands;
    private final MyClock clock;

    /** @param id the aggregate the case is about: its business key */
    public Picture ofOne(String process, long id) {
        return picture(process, ITSELF, id, null);
    }

    /**
     * @param keys SQL whose only column is called {@code id}, for one owner called {@code :of}
     * @param called what is counted, in the plural: "écoles"
     */
    public Picture ofMany(String process, String keys, long owner, String called) {
        return picture(process, keys, owner, called);
    }

    private Picture picture(String process, String keys, long of, String called) {
        Stands.Cases cases = stands.cases(process, keys, of);
        Drawing drawing = cases.definition() == null ? drawings.latest(process) : drawings.of(cases.definition());
        Map<String, Stand> found = cases.definition() == null ? Map.of() : stands.of(process, keys, of);
        ZoneId here = clock.clock().getZone();
        List<Picture.Step> steps = drawing.nodes().stream()
                .map(node -> {
                    Stand stand = found.getOrDefault(node.id(), Stand.NOWHERE);
                    return new Picture.Step(
                            node,
                            stand.now(),
                            stand.since() == null ? null : stand.since().atZone(here),
                            stand.passed(),
                            stand.failed());
                })
                .toList();
        return new Picture(drawing.name(), called == null, called, cases.running(), cases.over(), steps, drawing);
    }
}
