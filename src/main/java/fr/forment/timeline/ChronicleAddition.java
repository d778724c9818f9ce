package fr.forment.timeline;

/** A room above tells what it knows of a thing of a room below. Whoever reads the thing reads it: it names nobody. */
public interface ChronicleAddition {

    void add(ChronicleSubject subject, Chronicle to);
}
