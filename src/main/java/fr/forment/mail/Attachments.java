package fr.forment.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of letters, beside them: lists of mails never read them. */
@Component
@RequiredArgsConstructor
public class Attachments {

    static final int MOST = 10;
    static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]{1,150}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]{1,80}");

    private final JdbcClient jdbc;
    private final ObjectProvider<LetterFiles> made;

    void check(List<Attachment> files) {
        if (files.size() > MOST) {
            throw new TooMuchAttached("Un courriel porte au plus " + MOST + " pièces jointes.");
        }
        if (files.stream().mapToLong(file -> file.content().length).sum() > MOST_BYTES) {
            throw new TooMuchAttached("Les pièces jointes d'un courriel pèsent au plus 5 Mo ensemble.");
        }
        for (Attachment file : files) {
            if (!NAME.matcher(file.name()).matches()
                    || file.name().startsWith(".")
                    || !MEDIA_TYPE.matcher(file.mediaType()).matches()) {
                throw new TooMuchAttached("Le nom ou le type d'une pièce jointe ne peut pas être envoyé.");
            }
        }
    }

    void add(String mailKey, List<Attachment> files) {
        files.forEach(file -> jdbc.sql("""
                INSERT INTO mail_attachment (mail_id, name, media_type, content) SELECT id, ?, ?, ? FROM outbox_mail WHERE mail_key = ?""")
                .params(file.name(), file.mediaType(), file.content(), mailKey)
                .update());
    }

    /** For who looks at the letter: what was given, in that order, then what is made for it. */
    public List<Attachment> of(QueuedMail mail) {
        return all(mail, false);
    }

    /** For the wire. */
    List<Attachment> leaving(QueuedMail mail) {
        return all(mail, true);
    }

    boolean areMade(QueuedMail mail) {
        return made.stream().anyMatch(room -> room.concerns(mail));
    }

    /** It leaves alone. */
    boolean areItsOwn(QueuedMail mail) {
        return made.stream().anyMatch(room -> room.areItsOwn(mail));
    }

    /** For the wire, of letters that leave as one: each file under a name of its own. */
    List<Attachment> leaving(List<QueuedMail> mails) {
        Set<String> names = new HashSet<>();
        return mails.stream()
                .flatMap(mail -> leaving(mail).stream())
                .map(file -> named(file, names))
                .toList();
    }

    private static Attachment named(Attachment file, Set<String> names) {
        int ending = file.name().lastIndexOf('.');
        String base = ending < 0 ? file.name() : file.name().substring(0, ending);
        String end = ending < 0 ? "" : file.name().substring(ending);
        String name = file.name();
        for (int number = 2; !names.add(name); number++) {
            name = base + "-" + number + end;
        }
        return name.equals(file.name()) ? file : new Attachment(name, file.mediaType(), file.content());
    }

    private List<Attachment> all(QueuedMail mail, boolean leaves) {
        return Stream.concat(
                        given(mail).stream(),
                        made.orderedStream()
                                .filter(room -> room.concerns(mail))
                                .flatMap(room -> made(room, mail, leaves).stream()))
                .toList();
    }

    private List<Attachment> made(LetterFiles room, QueuedMail mail, boolean leaves) {
        if (!leaves && room.areKept() && mail.state().hasLeft()) {
            return kept(mail);
        }
        List<Attachment> files = room.of(mail, leaves);
        if (leaves && room.areKept()) {
            keep(mail, files);
        }
        return files;
    }

    /** Of letters that leave for nowhere: who reads them here finds what would have gone with them. */
    void keep(QueuedMail mail) {
        made.orderedStream()
                .filter(room -> room.areKept() && room.concerns(mail))
                .forEach(room -> keep(mail, room.of(mail, true)));
    }

    /** In the place of what was made for a try before. */
    private void keep(QueuedMail mail, List<Attachment> files) {
        jdbc.sql("DELETE FROM mail_sent_file WHERE mail_id = ?")
                .param(mail.id())
                .update();
        for (int position = 0; position < files.size(); position++) {
            Attachment file = files.get(position);
            jdbc.sql("INSERT INTO mail_sent_file (mail_id, position, name, media_type, content) VALUES (?, ?, ?, ?, ?)")
                    .params(mail.id(), position, file.name(), file.mediaType(), deflated(file.content()))
                    .update();
        }
    }

    private List<Attachment> kept(QueuedMail mail) {
        return jdbc.sql("SELECT name, media_type, content FROM mail_sent_file WHERE mail_id = ? ORDER BY position")
                .param(mail.id())
                .query((row, n) -> new Attachment(
                        row.getString("name"), row.getString("media_type"), inflated(row.getBytes("content"))))
                .list();
    }

    private static byte[] deflated(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] inflated(byte[] content) {
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(content))) {
            return inflater.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Attachment> given(QueuedMail mail) {
        return mail.attached() == 0
                ? List.of()
                : jdbc.sql("SELECT name, media_type, content FROM mail_attachment WHERE mail_id = ? ORDER BY id")
                        .param(mail.id())
                        .query((row, n) -> new Attachment(
                                row.getString("name"), row.getString("media_type"), row.getBytes("content")))
                        .list();
    }
}
