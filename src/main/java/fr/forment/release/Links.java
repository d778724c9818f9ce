package fr.forment.release;

import fr.forment.french.Refusal;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that people type and others click. */
public final class Links {

    private Links() {}

    /** A page of the web, nothing that a browser would run. */
    public static boolean isWeb(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Of an address of the web. */
    static String host(String address) {
        return URI.create(address).getHost();
    }

    static void refuseUnlessWeb(String text) {
        if (!isWeb(text) || text.length() > 300) {
            throw new Refusal("L'adresse du tutoriel commence par https:// et compte au plus 300 caractères.");
        }
    }
}
