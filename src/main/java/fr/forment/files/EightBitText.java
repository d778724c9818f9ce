package fr.forment.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.io.InputStreamSource;

/**
 * Tells the 8-bit encodings of French computers apart by what their accents look like inside words: "PrŽnom" is no
 * French, so the file is not of Windows. Where two readings are as good as each other nobody guesses.
 */
final class EightBitText {

    private record Candidate(Charset charset, String name, char[] letters) {

        static Candidate of(String charset, String name) {
            byte[] all = new byte[256];
            for (int i = 0; i < all.length; i++) {
                all[i] = (byte) i;
            }
            return new Candidate(
                    Charset.forName(charset), name, new String(all, Charset.forName(charset)).toCharArray());
        }
    }

    /** The most usual first: it is believed when nothing speaks for another. */
    private static final List<Candidate> CANDIDATES = List.of(
            Candidate.of("windows-1252", "Windows"),
            Candidate.of("ISO-8859-15", "ISO 8859-15"),
            Candidate.of("x-MacRoman", "Mac Roman (Macintosh)"),
            Candidate.of("IBM850", "DOS (CP850)"));

    /** The first two differ in a few signs only. */
    private static final int SAME_ACCENTS = 2;

    private static final String FRENCH = "àâçèéêëîïôùûüÿœ";
    private static final String OF_NEIGHBOURS = "áãåìíñòóõøúýšžßæ";
    private static final String SIGNS = "°’\u00A0«»‘“”–—…€·•ºª²³½§©®";
    private static final String WITHIN_WORDS = "’·…\u00A0";
    /** The first of the signs: nearly every text has them. */
    private static final int USUAL_SIGNS = 3;
    /** What no text holds: it weighs more than several accents. */
    private static final int IMPOSSIBLE = 20;
    /** What no French word looks like. One such place decides between two encodings. */
    private static final int STRANGE = 5;

    private EightBitText() {}

    /** @throws UnreadableFile naming the encodings it may be, when its accents do not decide */
    static Charset charset(InputStreamSource source) throws IOException {
        int[] costs = new int[CANDIDATES.size()];
        int accents = 0;
        try (InputStream in = new BufferedInputStream(source.getInputStream(), 1 << 16)) {
            int before = ' ';
            int here = in.read();
            for (int after; here >= 0; before = here, here = after) {
                after = in.read();
                if (here >= 0x80) {
                    accents++;
                    for (int i = 0; i < costs.length; i++) {
                        char[] letters = CANDIDATES.get(i).letters();
                        costs[i] += cost(letters[before], letters[here], letters[Math.max(after, 0)]);
                    }
                }
            }
        }
        return decide(costs, accents);
    }

    private static Charset decide(int[] costs, int accents) {
        int best = 0;
        for (int i = 1; i < costs.length; i++) {
            best = costs[i] < costs[best] ? i : best;
        }
        int lowest = costs[best];
        List<String> possible = Arrays.stream(costs).allMatch(cost -> cost > STRANGE * accents)
                ? List.of()
                : CANDIDATES.stream()
                        .filter(each -> costs[CANDIDATES.indexOf(each)] < lowest + STRANGE)
                        .map(Candidate::name)
                        .toList();
        boolean usual = best == 0 && IntStream.range(SAME_ACCENTS, costs.length).allMatch(i -> costs[i] > lowest);
        if (!possible.isEmpty() && (usual || possible.size() == 1)) {
            return CANDIDATES.get(best).charset();
        }
        throw new UnreadableFile("L’encodage de ce fichier n’est pas reconnu"
                + (possible.isEmpty() ? "" : " avec certitude : ce peut être " + String.join(" ou ", possible))
                + ". Ses lettres accentuées seraient mal lues. Dans votre tableur, choisissez « Enregistrer sous », puis le format « CSV UTF-8 »"
                + " ou « Classeur Excel (.xlsx) ».");
    }

    private static int cost(char before, char here, char after) {
        if (here == '\uFFFD' || here >= 0x80 && here < 0xA0 || Character.getType(here) == Character.PRIVATE_USE) {
            return IMPOSSIBLE;
        }
        boolean follows = Character.isLetter(before);
        boolean precedes = Character.isLetter(after);
        if (SIGNS.indexOf(here) >= 0) {
            return follows && precedes && WITHIN_WORDS.indexOf(here) < 0
                    ? STRANGE
                    : SIGNS.indexOf(here) < USUAL_SIGNS ? 0 : 1;
        }
        if (!Character.isLetter(here)) {
            return STRANGE;
        }
        char low = Character.toLowerCase(here);
        int cost = FRENCH.indexOf(low) >= 0
                ? 0
                : "äö".indexOf(low) >= 0 ? 1 : OF_NEIGHBOURS.indexOf(low) >= 0 ? 3 : STRANGE + 1;
        boolean changesCase =
                Character.isLowerCase(before) && (Character.isUpperCase(here) || Character.isUpperCase(after))
                        || Character.isUpperCase(before) && Character.isUpperCase(here) && Character.isLowerCase(after);
        if (changesCase || "îï".indexOf(low) >= 0 && Character.toLowerCase(after) == 'u') {
            return cost + STRANGE; // "PrÈnom", "SÏur", "Îuvre"
        }
        if (Character.isUpperCase(before) && Character.isLowerCase(here) && Character.isUpperCase(after)) {
            return cost + 1; // "LEFéVRE": seen on Windows, whose keyboard has no È
        }
        return !follows && !precedes && low != 'à' ? cost + 3 : cost;
    }
}
