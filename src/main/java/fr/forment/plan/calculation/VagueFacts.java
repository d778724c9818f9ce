package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.List;

/** Schools that open on the same day. */
public record VagueFacts(int rank, LocalDate opensOn, List<String> schoolUais) {
}
