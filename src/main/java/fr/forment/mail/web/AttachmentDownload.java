package fr.forment.mail.web;

import fr.forment.files.Downloads;
import fr.forment.mail.Attachment;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** The file of a letter. */
final class AttachmentDownload {

    private AttachmentDownload() {}

    static ResponseEntity<byte[]> of(Optional<Attachment> file) {
        Attachment found = file.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Downloads.of(found.name(), MediaType.APPLICATION_OCTET_STREAM, found.content());
    }
}
