package fr.forment.files;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.apache.poi.hssf.model.HSSFFormulaParser;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.ss.usermodel.FormulaError;

/** The lines of a sheet of an .xls: its cells stand one behind the other, line by line. */
final class XlsRows implements SheetRows {

    private final InputStream sheet;
    private final RecordFactoryInputStream records;
    private final IntFunction<String> texts;
    private final BiFunction<BigDecimal, Integer, String> numbers;
    private final SheetLine line = new SheetLine();
    private CellValueRecordInterface read;
    private int depth;

    /**
     * @param sheet from where the sheet begins
     * @param texts of the workbook, by number
     * @param numbers in the style of that number
     */
    XlsRows(InputStream sheet, IntFunction<String> texts, BiFunction<BigDecimal, Integer, String> numbers) {
        this.sheet = sheet;
        this.records = new RecordFactoryInputStream(sheet, false);
        this.texts = texts;
        this.numbers = numbers;
        this.read = cell();
    }

    @Override
    public TableRow next() throws IOException {
        return Spoilt.reading(this::row, Spoilt::xls);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }

    private TableRow row() {
        while (read != null) {
            int row = read.getRow();
            line.begin(row + 1);
            for (; read != null && read.getRow() == row; read = cell()) {
                line.put(read.getColumn(), text(read));
            }
            if (line.isFilled()) {
                return line.row();
            }
        }
        return null;
    }

    /** The next one of the sheet itself: a diagram on it has numbers of its own. Null at the end. */
    private CellValueRecordInterface cell() {
        for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
            if (record instanceof BOFRecord) {
                depth++;
            } else if (record instanceof EOFRecord && --depth == 0) {
                return null;
            } else if (depth == 1 && record instanceof CellValueRecordInterface cell) {
                return cell;
            }
        }
        throw Spoilt.xls();
    }

    private String text(CellValueRecordInterface cell) {
        if (cell instanceof LabelSSTRecord text) {
            return texts.apply(text.getSSTIndex());
        } else if (cell instanceof NumberRecord number) {
            return number(number.getValue(), number.getXFIndex());
        } else if (cell instanceof FormulaRecord formula) {
            return "=" + formula(formula);
        } else if (cell instanceof BoolErrRecord value) {
            return value.isBoolean()
                    ? CellText.yesNo(value.getBooleanValue())
                    : FormulaError.forInt(value.getErrorValue()).getString();
        }
        return cell instanceof LabelRecord text ? CellText.whole(text.getValue()) : "";
    }

    private String number(double value, int style) {
        return Double.isFinite(value) ? numbers.apply(BigDecimal.valueOf(value), style) : "";
    }

    /** As far as it can be told without the rest of the workbook: it is shown to the person, never computed. */
    private static String formula(FormulaRecord formula) {
        try {
            return HSSFFormulaParser.toFormulaString(null, formula.getParsedExpression());
        } catch (RuntimeException beyondTheSheet) {
            return "";
        }
    }
}
