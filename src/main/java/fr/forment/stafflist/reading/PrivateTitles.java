package fr.forment.stafflist.reading;

import fr.forment.french.Names;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Columns FormENT must not or need not know: their cells are dropped as the file is read. The rule is the domain's: no
 * birth date, no home, no reason of absence.
 */
final class PrivateTitles {

    private static final Set<String> WORDS = Set.of(
            "adresse",
            "adresses",
            "adresse1",
            "adresse2",
            "adresse3",
            "rue",
            "voie",
            "cp",
            "postal",
            "commune",
            "ville",
            "pays",
            "tel",
            "telephone",
            "telephones",
            "telephonetravail",
            "portable",
            "mobile",
            "gsm",
            "fax",
            "domicile",
            "naissance",
            "datenaissance",
            "age",
            "numen",
            "nir",
            "insee",
            "secu",
            "securite",
            "iban",
            "rib",
            "bic",
            "salaire",
            "traitement",
            "indice",
            "echelon",
            "conjoint",
            "familiale",
            "matrimoniale",
            "handicap",
            "rqth",
            "sante",
            "medical",
            "medicale",
            "arret",
            "conge",
            "conges",
            "motif",
            "absence",
            "absences",
            "maladie",
            "syndicat",
            "religion",
            "nationalite",
            "commentaire",
            "commentaires",
            "observation",
            "observations",
            "remarque",
            "remarques",
            "note",
            "notes",
            "civilite",
            "sexe",
            "genre",
            "classe",
            "classes",
            "photo",
            "login",
            "identifiant",
            "password",
            "activation",
            "ine",
            "ne",
            "nee",
            "ddn",
            "dn",
            "anniversaire",
            "adr",
            "contact",
            "contacts",
            "coordonnee",
            "coordonnees",
            "urgence",
            "perso",
            "logement",
            "bat",
            "batiment",
            "appt",
            "appartement",
            "lieudit");
    /**
     * Beginnings of words, for titles are shortened in as many ways as there are people: "Date naiss.", "Tél. port.".
     */
    private static final List<String> STEMS = List.of("naiss", "adress", "tel", "portab", "mobil", "domicil");
    /** Titles that say nothing of what is under them, and are all too often phones. */
    private static final Set<String> MUTE = Set.of("numero", "numeros", "num", "n", "no", "port", "fixe");

    private static final List<String> PHRASES =
            List.of("mot de passe", "jeune fille", "nombre d enfants", "nb enfants");
    private static final Set<String> MAIL = Set.of("mail", "email", "mel", "courriel", "electronique");
    private static final Set<String> PERSONAL = Set.of("perso", "personnel", "personnelle", "prive", "privee");
    private static final Set<String> SCHOOL = Set.of("uai", "rne", "etablissement");

    /** Titles of lists of pupils or of their parents. */
    private static final Set<String> CHILDREN = Set.of(
            "enfant", "enfants", "eleve", "eleves", "ine", "parent", "parents", "tuteur", "tutrice", "parente",
            "cantine");

    private static final Set<String> FIGURES = Set.of("nb", "nbr", "nbre", "nombre", "effectif", "effectifs", "total");
    private static final List<String> CHILDREN_PHRASES = List.of(
            "responsable legal",
            "resp legal",
            "representant legal",
            "responsable 1",
            "responsable 2",
            "lien de parente",
            "decision de passage",
            "autorisation photo",
            "attestation fournie");

    private static final Set<String> CLASSES =
            Set.of("classe", "classes", "niveau", "niveaux", "cycle", "division", "groupe", "cours");
    private static final Set<String> BIRTH = Set.of("ne", "nee", "ddn", "age");
    private static final Set<String> GUARDIANS =
            Set.of("responsable", "responsables", "resp", "pere", "mere", "famille", "familles", "foyer");
    private static final Set<String> IDENTITY =
            Set.of("prenom", "prenoms", "nom", "courriel", "mail", "mel", "email", "telephone", "tel", "portable");
    /** What no list of pupils tells. */
    private static final Set<String> WORK = Set.of(
            "fonction",
            "fonctions",
            "poste",
            "emploi",
            "quotite",
            "grade",
            "corps",
            "enseignant",
            "enseignante",
            "agent",
            "affectation",
            "directeur",
            "directrice",
            "direction",
            "constellation");

    private PrivateTitles() {}

    static boolean isPrivate(String title) {
        String folded = Names.fold(title);
        List<String> words = List.of(folded.split(" "));
        if (words.stream().anyMatch(MAIL::contains)) {
            return words.stream().anyMatch(PERSONAL::contains)
                    && !words.contains("professionnel")
                    && !words.contains("professionnelle");
        }
        if (folded.equals("nom de naissance") || words.stream().anyMatch(SCHOOL::contains)) {
            return false;
        }
        return MUTE.contains(folded)
                || words.stream()
                        .anyMatch(word -> WORDS.contains(word) || STEMS.stream().anyMatch(word::startsWith))
                || PHRASES.stream().anyMatch((" " + folded + " ")::contains);
    }

    /** A figure of a school ("nombre d'élèves") is not a list of children. */
    static boolean isAboutChildren(String title) {
        String folded = Names.fold(title);
        List<String> words = List.of(folded.split(" "));
        return words.stream().noneMatch(FIGURES::contains)
                && (words.stream().anyMatch(CHILDREN::contains)
                        || CHILDREN_PHRASES.stream().anyMatch(folded::contains));
    }

    /**
     * The titles that together are those of pupils or of their parents, none of them speaking of somebody's work: a
     * class and a birth date, or the names of those who answer for a child. Empty when they are not.
     */
    static List<String> aboutChildren(List<String> titles) {
        if (titles.stream().anyMatch(title -> words(title).stream().anyMatch(WORK::contains))) {
            return List.of();
        }
        List<String> guardians =
                titles.stream().filter(PrivateTitles::isOfGuardian).toList();
        String pupilsClass = first(titles, CLASSES::contains);
        String birth = first(titles, word -> BIRTH.contains(word) || word.startsWith("naiss"));
        return !guardians.isEmpty()
                ? guardians.subList(0, 1)
                : pupilsClass != null && birth != null ? List.of(pupilsClass, birth) : List.of();
    }

    /** "Nom de famille" is everybody's. */
    private static boolean isOfGuardian(String title) {
        List<String> words = words(title);
        return !Names.fold(title).contains("nom de famille")
                && !Names.fold(title).equals("nom famille")
                && words.stream().anyMatch(GUARDIANS::contains)
                && words.stream().anyMatch(IDENTITY::contains);
    }

    private static String first(List<String> titles, Predicate<String> word) {
        return titles.stream()
                .filter(title -> !title.isEmpty() && words(title).stream().anyMatch(word))
                .findFirst()
                .orElse(null);
    }

    private static List<String> words(String title) {
        return List.of(Names.fold(title).split(" "));
    }
}
