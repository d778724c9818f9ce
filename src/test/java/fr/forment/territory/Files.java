package fr.forment.territory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The real files, and small ones made by hand. */
public final class Files {

    static final Resource ILLE_ET_VILAINE =
            new ClassPathResource("reference/demo/annuaire-education-35-ille-et-vilaine-2023-06.csv");
    static final Resource EFFECTIFS =
            new ClassPathResource("reference/demo/ecoles-effectifs-classes-35-ille-et-vilaine-2019-2022.csv");
    static final Resource VAL_DE_MARNE =
            new ClassPathResource("territory/annuaire-education-94-val-de-marne-2026-05.csv");
    static final Resource OCCITANIE = new ClassPathResource("territory/ecoles-publiques-occitanie-2024-11.csv");
    static final Resource CIRCONSCRIPTIONS = new ClassPathResource("reference/circonscriptions-premier-degre.csv");

    static final String HEADER =
            "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Code_postal;"
                    + "Nom_commune;Code_departement;Libelle_departement;Libelle_academie;nom_circonscription;code_circonscription;latitude;"
                    + "date_ouverture;etat\n";
    static final String BAULON =
            "0350122T;Ecole primaire publique les Lucioles;Ecole;Public;35580;Baulon;035;Ille-et-Vilaine;Rennes;"
                    + "Circonscription d'inspection du 1er degré de Bruz;;47.98;1965-10-01;OUVERT\n";
    static final String CARDROC =
            "0350165P;Ecole élémentaire publique de Cardroc;Ecole;Public;35190;Cardroc;035;Ille-et-Vilaine;Rennes;"
                    + "Circonscription d'inspection du 1er degré de Saint Grégoire;;48.28;1965-10-01;OUVERT\n";

    private Files() {}

    public static Resource text(String content) {
        return text(content, StandardCharsets.UTF_8);
    }

    public static Resource text(String content, Charset charset) {
        return new ByteArrayResource(content.getBytes(charset));
    }

    static Resource edited(Resource file, UnaryOperator<String> edit) {
        try (InputStream in = file.getInputStream()) {
            return text(edit.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
