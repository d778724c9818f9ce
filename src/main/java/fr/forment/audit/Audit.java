package fr.forment.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for what is never to be found, on live data: reads only, one statement an invariant. */
@Component
@RequiredArgsConstructor
public class Audit {

    /** Shown of one invariant; the count says how many there are. */
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param some the first of what breaks it */
    public record Finding(Invariant invariant, int count, List<String> some) {

        public boolean isBroken() {
            return count > 0;
        }
    }

    /** Of every invariant, also where all is well. */
    public List<Finding> look() {
        return Arrays.stream(Invariant.values()).map(this::look).toList();
    }

    /** 0: all is well; else the worst that was found, see {@link Severity}. */
    public static int exitCode(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isBroken)
                .mapToInt(finding -> finding.invariant().severity().exitCode())
                .max()
                .orElse(0);
    }

    /** Of one, to be measured. */
    public Finding look(Invariant invariant) {
        List<String> broken = jdbc.sql(invariant.broken() + " ORDER BY 1")
                .param("now", LocalDateTime.now(clock))
                .query(String.class)
                .list();
        return new Finding(invariant, broken.size(), broken.stream().limit(MOST).toList());
    }
}
