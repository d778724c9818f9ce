package fr.forment.resource.imports;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvLines;
import fr.forment.files.CsvRow;
import fr.forment.files.ImportProblem;
import fr.forment.files.SpoiltText;
import fr.forment.files.TableFile;
import fr.forment.files.TotalLine;
import fr.forment.files.UnreadableFile;
import fr.forment.files.XlsxSheet;
import fr.forment.french.Refusal;
import fr.forment.territory.Circonscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a table of resources in. The preview does all that saving does and then takes it back, so that it cannot
 * promise what saving would refuse. Rights on the circonscription are asked by the caller.
 */
@Service
@Transactional
public class ResourceImportService {

    /** A table by its name, for pages. */
    public record Offered(String name, String title, List<String> columns) {}

    private static final int MOST = 2000;
    /** What a line that shows how to fill in ends with. */
    private static final String EXAMPLE = "(exemple)";

    private static final CsvLines.Expected EXPECTED =
            new CsvLines.Expected("un tableau de ressources", "nom;prenom;courriel;du;au", 20, true);

    private final List<ResourceTable> tables;
    private final TransactionTemplate each;

    ResourceImportService(List<ResourceTable> tables, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @throws UnreadableFile when nothing can be taken from the file */
    public ResourcePreview preview(InputStreamSource file, Circonscription where) {
        ResourcePreview seen = write(file, where);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return seen;
    }

    /**
     * @param goodOnly lines that cannot be written are left aside; otherwise one of them keeps all from being written
     * @return what was written, or would have been
     */
    public ResourcePreview apply(InputStreamSource file, Circonscription where, boolean goodOnly) {
        ResourcePreview seen = write(file, where);
        if (!seen.problems().isEmpty() && !goodOnly) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return seen;
    }

    @Transactional(readOnly = true)
    public List<Offered> offered() {
        return tables.stream()
                .map(table -> new Offered(table.name(), table.title(), titles(table)))
                .toList();
    }

    /** The file to fill in: titles and one line that shows how. */
    @Transactional(readOnly = true)
    public XlsxSheet template(String name) {
        ResourceTable table = named(name);
        return new XlsxSheet(table.title(), titles(table), List.of(table.example()));
    }

    /** What is known, in the columns it may come back in. */
    @Transactional(readOnly = true)
    public XlsxSheet export(String name, Circonscription where) {
        ResourceTable table = named(name);
        return new XlsxSheet(table.title(), titles(table), table.rows(where));
    }

    private ResourcePreview write(InputStreamSource source, Circonscription where) {
        TableFile file = TableFile.read(source, EXPECTED, MOST);
        ResourceTable table = tables.stream()
                .filter(candidate -> file.has(candidate.mark()))
                .findFirst()
                .orElseThrow(
                        () -> new UnreadableFile(
                                "Les titres des colonnes ne sont ceux d'aucun des tableaux : partez d'un modèle de cette page, ou reprenez ses titres."));
        Function<CsvRow, ResourceLine> reader = table.reader(where);
        List<ResourcePreview.Change> changes = new ArrayList<>();
        List<ImportProblem> problems = new ArrayList<>();
        int known = 0;
        for (CsvRow row : file.rows()) {
            if (TotalLine.is(row.fields())) {
                continue;
            }
            try {
                refuseBroken(row);
                refuseExample(row, table);
                ResourceLine line = reader.apply(row);
                if (Boolean.TRUE.equals(each.execute(status -> line.write().getAsBoolean()))) {
                    changes.add(new ResourcePreview.Change(row.line(), line.text()));
                } else {
                    known++;
                }
            } catch (Refusal no) {
                problems.add(problem(row, table, no));
            }
        }
        return new ResourcePreview(table.title(), changes, known, problems);
    }

    private static void refuseBroken(CsvRow row) {
        if (row.fields().stream().anyMatch(SpoiltText::is)) {
            throw new Refusal(SpoiltText.ADVICE);
        }
        if (row.isLong()) {
            throw new Refusal(
                    "La ligne compte plus de colonnes que les titres : un séparateur s'est sans doute glissé dans une case.");
        }
    }

    /** Whoever sends the file to fill in back as it is means nothing by its line that shows how. */
    private static void refuseExample(CsvRow row, ResourceTable table) {
        if (filled(row.fields()).equals(filled(table.example()))
                || row.fields().stream().anyMatch(cell -> cell.strip().endsWith(EXAMPLE))) {
            throw new Refusal(
                    "C'est la ligne d'exemple du modèle : elle n'est pas enregistrée. Supprimez-la du fichier.");
        }
    }

    private static List<String> filled(List<String> cells) {
        return cells.stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
    }

    private static ImportProblem problem(CsvRow row, ResourceTable table, Refusal no) {
        String field = no.fields().isEmpty() ? "" : no.fields().get(0);
        return table.columns().stream()
                .filter(column -> column.title().equals(field))
                .findFirst()
                .map(column -> new ImportProblem(row.line(), column.title(), row.get(column), no.getMessage()))
                .orElseGet(() -> new ImportProblem(row.line(), "", "", no.getMessage()));
    }

    private ResourceTable named(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("Ce tableau n'existe pas : choisissez-en un de la page."));
    }

    private static List<String> titles(ResourceTable table) {
        return table.columns().stream().map(CsvColumn::title).toList();
    }
}
