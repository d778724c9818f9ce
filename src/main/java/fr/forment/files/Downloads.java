package fr.forment.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files a page gives, to be kept rather than shown: nothing in them runs here. */
public final class Downloads {

    public static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    public static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Downloads() {}

    public static ResponseEntity<byte[]> csv(String name, byte[] content) {
        return of(name, CSV, content);
    }

    public static ResponseEntity<byte[]> xlsx(String name, byte[] content) {
        return of(name, XLSX, content);
    }

    public static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return of(name, MediaType.APPLICATION_PDF, content);
    }

    public static ResponseEntity<byte[]> of(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(name))
                .body(content);
    }

    /** A file that is written as it is read. */
    public static OutputStream begin(HttpServletResponse answer, String name, MediaType type) throws IOException {
        answer.setContentType(type.toString());
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(name));
        return answer.getOutputStream();
    }

    private static String named(String name) {
        boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        return ContentDisposition.attachment()
                .filename(name, plain ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
