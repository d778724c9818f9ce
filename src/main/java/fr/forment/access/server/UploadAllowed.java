package fr.forment.access.server;

/** Left on a request whose file may be read. */
public final class UploadAllowed {

    public static final String MARK = UploadAllowed.class.getName();

    private UploadAllowed() {
    }
}
