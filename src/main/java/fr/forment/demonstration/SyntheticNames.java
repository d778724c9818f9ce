package fr.forment.demonstration;

import fr.forment.french.Names;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Names nobody bears: first and last names drawn apart, addresses in a domain that cannot exist. The same seed draws
 * the same names.
 */
class SyntheticNames {

    record Person(String lastName, String firstName, String email) {}

    private static final String[] FIRST =
            ("Adèle Agnès Aïcha Alain Aline Amina Anaïs Antoine Arnaud Aurélie Baptiste Béatrice Benoît Camille "
                            + "Cécile Chloé Claire Damien David Delphine Dominique Élodie Élise Émilie Emmanuel Erwan Estelle Étienne Fabien Fanny Farid "
                            + "Florence Gaël Gaëlle Guillaume Gwenaëlle Hélène Hugo Inès Isabelle Jeanne Jérôme Joël Juliette Karim Laëtitia Laurence Léa "
                            + "Loïc Lucie Maëlle Magali Manon Marc Maxime Mélanie Morgane Nadia Nicolas Noémie Océane Olivier Pascale Paul Rachel Raphaël "
                            + "Rozenn Sabrina Samuel Sandrine Sophie Stéphane Tanguy Thomas Valérie Vincent Virginie Yann Yasmine Zoé")
                    .split(" ");
    private static final String[] LAST =
            ("Abgrall Allain André Aubry Barbier Baudry Benali Bernier Bertin Blanchard Bouvier Briand Cadiou "
                            + "Caradec Carpentier Chevalier Collet Corre Cosnard Coulibaly Daniel Delaunay Denis Derrien Diallo Drouet Dubois Ferrand "
                            + "Fleury Fontaine Garnier Gautier Gérard Gicquel Gillet Guérin Guillou Hamon Hervé Huet Jamet Jégou Joubert Kerdoncuff Lambert "
                            + "Lamy Lebreton Lefèvre Lemoine Leroux Lorin Mahé Marchand Martinez Masson Mercier Monnier Morin Nguyen Nicol Ollivier Pasquier "
                            + "Pelletier Perrin Pichon Poirier Prigent Quéré Régnier Renault Rivière Rocher Rolland Roussel Salaün Sauvage Simonet Tanguy "
                            + "Texier Thibault Tual Vallée Vasseur Verger Vidal Yvon")
                    .split(" ");

    private final Random random;
    private final String place;
    private final Set<String> taken = new HashSet<>();

    /** @param place tells the addresses of one circonscription from those of another */
    SyntheticNames(Random random, String place) {
        this.random = random;
        this.place = place;
    }

    Person next() {
        while (true) {
            String first = FIRST[random.nextInt(FIRST.length)];
            String last = LAST[random.nextInt(LAST.length)];
            String local = slug(first) + "." + slug(last);
            if (taken.add(local)) {
                return new Person(last, first, local + "." + place + "@exemple.invalid");
            }
        }
    }

    static String slug(String text) {
        return Names.fold(text).replace(' ', '-').toLowerCase(Locale.ROOT);
    }
}
