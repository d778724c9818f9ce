package fr.forment.resource.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a previewed file until its "Enregistrer", for whoever brought it and for a day, so that any node can go on. */
@Service
@Transactional
@RequiredArgsConstructor
public class ResourceUploadService {

    /** A file that waits. */
    public record Upload(String token, String circonscriptionUai, String fileName, byte[] content)
            implements InputStreamSource {

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Returns the token to ask for it again. */
    public String stage(byte[] content, String fileName, String circonscriptionUai, String by) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("DELETE FROM resource_upload WHERE uploaded_at < ?")
                .param(now.minusDays(1))
                .update();
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String token = HexFormat.of().formatHex(bits);
        jdbc.sql(
                        "INSERT INTO resource_upload (token, circonscription_uai, file_name, uploaded_by, uploaded_at, content) VALUES (?, ?, ?, ?, ?, ?)")
                .params(token, circonscriptionUai, fileName, by, now, content)
                .update();
        return token;
    }

    /** Empty if the token is unknown, too old, or somebody else's. */
    @Transactional(readOnly = true)
    public Optional<Upload> find(String token, String by) {
        return jdbc.sql(
                        "SELECT token, circonscription_uai, file_name, content FROM resource_upload WHERE token = ? AND uploaded_by = ?")
                .params(token, by)
                .query((row, n) -> new Upload(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4)))
                .optional();
    }

    public void drop(String token) {
        jdbc.sql("DELETE FROM resource_upload WHERE token = ?").param(token).update();
    }
}
