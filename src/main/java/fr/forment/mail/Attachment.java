package fr.forment.mail;

/** A file that goes with a letter. */
public record Attachment(String name, String mediaType, byte[] content) {

    private static final String CALENDAR = "text/calendar";

    /** What the reader's calendar follows by itself. @param method REQUEST or CANCEL */
    public static Attachment invitation(String name, String method, byte[] content) {
        return new Attachment(name, CALENDAR + "; charset=UTF-8; method=" + method, content);
    }

    boolean isInvitation() {
        return mediaType.startsWith(CALENDAR);
    }
}
