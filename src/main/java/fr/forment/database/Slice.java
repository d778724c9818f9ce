package fr.forment.database;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param page the first is 1
 * @param from place of its first row in the list, counted from 1; 0 when the list is empty
 */
public record Slice<T>(List<T> rows, int page, int pages, int from, int to, int total) {

    static final int SIZE = 50;

    /** @param page as somebody wrote it: beyond the end the last one is shown */
    public static <T> Slice<T> of(List<T> all, int page) {
        int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int at = Math.min(Math.max(1, page), pages);
        int start = (at - 1) * SIZE;
        int end = Math.min(start + SIZE, all.size());
        return new Slice<>(all.subList(start, end), at, pages, all.isEmpty() ? 0 : start + 1, end, all.size());
    }
}
