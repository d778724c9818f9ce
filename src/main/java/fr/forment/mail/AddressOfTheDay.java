package fr.forment.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Addresses change and people go while a mail waits: it leaves to the address of the day, or not at all and says why.
 * In the caller's transaction, which holds the rows.
 */
@Component
@RequiredArgsConstructor
class AddressOfTheDay {

    static final String GONE = "Cette personne n'est plus en poste.";
    static final String NO_ADDRESS = "Aucune adresse n'est plus connue pour cette personne.";

    private final JdbcTemplate jdbc;
    private final AddressBook book;

    /** The mails that can leave, with the address to leave to. */
    List<QueuedMail> on(List<QueuedMail> mails) {
        Set<Long> readers = mails.stream()
                .map(QueuedMail::readerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Long, AddressBook.Entry> entries = readers.isEmpty() ? Map.of() : book.entries(readers);
        var reachable = new ArrayList<QueuedMail>();
        var moved = new HashMap<Long, String>();
        var stranded = new HashMap<Long, String>();
        for (QueuedMail mail : mails) {
            var entry = mail.readerId() == null ? null : entries.get(mail.readerId());
            if (mail.readerId() == null) {
                reachable.add(mail);
            } else if (entry == null || entry.isGone()) {
                stranded.put(mail.id(), GONE);
            } else if (entry.address() == null) {
                stranded.put(mail.id(), NO_ADDRESS);
            } else {
                reachable.add(mail.to(entry.address()));
                if (!entry.address().equals(mail.toAddress())) {
                    moved.put(mail.id(), entry.address());
                }
            }
        }
        write("UPDATE outbox_mail SET to_address = ? WHERE id = ?", moved);
        write("UPDATE outbox_mail SET state = 'UNREACHABLE', problem = ? WHERE id = ?", stranded);
        return reachable;
    }

    private void write(String statement, Map<Long, String> byMail) {
        jdbc.batchUpdate(
                statement,
                byMail.entrySet().stream()
                        .map(each -> new Object[] {each.getValue(), each.getKey()})
                        .toList());
    }
}
