package fr.forment.stafflist.reading;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What FormENT wants to know of a person, and under which titles files tell it. Everything else stays unread. */
public enum StaffField {
    UAI(
            "Code UAI de l'école ou de la circonscription",
            "uai",
            "code uai",
            "uai ecole",
            "uai de l'ecole",
            "uai etablissement",
            "uai affectation",
            "uai rattachement",
            "numero uai",
            "n uai",
            "rne",
            "code rne",
            "code etablissement",
            "code ecole",
            "etablissement",
            "identifiant de l'etablissement",
            "code uai rne"),
    NOM(
            "Nom d'usage",
            "nom usage",
            "nom d'usage",
            "nom usuel",
            "nom",
            "nom agent",
            "nom de l'agent",
            "nom enseignant",
            "nom de l'enseignant"),
    NOM_FAMILLE(
            "Nom de famille, lu quand le nom d'usage est vide",
            "nom de famille",
            "nom famille",
            "nom de naissance",
            "nom patronymique",
            "nom"),
    PRENOM("Prénom", "prenom", "prenoms", "prenom usuel", "prenom agent", "prenom de l'agent", "prenom enseignant"),
    NOM_PRENOM(
            "Nom puis prénom, dans une seule colonne",
            "nom et prenom",
            "nom prenom",
            "noms et prenoms",
            "noms prenoms",
            "nom prenoms",
            "nom et prenoms",
            "nom et prenom de l'agent",
            "nom prenom agent",
            "nom et prenom de l'enseignant",
            "nom complet",
            "identite",
            "agent",
            "enseignant"),
    PRENOM_NOM(
            "Prénom puis nom, dans une seule colonne",
            "prenom et nom",
            "prenom nom",
            "prenoms et noms",
            "prenom et nom de l'agent"),
    COURRIEL(
            "Courriel professionnel",
            "courriel_professionnel",
            "courriel",
            "courriel academique",
            "email",
            "e mail",
            "mail",
            "mel",
            "mail professionnel",
            "mail academique",
            "email professionnel",
            "email academique",
            "adresse mail",
            "adresse mel",
            "adresse email",
            "adresse electronique",
            "adresse electronique professionnelle",
            "adresse mail professionnelle",
            "mel professionnel"),
    FONCTION(
            "Fonction",
            "fonction",
            "fonctions",
            "fonction exercee",
            "poste",
            "poste occupe",
            "type de poste",
            "emploi",
            "role"),
    DIRECTEUR(
            "Dirige l'école (oui ou non)",
            "directeur",
            "directrice",
            "est directeur",
            "direction",
            "directeur directrice"),
    QUOTITE("Quotité", "quotite", "quotité de service", "quotite travaillee", "quotite de travail", "temps de travail"),
    ARRIVEE(
            "Date d'arrivée",
            "date_arrivee",
            "arrivee",
            "date d'arrivee",
            "date d'affectation",
            "date affectation",
            "date d'installation",
            "date de debut",
            "date debut",
            "debut",
            "depuis",
            "depuis le"),
    DEPART(
            "Date de départ",
            "date_depart",
            "depart",
            "date de depart",
            "date de fin",
            "date fin",
            "fin",
            "fin d'affectation"),
    CONSTELLATION("En constellation (oui ou non)", "constellation", "constellations", "en constellation");

    private final String label;
    private final List<String> keys;

    StaffField(String label, String... titles) {
        this.label = label;
        this.keys = Stream.of(titles).map(TableHeader::key).toList();
    }

    public String label() {
        return label;
    }

    /** Places of longer titles, as "Fonction (2026-2027)"; only for words that begin no other title. */
    Stream<Integer> beginnings(List<String> titles) {
        boolean unmistakable = this == FONCTION || this == QUOTITE || this == CONSTELLATION || this == PRENOM;
        return unmistakable
                ? IntStream.range(0, titles.size())
                        .filter(place -> titles.get(place).startsWith(keys.get(0)))
                        .filter(place -> !PRENOM_NOM.keys.contains(titles.get(place)))
                        .boxed()
                : Stream.empty();
    }

    /** Folded titles of columns that tell it, the surest first. */
    List<String> keys() {
        return keys;
    }
}
