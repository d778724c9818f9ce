package fr.forment.account;

import fr.forment.french.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What a password must be: 12 characters at least, three kinds of characters out of four (CNIL 2022-100, with throttled
 * sign-in), and nothing of its owner in it. No periodic change.
 */
public final class PasswordPolicy {

    private static final int SHORTEST = 12;
    /** bcrypt reads no further. */
    private static final int LONGEST_BYTES = 72;

    private static final Map<String, IntPredicate> KINDS = kinds();
    private static final List<String> ADMINISTRATOR = List.of("admin", "FormENT");

    private PasswordPolicy() {}

    /**
     * What is wrong, in French, with a password meant for the operator, who has no name: neither his login nor the
     * program's.
     */
    public static Optional<String> administratorsObjection(String password) {
        return objection(password, ADMINISTRATOR)
                .map(no -> no.replace("ni votre nom, ni votre identifiant", "ni « admin », ni « FormENT »"));
    }

    /** @param personal login, names, address of the owner @return every reason why not, in French */
    public static Optional<String> objection(String typed, Collection<String> personal) {
        String password = typed == null ? "" : typed;
        List<String> missing = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            missing.add("il faut " + SHORTEST + " caractères au moins, il en compte " + length);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            missing.add("il est trop long : " + LONGEST_BYTES + " caractères au plus");
        }
        if (KINDS.size() - absent(password).size() < 3) {
            missing.add(
                    "il faut trois sortes de caractères, il y manque des " + String.join(" ou des ", absent(password)));
        }
        String folded = squeeze(password);
        if (personal.stream()
                .flatMap(PasswordPolicy::parts)
                .map(PasswordPolicy::squeeze)
                .anyMatch(part -> part.length() >= 3 && folded.contains(part))) {
            missing.add("il ne doit contenir ni votre nom, ni votre identifiant");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Ce mot de passe n'est pas accepté : " + String.join(" ; ", missing) + ".");
    }

    private static List<String> absent(String password) {
        return KINDS.entrySet().stream()
                .filter(kind -> password.codePoints().noneMatch(kind.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, IntPredicate> kinds() {
        Map<String, IntPredicate> kinds = new LinkedHashMap<>();
        kinds.put("minuscules", Character::isLowerCase);
        kinds.put("majuscules", Character::isUpperCase);
        kinds.put("chiffres", Character::isDigit);
        kinds.put("autres signes (espace, ponctuation)", c -> !Character.isLetterOrDigit(c));
        return kinds;
    }

    /** An address also counts by the part before the @. */
    private static Stream<String> parts(String personal) {
        return personal == null ? Stream.empty() : Stream.of(personal, personal.split("@")[0]);
    }

    private static String squeeze(String text) {
        return Names.fold(text).replace(" ", "");
    }
}
