package fr.forment.french;

/** What people type, made fit to be kept. */
public final class Texts {

    private Texts() {}

    /** Without control characters or blanks around; never null. */
    public static String clean(String typed) {
        return typed == null ? "" : TypedText.clean(typed).replace("\r", "").strip();
    }

    /** @throws Refusal with this message when nothing was typed, or when it is too long */
    public static String required(String typed, int most, String message) {
        String text = optional(typed, most);
        if (text == null) {
            throw new Refusal(message);
        }
        return text;
    }

    /** Null when nothing was typed. @throws Refusal when it is too long */
    public static String optional(String typed, int most) {
        String text = clean(typed);
        if (text.length() > most) {
            throw new Refusal("Ce texte compte " + text.length() + " caractères ; la place est de " + most
                    + ". Raccourcissez-le.");
        }
        return text.isEmpty() ? null : text;
    }
}
