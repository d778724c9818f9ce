package fr.forment.stafflist.reading;

import fr.forment.files.SheetRows;
import fr.forment.files.TableRow;
import fr.forment.files.UnreadableFile;
import fr.forment.files.Workbook;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The lines of a workbook's list of people: of the first visible sheet that is one, then of the others with the same
 * titles, which are skipped there. Other sheets are named, never read in silence nor forgotten in silence.
 */
final class WorkbookRows implements RowSource {

    /** Lines above the titles in which people write what the table is. */
    static final int TITLE_LOOK = 20;

    /** What the first lines of a sheet may swell to. */
    private static final long LOOK_LIMIT = 8L << 20;

    private static final int MOST_SHEETS = 50;

    private final Workbook book;
    private final List<String> unread = new ArrayList<>();
    private final Deque<SheetLook> following = new ArrayDeque<>();
    private boolean mayHideMore;
    private SheetLook leading;
    private SheetLook current;
    private SheetRows rows;

    /** @param book closed with this */
    WorkbookRows(Workbook book) throws IOException {
        this.book = book;
        try {
            choose();
            open(leading);
        } catch (RuntimeException | IOException e) {
            book.close();
            throw e;
        }
    }

    @Override
    public TableRow next() throws IOException {
        TableRow row = rows.next();
        while (row == null && !following.isEmpty()) {
            rows.close();
            open(following.remove());
            for (int skipped = 0; skipped < current.above(); skipped++) {
                rows.next();
            }
            row = rows.next();
        }
        return row == null || current == leading ? row : turned(row, current.placesOf(leading));
    }

    @Override
    public String sheet() {
        return book.sheets().get(current.sheet());
    }

    @Override
    public List<String> unread() {
        return unread;
    }

    @Override
    public boolean mayHideMore() {
        return mayHideMore;
    }

    @Override
    public boolean isPositional() {
        return false;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        book.close();
    }

    private void choose() throws IOException {
        List<SheetLook> looks = new ArrayList<>();
        for (int sheet = 0; sheet < book.sheets().size(); sheet++) {
            looks.add(
                    book.sheets().size() == 1 || sheet >= MOST_SHEETS
                            ? new SheetLook(sheet, List.of(), 0, true, true)
                            : look(sheet));
        }
        leading = looks.stream().filter(SheetLook::isOfPeople).findFirst().orElseGet(() -> looks.stream()
                .filter(SheetLook::isTable)
                .filter(look -> !look.titles().isEmpty())
                .findFirst()
                .orElseGet(() ->
                        looks.stream().filter(SheetLook::isFilled).findFirst().orElse(looks.get(0))));
        for (SheetLook look : looks) {
            if (look != leading
                    && look.isTable()
                    && look.placesOf(leading) != null
                    && !leading.titles().isEmpty()) {
                following.add(look);
            } else if (look != leading && look.isFilled()) {
                unread.add(book.sheets().get(look.sheet()));
                mayHideMore |= look.mayHoldPeople() || look.titles().isEmpty() && look.isTable();
            }
        }
    }

    private SheetLook look(int sheet) throws IOException {
        try (SheetRows first = book.open(sheet, LOOK_LIMIT)) {
            int filled = 0;
            for (TableRow row = first.next(); row != null && filled < TITLE_LOOK; row = first.next()) {
                filled++;
                if (row.cells().stream().filter(value -> !value.isBlank()).count() > 1) {
                    List<String> titles = row.cells().stream()
                            .map(TableHeader::clean)
                            .map(title -> title.isEmpty() ? "" : TableHeader.key(title))
                            .toList();
                    return new SheetLook(sheet, titles, filled, true, first.next() != null);
                }
            }
            return new SheetLook(sheet, List.of(), filled, filled > 0, false);
        } catch (UnreadableFile tooMuch) {
            return new SheetLook(sheet, List.of(), 0, true, true);
        }
    }

    private void open(SheetLook look) throws IOException {
        current = look;
        rows = book.open(look.sheet(), Workbook.WHOLE);
    }

    private static TableRow turned(TableRow row, List<Integer> places) {
        return new TableRow(
                row.line(),
                places.stream()
                        .map(place -> place < 0 || place >= row.cells().size()
                                ? ""
                                : row.cells().get(place))
                        .toList());
    }
}
