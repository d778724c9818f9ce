package fr.forment.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A line with what seals it.
 *
 * @param seal number of its batch; null while it has none
 * @param salt drawn at random when it is sealed and lost with its text: nobody can try out what an erased line said
 */
record SealedLine(JournalEntry entry, Long seal, String salt) {

    static final String SELECT =
            "SELECT id, kind, subject, part, at, by_whom, what, before, after, why, seal, salt FROM journal ";

    static SealedLine read(ResultSet row, int number) throws SQLException {
        return new SealedLine(
                new JournalEntry(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("part"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_whom"),
                        row.getString("what"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("why")),
                row.getObject("seal", Long.class),
                row.getString("salt"));
    }

    boolean isSealed() {
        return seal != null;
    }

    SealedLine sealed(long number, String withSalt) {
        return new SealedLine(entry, number, withSalt);
    }

    /** Of all that it says, and of its place. */
    byte[] digest() {
        return Digests.of(
                "journal line",
                salt,
                entry.id(),
                entry.kind(),
                entry.subject(),
                entry.part(),
                micros(entry.at()),
                entry.byWhom(),
                entry.what(),
                entry.before(),
                entry.after(),
                entry.why());
    }

    /** As exact as both databases keep it. */
    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
