package fr.forment.resource.imports;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvRow;
import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.function.Function;

/** One kind of table: its columns, how a line of a file is read, what is known as lines of it. */
interface ResourceTable {

    /** "salles": its name in addresses and files. */
    String name();

    /** "Salles". */
    String title();

    /** In the order of the file to fill in. */
    List<CsvColumn> columns();

    /** No other table has it. */
    CsvColumn mark();

    /** A line that shows how it is filled in. */
    List<String> example();

    /** All that is known, a cell for each column. */
    List<List<Object>> rows(Circonscription where);

    /** Refuses, naming the column, what cannot be read. */
    Function<CsvRow, ResourceLine> reader(Circonscription where);
}
