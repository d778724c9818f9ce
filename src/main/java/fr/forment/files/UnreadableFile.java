package fr.forment.files;

/** A file nothing can be taken from. The message is French, shown as it is, and says what to do. */
public class UnreadableFile extends RuntimeException {

    public UnreadableFile(String frenchMessage) {
        super(frenchMessage);
    }
}
