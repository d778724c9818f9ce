package fr.forment.journal;

/** Says who acts: handed in by the room that knows who is signed in. */
@FunctionalInterface
public interface Author {

    /** Null in a job of the house. */
    String signature();
}
