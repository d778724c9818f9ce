package fr.forment.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * Files that may be handed out: nothing a browser or an office program would run by itself. What a file is called must
 * agree with how it begins.
 */
public enum FileKind {
    PDF("application/pdf", "%PDF-", 0),
    ODT("application/vnd.oasis.opendocument.text", "PK\3\4", 0),
    ODP("application/vnd.oasis.opendocument.presentation", "PK\3\4", 0),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "PK\3\4", 0),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\3\4", 0),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PK\3\4", 0),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\3\4", 0),
    PNG("image/png", "\u0089PNG", 0),
    JPG("image/jpeg", "\u00ff\u00d8\u00ff", 0),
    MP4("video/mp4", "ftyp", 4);

    /** As an input of a page wants them. */
    public static final String ACCEPTED = ".pdf,.odt,.odp,.ods,.docx,.pptx,.xlsx,.png,.jpg,.jpeg,.mp4";

    /** Of an archive, which must be whole: no office program opens one without its end. */
    private static final byte[] ARCHIVE_END = {'P', 'K', 5, 6};

    /** Bytes that an archive may hold from there on: 22 and a comment. */
    private static final int LONGEST_END = 22 + 0xffff;

    private final String type;
    private final String mark;
    private final int at;

    FileKind(String type, String mark, int at) {
        this.type = type;
        this.mark = mark;
        this.at = at;
    }

    /** By the end of its name; empty when it is none of these, or begins as another. */
    static Optional<FileKind> of(String name, byte[] content) {
        String end = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(end.equals("JPEG") ? "JPG" : end))
                .filter(kind -> kind.begins(content) && (!kind.isArchive() || ends(content)))
                .findFirst();
    }

    private boolean isArchive() {
        return mark.startsWith("PK");
    }

    private static boolean ends(byte[] content) {
        for (int i = content.length - 22; i >= 0 && i >= content.length - LONGEST_END; i--) {
            if (Arrays.equals(content, i, i + ARCHIVE_END.length, ARCHIVE_END, 0, ARCHIVE_END.length)) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(byte[] content) {
        if (content.length < at + mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if ((content[at + i] & 0xff) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public MediaType type() {
        return MediaType.parseMediaType(type);
    }
}
