package fr.forment.territory.imports;

import fr.forment.territory.AnnuaireFile;
import fr.forment.territory.ImportReach;
import fr.forment.territory.School;
import java.util.Map;
import java.util.Optional;

/**
 * What a person's directory may change: a school stays, before and after, where the person has a right; a département
 * and its circonscriptions are the business of who answers for the département. Sentences are French.
 */
final class AnnuaireRights {

    private static final String WHO =
            " La mission numérique du département ou un administrateur peut enregistrer ce fichier.";

    private static final int LAST_OF_THE_MAINLAND = 95;
    private static final int CORSE = 20;

    private final ImportReach reach;
    private final Map<String, AnnuaireFile.Named> known;
    private final Map<String, AnnuaireFile.Named> described;

    /**
     * @param known circonscriptions of the database
     * @param described those the file describes
     */
    AnnuaireRights(
            ImportReach reach, Map<String, AnnuaireFile.Named> known, Map<String, AnnuaireFile.Named> described) {
        this.reach = reach;
        this.known = known;
        this.described = described;
    }

    /** @param before null for a new school */
    Optional<String> objection(School before, School after) {
        if (before != null && !reach.covers(before)) {
            return Optional.of(
                    "L’école " + after.displayName() + " n’est pas dans votre périmètre : rien n’en est changé." + WHO);
        }
        if (before == null && !reach.everywhere() && isNumberedElsewhere(after)) {
            return Optional.of(
                    "L’UAI " + after.uai() + " n’est pas celui d’une école de ce département : vérifiez-le." + WHO);
        }
        if (covers(after)) {
            return Optional.empty();
        }
        return Optional.of(
                before == null
                        ? "L’école " + after.displayName()
                                + " serait créée hors de votre périmètre : elle ne l’est pas." + WHO
                        : "La ligne met l’école " + after.displayName()
                                + " hors de votre périmètre : rien n’en est changé." + WHO);
    }

    /**
     * Another département's school would be taken before its own people bring it. Prefixes of Corse and overseas tell
     * no département.
     */
    private static boolean isNumberedElsewhere(School school) {
        String prefix = school.uai().substring(0, 3);
        int number = Integer.parseInt(prefix);
        return number >= 1
                && number <= LAST_OF_THE_MAINLAND
                && number != CORSE
                && !prefix.equals(school.departementCode());
    }

    /** Name and département of a circonscription. @param before null for a new one */
    Optional<String> objection(String uai, AnnuaireFile.Named before, AnnuaireFile.Named after) {
        boolean same = before != null && before.of().equals(after.of());
        boolean may = reach.coversDepartement(after.of()) && (before == null || reach.coversDepartement(before.of()))
                || same && reach.circonscriptions().contains(uai);
        return may
                ? Optional.empty()
                : Optional.of((before == null
                                ? "La circonscription " + uai + " serait créée"
                                : "La circonscription " + uai
                                        + " est décrite autrement que FormENT ne la connaît, et elle est")
                        + " hors de votre périmètre : rien n’en est changé." + WHO);
    }

    /** Name and académie of a département. */
    Optional<String> objection(String departement) {
        return reach.coversDepartement(departement)
                ? Optional.empty()
                : Optional.of("Le nom et l’académie du département " + departement
                        + " ne sont pas dans votre périmètre : rien n’en est changé." + WHO);
    }

    /** Where a school would be: its circonscription is of that département, and the person's. */
    private boolean covers(School after) {
        String circonscription = after.circonscriptionUai();
        String departement = circonscription == null ? after.departementCode() : of(circonscription);
        return reach.everywhere()
                || departement != null
                        && (reach.coversDepartement(after.departementCode()) && reach.coversDepartement(departement)
                                || circonscription != null
                                        && reach.circonscriptions().contains(circonscription)
                                        && departement.equals(after.departementCode()));
    }

    private String of(String circonscription) {
        AnnuaireFile.Named named = known.getOrDefault(circonscription, described.get(circonscription));
        return named == null ? null : named.of();
    }
}
