package fr.forment.files;

/** What a person's computer called a file: shown, never used as a path nor believed. */
public final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /** @param written with its folders as some browsers send them; null when it was not sent */
    public static String shown(String written) {
        String name = whole(written);
        return name.substring(0, Math.min(LONGEST, name.length()));
    }

    /** The same, however long it is: its end, which says what it is, is still there. */
    public static String whole(String written) {
        String name = written == null ? "" : written.replaceAll(".*[/\\\\]|\\p{Cntrl}", "");
        return name.isBlank() ? "sans nom" : name;
    }
}
