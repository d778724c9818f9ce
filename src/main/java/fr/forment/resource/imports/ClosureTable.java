package fr.forment.resource.imports;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvRow;
import fr.forment.french.Refusal;
import fr.forment.resource.ClosureService;
import fr.forment.resource.Closures;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Uai;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Days on which schools are closed. */
@Component
@Order(5)
@RequiredArgsConstructor
class ClosureTable implements ResourceTable {

    private static final CsvColumn SCHOOL = CsvColumn.named("uai", "ecole");
    private static final CsvColumn REASON = CsvColumn.named("motif");
    private static final String ALL = "toutes";

    private final Closures closures;
    private final ClosureService service;

    @Override
    public String name() {
        return "fermetures";
    }

    @Override
    public String title() {
        return "Écoles fermées";
    }

    @Override
    public List<CsvColumn> columns() {
        return List.of(SCHOOL, CellsOfFile.FROM, CellsOfFile.UNTIL, REASON);
    }

    @Override
    public CsvColumn mark() {
        return REASON;
    }

    @Override
    public List<String> example() {
        return List.of(ALL, "11/01/2027", "11/01/2027", "Neige (exemple)");
    }

    @Override
    public List<List<Object>> rows(Circonscription where) {
        return closures.of(where.uai()).stream()
                .map(closure -> Arrays.<Object>asList(
                        closure.schoolUai() == null ? ALL : closure.schoolUai(),
                        closure.period().from(),
                        closure.period().until(),
                        closure.reason()))
                .toList();
    }

    @Override
    public Function<CsvRow, ResourceLine> reader(Circonscription where) {
        return row -> {
            boolean all = CellsOfFile.folded(row, SCHOOL).equals(ALL);
            String school = all
                    ? null
                    : Uai.read(row.get(SCHOOL))
                            .map(Uai::value)
                            .orElseThrow(() -> new Refusal(
                                    "Écrivez l'identifiant (UAI) de l'école, ou « toutes » pour toute la circonscription.",
                                    SCHOOL.title()));
            var from = CellsOfFile.day(row, CellsOfFile.FROM);
            var until = CellsOfFile.day(row, CellsOfFile.UNTIL);
            String reason = row.get(REASON);
            return new ResourceLine(
                    (all ? "toutes les écoles" : school) + " : " + reason,
                    () -> service.close(where.uai(), school, from, until, reason));
        };
    }
}
