package fr.forment.territory;

/** The person who brings a file. Rooms that know people say how far his files reach. */
public interface Importer {

    ImportReach reach();
}
