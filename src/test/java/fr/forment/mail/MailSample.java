package fr.forment.mail;

import java.util.Map;

/** A letter as the application writes it, for whoever measures how fast letters leave. */
public final class MailSample {

    /** What a round queues: the values, not yet the text. */
    public static final String TEMPLATE = "evaluation/askedAtOnce";

    private static final Map<String, String> VALUES = Map.of(
            "prenom",
            "Émilie",
            "jour",
            "1er septembre",
            "titre",
            "Présentation de l'ENT aux équipes",
            "fin",
            "30 septembre",
            "lien",
            "https://forment.exemple.invalid/evaluation/5f0c1a4be2d94c7f8a6b",
            "signature",
            "L'équipe de la circonscription de Rennes Nord");

    private MailSample() {}

    /** Subject, text, HTML. */
    public static String[] written() {
        var written = new MailWriter().write(TEMPLATE, Map.copyOf(VALUES));
        return new String[] {written.subject(), written.text(), written.html()};
    }

    public static String model() {
        return MailModel.write(VALUES);
    }
}
