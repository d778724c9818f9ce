package fr.forment.database;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list: the one way lists are cut. Its links are {@code pages.html}.
 *
 * @param page the first is 1
 * @param from place of its first row in the list, counted from 1; 0 when the list is empty
 * @param total of the whole list
 */
public record Slice<T>(List<T> rows, int page, int pages, int from, int to, int total) {

    public static final int SIZE = 50;

    /** A list that only grows, year after year, is counted and turned up to here. */
    public static final int FAR = 10_000;

    /** Reads rows from the database: {@code OFFSET from FETCH FIRST size ROWS}. */
    public interface Reading<T> {
        List<T> rows(int from, int size);
    }

    /**
     * Reads no more than the page.
     *
     * @param page as somebody wrote it: beyond the end the last one is shown
     */
    public static <T> Slice<T> read(int page, int total, Reading<T> reading) {
        int pages = Math.max(1, (total + SIZE - 1) / SIZE);
        int at = Math.min(Math.max(1, page), pages);
        int start = (at - 1) * SIZE;
        return new Slice<>(
                total == 0 ? List.of() : reading.rows(start, SIZE),
                at,
                pages,
                total == 0 ? 0 : start + 1,
                Math.min(start + SIZE, total),
                total);
    }

    /**
     * Of a list that only grows: what it costs does not grow with it.
     *
     * @param counted no further than one more than {@link #FAR}
     */
    public static <T> Slice<T> beginning(int page, int counted, Reading<T> reading) {
        Slice<T> read = read(page, Math.min(counted, FAR), reading);
        return new Slice<>(read.rows, read.page, read.pages, read.from, read.to, counted);
    }

    /** There are more rows than its pages show. */
    public boolean isCut() {
        return total > FAR && pages * SIZE <= FAR;
    }

    /** Of a list that is there already. */
    public static <T> Slice<T> of(List<T> all, int page) {
        return read(page, all.size(), (from, size) -> all.subList(from, Math.min(from + size, all.size())));
    }

    /** The same page as something else, row by row or with what is read for all of them at once. */
    public <R> Slice<R> with(Function<List<T>, List<R>> change) {
        return new Slice<>(change.apply(rows), page, pages, from, to, total);
    }
}
