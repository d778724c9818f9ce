package fr.forment.mail;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which mails leave together: all that wait for one reader as they leave, so that one gesture about ten sessions is one
 * letter. Until then each waits, is told anew or taken back alone. Alone go a summons, what holds a link that opens
 * something, what has files of its own, and what is meant for an address and no person. In the caller's transaction.
 */
@Component
@RequiredArgsConstructor
class Gathering {

    /** A letter that nobody reads to its end is no gain. */
    static final int MOST = 20;
    /** What one gesture writes may be set for moments that lie some seconds apart. */
    static final Duration SOON = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final Attachments attachments;

    /** These, and what else waits for their readers and may go with them. */
    List<QueuedMail> around(List<QueuedMail> due, Instant now) {
        Set<Long> readers = due.stream()
                .filter(this::mayBeGathered)
                .map(QueuedMail::readerId)
                .collect(Collectors.toSet());
        if (readers.isEmpty()) {
            return due;
        }
        Set<Long> known = due.stream().map(QueuedMail::id).collect(Collectors.toSet());
        List<QueuedMail> all = new ArrayList<>(due);
        jdbc.sql("""
                SELECT * FROM outbox_mail WHERE state = 'QUEUED' AND agent_id IN (:readers) AND not_before <= :soon AND secret_until IS NULL
                ORDER BY not_before, id FOR UPDATE SKIP LOCKED""")
                .param("readers", readers)
                .param("soon", Timestamp.from(now.plus(SOON)))
                .query(MailBox::read)
                .list()
                .stream()
                .filter(mail -> !known.contains(mail.id()) && mayBeGathered(mail))
                .forEach(all::add);
        return all;
    }

    /** What leaves as one letter each, in the order of the first of them. A letter tried before stays what it was. */
    List<Parcel> parcels(List<QueuedMail> leaving) {
        Map<Long, Long> mates = mates(leaving);
        Map<Object, List<QueuedMail>> hands = new LinkedHashMap<>();
        for (QueuedMail mail : leaving) {
            Object hand = mates.containsKey(mail.id())
                    ? List.of(mail.readerId(), mail.toAddress(), mates.get(mail.id()))
                    : mail.id();
            hands.computeIfAbsent(hand, none -> new ArrayList<>()).add(mail);
        }
        List<Parcel> parcels = new ArrayList<>();
        for (List<QueuedMail> hand : hands.values()) {
            // What changes its reader's appointments comes first: the subject is that of the first.
            hand.sort((a, b) -> Boolean.compare(attachments.areMade(b), attachments.areMade(a)));
            for (int from = 0; from < hand.size(); from += MOST) {
                List<QueuedMail> parts = List.copyOf(hand.subList(from, Math.min(from + MOST, hand.size())));
                parcels.add(Parcel.of(
                        parts, parts.stream().filter(attachments::areMade).count() > 1));
            }
        }
        rows.batchUpdate(
                "UPDATE outbox_mail SET sent_with = ? WHERE id = ?",
                parcels.stream()
                        .filter(parcel -> parcel.parts().size() > 1)
                        .flatMap(parcel -> parcel.parts().stream()
                                .map(part -> new Object[] {parcel.letter().id(), part.id()}))
                        .toList());
        return parcels;
    }

    /** Of mails that may share a letter: with which one each was tried before; 0: not yet. */
    private Map<Long, Long> mates(List<QueuedMail> leaving) {
        Map<Long, Long> often = leaving.stream()
                .filter(this::mayBeGathered)
                .collect(Collectors.groupingBy(QueuedMail::readerId, Collectors.counting()));
        Set<Long> several = leaving.stream()
                .filter(mail -> mayBeGathered(mail) && often.get(mail.readerId()) > 1)
                .map(QueuedMail::id)
                .collect(Collectors.toCollection(HashSet::new));
        Map<Long, Long> mates = new HashMap<>();
        if (!several.isEmpty()) {
            jdbc.sql(
                            "SELECT id, COALESCE(sent_with, 0) AS mate FROM outbox_mail WHERE id IN (:several) AND secret_until IS NULL")
                    .param("several", several)
                    .query(row -> {
                        mates.put(row.getLong("id"), row.getLong("mate"));
                    });
        }
        return mates;
    }

    private boolean mayBeGathered(QueuedMail mail) {
        return mail.readerId() != null && mail.attached() == 0 && !attachments.areItsOwn(mail);
    }
}
