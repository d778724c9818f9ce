package fr.forment.staff.file;

import java.util.List;
import java.util.Set;

import fr.forment.territory.Names;

/** Columns FormENT must not or need not know: their cells are dropped as the file is read. The rule is the domain's: no birth date, no home, no reason of absence. */
final class PrivateTitles {

    private static final Set<String> WORDS = Set.of("adresse", "adresses", "adresse1", "adresse2", "adresse3", "rue", "voie", "cp", "postal",
            "commune", "ville", "pays", "tel", "telephone", "telephones", "telephonetravail", "portable", "mobile", "gsm", "fax", "domicile",
            "naissance", "datenaissance", "age", "numen", "nir", "insee", "secu", "securite", "iban", "rib", "bic", "salaire", "traitement",
            "indice", "echelon", "conjoint", "familiale", "matrimoniale", "handicap", "rqth", "sante", "medical", "medicale", "arret", "conge",
            "conges", "motif", "absence", "absences", "maladie", "syndicat", "religion", "nationalite", "commentaire", "commentaires",
            "observation", "observations", "remarque", "remarques", "note", "notes", "civilite", "sexe", "genre", "classe", "classes", "photo",
            "login", "identifiant", "password", "activation", "ine");
    private static final List<String> PHRASES = List.of("mot de passe", "ne le", "nee le", "jeune fille", "nombre d enfants", "nb enfants");
    private static final Set<String> MAIL = Set.of("mail", "email", "mel", "courriel", "electronique");
    private static final Set<String> PERSONAL = Set.of("perso", "personnel", "personnelle", "prive", "privee");
    private static final Set<String> SCHOOL = Set.of("uai", "rne", "etablissement");

    /** Titles of lists of pupils or of their parents. */
    private static final Set<String> CHILDREN = Set.of("enfant", "enfants", "eleve", "eleves", "ine", "parent", "parents", "tuteur", "tutrice",
            "parente", "cantine");
    private static final Set<String> FIGURES = Set.of("nb", "nbr", "nbre", "nombre", "effectif", "effectifs", "total");
    private static final List<String> CHILDREN_PHRASES = List.of("responsable legal", "resp legal", "representant legal", "responsable 1",
            "responsable 2", "lien de parente", "decision de passage", "autorisation photo", "attestation fournie");

    private PrivateTitles() {
    }

    static boolean isPrivate(String title) {
        String folded = Names.fold(title);
        List<String> words = List.of(folded.split(" "));
        if (words.stream().anyMatch(MAIL::contains)) {
            return words.stream().anyMatch(PERSONAL::contains) && !words.contains("professionnel") && !words.contains("professionnelle");
        }
        if (folded.equals("nom de naissance") || words.stream().anyMatch(SCHOOL::contains)) {
            return false;
        }
        return words.stream().anyMatch(WORDS::contains) || PHRASES.stream().anyMatch((" " + folded + " ")::contains);
    }

    /** A figure of a school ("nombre d'élèves") is not a list of children. */
    static boolean isAboutChildren(String title) {
        String folded = Names.fold(title);
        List<String> words = List.of(folded.split(" "));
        return words.stream().noneMatch(FIGURES::contains)
                && (words.stream().anyMatch(CHILDREN::contains) || CHILDREN_PHRASES.stream().anyMatch(folded::contains));
    }
}
