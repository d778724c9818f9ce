package fr.forment.staff;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import fr.forment.french.Names;

/**
 * What a password must be: 12 characters at least, three kinds of characters out of four (CNIL 2022-100, with throttled sign-in), and
 * nothing of its owner in it. No periodic change.
 */
public final class PasswordPolicy {

    private static final int SHORTEST = 12;
    /** bcrypt reads no further. */
    private static final int LONGEST_BYTES = 72;

    private static final List<String> ADMINISTRATOR = List.of("admin", "FormENT");

    private PasswordPolicy() {
    }

    /** What is wrong, in French, with a password meant for the operator, who has no name: neither his login nor the program's. */
    public static Optional<String> administratorsObjection(String password) {
        return objection(password, ADMINISTRATOR).map(no -> no.replace("ni votre nom, ni votre identifiant", "ni « admin », ni « FormENT »"));
    }

    /** @param personal login, names, address of the owner @return why not, in French */
    static Optional<String> objection(String password, Collection<String> personal) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("Le mot de passe doit compter au moins " + SHORTEST + " caractères.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of("Le mot de passe est trop long : " + LONGEST_BYTES + " caractères au plus.");
        }
        if (kinds(password) < 3) {
            return Optional.of("Le mot de passe doit comporter au moins trois types de caractères parmi : minuscules, majuscules, chiffres, "
                    + "autres signes.");
        }
        String folded = squeeze(password);
        boolean givesAway = personal.stream().flatMap(PasswordPolicy::parts).map(PasswordPolicy::squeeze)
                .anyMatch(part -> part.length() >= 3 && folded.contains(part));
        return givesAway ? Optional.of("Le mot de passe ne doit contenir ni votre nom, ni votre identifiant.") : Optional.empty();
    }

    private static long kinds(String password) {
        return Stream.<IntPredicate>of(Character::isLowerCase, Character::isUpperCase, Character::isDigit,
                c -> !Character.isLetterOrDigit(c)).filter(kind -> password.codePoints().anyMatch(kind)).count();
    }

    /** An address also counts by the part before the @. */
    private static Stream<String> parts(String personal) {
        return personal == null ? Stream.empty() : Stream.of(personal, personal.split("@")[0]);
    }

    private static String squeeze(String text) {
        return Names.fold(text).replace(" ", "");
    }
}
