package fr.forment.mail;

/**
 * What goes with a letter would be refused by the servers of its readers, or has no usable name. The message is French,
 * for the page.
 */
public class TooMuchAttached extends RuntimeException {

    TooMuchAttached(String message) {
        super(message);
    }
}
