package fr.forment.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * One batch of lines.
 *
 * @param number from 1, without a gap
 * @param before digest of the seal before; of the first, zeros
 * @param digest of all the rest
 */
record Seal(
        long number, int size, long firstId, long lastId, String root, String before, Instant sealedAt, String digest) {

    static final String SELECT =
            "SELECT number, size, first_id, last_id, root, before, sealed_at, digest FROM journal_seal ";
    static final Seal NONE = new Seal(
            0, 0, 0, 0, "", Digests.hex(new byte[Digests.SIZE]), Instant.EPOCH, Digests.hex(new byte[Digests.SIZE]));

    static Seal after(Seal last, int size, long firstId, long lastId, byte[] root, Instant at) {
        Seal open = new Seal(last.number() + 1, size, firstId, lastId, Digests.hex(root), last.digest(), at, null);
        return new Seal(open.number, size, firstId, lastId, open.root, open.before, at, open.computed());
    }

    static Seal read(ResultSet row, int at) throws SQLException {
        return new Seal(
                row.getLong("number"),
                row.getInt("size"),
                row.getLong("first_id"),
                row.getLong("last_id"),
                row.getString("root"),
                row.getString("before"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getString("digest"));
    }

    /** What {@link #digest} must be. */
    String computed() {
        return Digests.hex(
                Digests.of("journal seal", number, size, firstId, lastId, root, before, SealedLine.micros(sealedAt)));
    }

    /** As an operator notes it outside of the database. */
    String head() {
        return number + ":" + digest.substring(0, 16);
    }
}
