package fr.forment.post.web;

import fr.forment.mail.MailBundle;
import fr.forment.mail.MailBundles;

/**
 * What letters that wait are about, in words.
 *
 * @param kind of thing
 * @param link to its page
 * @param near its letters leave by themselves when a session is near
 */
record Kept(String kind, String link, boolean near) {

    static Kept of(MailBundles.Waiting bundle) {
        return about(bundle.about());
    }

    static Kept of(MailBundle bundle) {
        return about(bundle.about());
    }

    private static Kept about(String page) {
        return switch (page.split("/")[1]) {
            case "versions" -> new Kept("Version de l'ENT", "Voir la version", false);
            case "sessions" -> new Kept("Session", "Voir la session", true);
            case "plans" -> new Kept("Plan", "Voir le plan", true);
            default -> new Kept("Autre changement", "Voir la page", true);
        };
    }
}
