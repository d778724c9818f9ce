package fr.forment.territory.imports;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.InputStreamSource;

/**
 * A previewed file that waits for a decision.
 *
 * @param departement code of the only one to take, or null for all
 */
public record StagedUpload(String token, String fileName, String departement, InputStreamSource content)
        implements InputStreamSource {

    @Override
    public InputStream getInputStream() throws IOException {
        return content.getInputStream();
    }
}
