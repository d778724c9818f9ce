package fr.forment.territory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.territory.TerritoryDatabase;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

@SpringJUnitConfig(TerritoryDatabase.class)
@Transactional
class StagedUploadServiceTest {

    @Autowired
    StagedUploadService uploads;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesBackTheSameBytesTwice() throws Exception {
        byte[] noise = new byte[1_000_000];
        new Random(1).nextBytes(noise);
        String token = uploads.stage(new ByteArrayResource(noise), "annuaire.csv", "035", "claire");

        StagedUpload upload = uploads.find(token, "claire").orElseThrow();
        assertThat(upload.fileName()).isEqualTo("annuaire.csv");
        assertThat(upload.departement()).isEqualTo("035");
        for (int i = 0; i < 2; i++) {
            try (InputStream in = upload.getInputStream()) {
                assertThat(in.readAllBytes()).isEqualTo(noise);
            }
        }
        assertThat(pieces()).as("kept in pieces").isGreaterThan(2);
    }

    @Test
    void keepsItFromOthers() throws Exception {
        String token = uploads.stage(new ByteArrayResource(new byte[] {1}), "annuaire.csv", null, "claire");
        assertThat(uploads.find(token, "paul")).isEmpty();
        assertThat(uploads.find("0".repeat(32), "claire")).isEmpty();
    }

    @Test
    void leavesNothingBehind() throws Exception {
        String token = uploads.stage(new ByteArrayResource(new byte[] {1}), "annuaire.csv", null, "claire");
        uploads.drop(token);
        assertThat(uploads.find(token, "claire")).isEmpty();
        assertThat(pieces()).isZero();
    }

    @Test
    void forgetsAfterADay() throws Exception {
        String old = uploads.stage(new ByteArrayResource(new byte[] {1}), "vieux.csv", null, "claire");
        jdbc.sql("update territory_upload set uploaded_at = :at")
                .param("at", OffsetDateTime.parse("2026-09-13T09:00:00+02:00"))
                .update();
        String fresh = uploads.stage(new ByteArrayResource(new byte[] {1}), "neuf.csv", null, "claire");
        assertThat(uploads.find(old, "claire")).isEmpty();
        assertThat(uploads.find(fresh, "claire")).isPresent();
    }

    private int pieces() {
        return jdbc.sql("select count(*) from territory_upload_piece")
                .query(Integer.class)
                .single();
    }
}
