package fr.forment.journal;

/** A kind of thing that happens, as the enum of a room lists them. */
public interface JournalCode {

    /** Of the subjects it happens to. */
    String kind();

    /** The code that is kept. */
    String name();
}
