package fr.forment.mail;

import fr.forment.french.French;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Which mails leave together: all that wait for one reader as they leave, so that one gesture about ten sessions is one
 * letter. Until then each waits, is told anew or taken back alone. Alone go a summons, what holds a link that opens
 * something, what has files of its own, and what is meant for an address and no person. In the caller's transaction.
 */
@Component
@RequiredArgsConstructor
class GatheredMails {

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
        jdbc
                .sql("""
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

    /**
     * What goes over the wire as one letter: one mail, or several that wait for the same reader in the same moment.
     * Each keeps its row, and all share what becomes of the letter.
     *
     * @param letter the first of them, with the text of all
     */
    record Parcel(QueuedMail letter, List<QueuedMail> parts) {

        static Parcel of(QueuedMail alone) {
            return new Parcel(alone, List.of(alone));
        }

        /** @param haveFiles more than one of them changes the reader's appointments */
        static Parcel of(List<QueuedMail> parts, boolean haveFiles) {
            QueuedMail first = parts.get(0);
            return parts.size() == 1 ? of(first) : new Parcel(first.with(Text.of(parts, haveFiles)), parts);
        }
    }

    /**
     * Several letters to one reader as one: the greeting and, where it is the same, the signature once, a list of what
     * it tells, then each as it was written under its own title. What was written of each stays word for word.
     */
    private static final class Text {

        private static final Pattern GREETING = Pattern.compile("\\ABonjour [^\\n]*\\n+");
        private static final Pattern HTML_GREETING = Pattern.compile("\\A<p>Bonjour [^<]*</p>");
        /** Mail programs follow the first by themselves. */
        private static final String APPOINTMENTS =
                " Les rendez-vous qui changent sont joints : ouvrez-les l'un après l'autre pour mettre votre agenda à jour.";

        private static final String LAST_HTML = "<p>";

        private final List<QueuedMail> parts;
        private final String signature;

        private final String files;

        private Text(List<QueuedMail> parts, boolean haveFiles) {
            this.parts = parts;
            this.files = haveFiles ? APPOINTMENTS : "";
            String last = signature(parts.get(0));
            this.signature = parts.stream().allMatch(part -> signature(part).equals(last)) ? last : "";
        }

        /** @param haveFiles more than one of them changes the reader's appointments */
        static MailWriter.Written of(List<QueuedMail> parts, boolean haveFiles) {
            var all = new Text(parts, haveFiles);
            String subject = parts.get(0).subject() + " – et "
                    + French.count(parts.size() - 1, "autre nouvelle", "autres nouvelles");
            return new MailWriter.Written(subject, all.text(), all.html(subject));
        }

        private String text() {
            var text = new StringBuilder(greeting()).append(intro()).append("\n\n");
            parts.forEach(part -> text.append("- ").append(part.subject()).append('\n'));
            int number = 0;
            for (QueuedMail part : parts) {
                String body = GREETING.matcher(part.bodyText()).replaceFirst("").strip();
                text.append("\n――――――――――\n\n")
                        .append(++number)
                        .append(". ")
                        .append(part.subject())
                        .append("\n\n")
                        .append(without(body, signature))
                        .append('\n');
            }
            return text.append(signature.isEmpty() ? "" : "\n――――――――――\n\n" + signature + "\n")
                    .toString();
        }

        private String html(String subject) {
            String first = parts.get(0).bodyHtml();
            String open = first.substring(0, begin(first))
                    .replace(
                            HtmlUtils.htmlEscape(parts.get(0).subject(), "UTF-8") + "</title>",
                            HtmlUtils.htmlEscape(subject, "UTF-8") + "</title>");
            String hello = greeting().strip();
            var html = new StringBuilder(open)
                    .append(hello.isEmpty() ? "" : "<p>" + HtmlUtils.htmlEscape(hello, "UTF-8") + "</p>")
                    .append("<p>")
                    .append(intro())
                    .append("</p><ol>");
            parts.forEach(part -> html.append("<li>")
                    .append(HtmlUtils.htmlEscape(part.subject(), "UTF-8"))
                    .append("</li>"));
            html.append("</ol>");
            String end = "";
            int number = 0;
            for (QueuedMail part : parts) {
                String body = HTML_GREETING.matcher(inner(part.bodyHtml())).replaceFirst("");
                if (!signature.isEmpty()) {
                    int last = body.lastIndexOf(LAST_HTML);
                    end = body.substring(Math.max(0, last));
                    body = last < 0 ? body : body.substring(0, last);
                }
                html.append("<hr><h2 style=\"font-size:18px\">")
                        .append(++number)
                        .append(". ")
                        .append(HtmlUtils.htmlEscape(part.subject(), "UTF-8"))
                        .append("</h2>")
                        .append(body);
            }
            return html.append(end.isEmpty() ? "" : "<hr>" + end)
                    .append("</body></html>")
                    .toString();
        }

        /** Where the body begins. */
        private static int begin(String html) {
            return html.indexOf('>', html.indexOf("<body")) + 1;
        }

        private static String inner(String html) {
            int end = html.lastIndexOf("</body>");
            return html.substring(begin(html), end < 0 ? html.length() : end);
        }

        private String greeting() {
            Matcher greeting = GREETING.matcher(parts.get(0).bodyText());
            return greeting.find() ? greeting.group().strip() + "\n\n" : "";
        }

        private String intro() {
            return "Ce courriel réunit " + French.count(parts.size(), "nouvelle") + "." + files;
        }

        /** The last paragraph: all letters of the house end so. */
        private static String signature(QueuedMail part) {
            String body = part.bodyText().strip();
            int before = body.lastIndexOf("\n\n");
            return before < 0 ? "" : body.substring(before).strip();
        }

        private static String without(String body, String end) {
            return !end.isEmpty() && body.endsWith(end)
                    ? body.substring(0, body.length() - end.length()).strip()
                    : body;
        }
    }
}
