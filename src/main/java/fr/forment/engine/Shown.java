package fr.forment.engine;

import fr.forment.french.Recorded;
import fr.forment.french.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page showed of something that its form changes, word by word under French labels. The form carries it
 * ({@link #sent}); when it comes back, what is then known is compared with it: nobody overwrites what he did not see,
 * and whoever is refused reads what changed.
 */
public record Shown(Map<String, String> words) {

    private static final int LONGEST = 64_000;

    /** @param labelsAndValues one after the other; a null value is shown as nothing */
    public static Shown of(Object... labelsAndValues) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            words.put(plain(labelsAndValues[i]), plain(labelsAndValues[i + 1]));
        }
        return new Shown(words);
    }

    /** The same, and this as well. */
    public Shown with(String label, Object value) {
        Map<String, String> more = new LinkedHashMap<>(words);
        more.put(plain(label), plain(value));
        return new Shown(more);
    }

    /** What a form brought back; nothing when it is missing or spoilt. */
    public static Shown read(String sent) {
        Map<String, String> words = new LinkedHashMap<>();
        if (sent != null && sent.length() <= LONGEST) {
            try {
                for (String line :
                        new String(Base64.getUrlDecoder().decode(sent), StandardCharsets.UTF_8).split("\n")) {
                    int tab = line.indexOf('\t');
                    if (tab >= 0) {
                        words.put(line.substring(0, tab), line.substring(tab + 1));
                    }
                }
            } catch (IllegalArgumentException spoilt) {
                words.clear();
            }
        }
        return new Shown(words);
    }

    /**
     * Of a form that came back: whether this field stands as its page showed it. Where somebody else wrote meanwhile,
     * such a field then shows what stands now: sent once more, it undoes nothing.
     */
    public boolean says(String label, Object value) {
        return plain(value).equals(words.getOrDefault(plain(label), ""));
    }

    /** For a hidden field; only compared when it comes back, never believed for anything else. */
    public String sent() {
        StringBuilder text = new StringBuilder();
        words.forEach(
                (label, value) -> text.append(label).append('\t').append(value).append('\n'));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** For the page that answers a refusal: only one that names what changed makes it seen. */
    public String sentAfter(Refusal refusal, String sent) {
        return refusal instanceof Unseen || refusal instanceof Recorded || sent == null ? sent() : sent;
    }

    /**
     * The same of a form that may have come twice.
     *
     * @param stands what is known now is what the form asks
     * @throws Recorded when it is, and the page showed something else
     */
    public void refuseUnlessSeen(String sent, boolean stands) {
        Shown seen = read(sent);
        if (stands && !seen.words.isEmpty() && !seen.equals(this)) {
            throw new Recorded();
        }
        refuseUnlessSeen(sent);
    }

    /**
     * Asked of what is known now, within the transaction that will write. @throws Refusal naming what changed since the
     * page was shown
     */
    public void refuseUnlessSeen(String sent) {
        Shown seen = read(sent);
        if (seen.words.isEmpty()) {
            throw new Unseen(
                    "Cette page ne dit pas ce qu'elle montrait : rechargez-la, puis recommencez. Rien n'a été enregistré.");
        }
        List<String> changes = new ArrayList<>();
        Map<String, String> all = new LinkedHashMap<>(words);
        seen.words.keySet().forEach(gone -> all.putIfAbsent(gone, ""));
        all.forEach((label, now) -> {
            String before = seen.words.getOrDefault(label, "");
            if (!now.equals(before)) {
                changes.add(label + " : « " + before + " » est devenu « " + now + " »");
            }
        });
        if (!changes.isEmpty()) {
            throw new Unseen(
                    "Quelqu'un a changé cela pendant que vous aviez la page ouverte. " + String.join(" ; ", changes)
                            + ". Rien de votre saisie n'a été enregistré : relisez, puis recommencez si elle vaut toujours. Ce que"
                            + " vous n'aviez pas touché montre ce qui vaut maintenant.");
        }
    }

    private static final class Unseen extends Refusal {

        Unseen(String message) {
            super(message);
        }
    }

    private static String plain(Object value) {
        return value == null
                ? ""
                : value.toString().replaceAll("[\\t\\r\\n]+", " ").strip();
    }
}
