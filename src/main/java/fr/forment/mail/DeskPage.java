package fr.forment.mail;

import java.util.List;

/**
 * Some of the mails that a filter and a search leave.
 *
 * @param number of this page, from 1
 * @param total how many mails there are on all pages
 */
public record DeskPage(List<QueuedMail> mails, int number, long total) {

    static final int SIZE = 50;

    public long pages() {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }
}
