package fr.forment.territory.imports;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a previewed file until its "Enregistrer": compressed, in pieces, in the database, so that memory stays small
 * and any node can go on. Only the person who brought it gets it back; after a day it is gone.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class StagedUploadService {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Returns the token to ask for it again. */
    public String stage(InputStreamSource file, String fileName, String departement, String by) throws IOException {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from territory_upload where uploaded_at < :limit")
                .param("limit", now.minusDays(1))
                .update();
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String token = HexFormat.of().formatHex(bits);
        jdbc.sql("""
                insert into territory_upload (token, file_name, departement_code, uploaded_by, uploaded_at)
                values (:token, :file, :departement, :by, :at)""")
                .param("token", token)
                .param("file", fileName)
                .param("departement", departement, Types.VARCHAR)
                .param("by", by)
                .param("at", now)
                .update();
        try (InputStream in = file.getInputStream();
                OutputStream out = new GZIPOutputStream(new BufferedOutputStream(new Pieces(token), PIECE))) {
            in.transferTo(out);
        }
        return token;
    }

    /** Empty if the token is unknown, too old, or somebody else's. */
    @Transactional(readOnly = true)
    public Optional<StagedUpload> find(String token, String by) {
        return jdbc.sql(
                        "select token, file_name, departement_code from territory_upload where token = :token and uploaded_by = :by")
                .param("token", token)
                .param("by", by)
                .query((rs, n) ->
                        new StagedUpload(rs.getString(1), rs.getString(2), rs.getString(3), () -> read(token)))
                .optional();
    }

    public void drop(String token) {
        jdbc.sql("delete from territory_upload where token = :token")
                .param("token", token)
                .update();
    }

    private InputStream read(String token) throws IOException {
        int count = jdbc.sql("select count(*) from territory_upload_piece where token = :token")
                .param("token", token)
                .query(Integer.class)
                .single();
        return new GZIPInputStream(new SequenceInputStream(new Enumeration<>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < count;
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                return new ByteArrayInputStream(
                        jdbc.sql("select content from territory_upload_piece where token = :token and piece = :piece")
                                .param("token", token)
                                .param("piece", next++)
                                .query((rs, n) -> rs.getBytes(1))
                                .single());
            }
        }));
    }

    /** Each write becomes a row; the buffer in front makes the writes large. */
    private final class Pieces extends OutputStream {

        private final String token;
        private int piece;

        Pieces(String token) {
            this.token = token;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            jdbc.sql("insert into territory_upload_piece (token, piece, content) values (:token, :piece, :content)")
                    .param("token", token)
                    .param("piece", piece++)
                    .param("content", Arrays.copyOfRange(bytes, offset, offset + length))
                    .update();
        }
    }
}
