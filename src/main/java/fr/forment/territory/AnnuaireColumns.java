package fr.forment.territory;

import fr.forment.files.CsvColumn;

/** The columns of the « Annuaire de l'éducation » that are read. Telephones and mail addresses are not among them. */
public final class AnnuaireColumns {

    public static final CsvColumn UAI =
            CsvColumn.named("Identifiant_de_l_etablissement", "UAI", "Numero_UAI", "Code_UAI");
    public static final CsvColumn NAME = CsvColumn.named("Nom_etablissement", "Appellation_officielle");
    static final CsvColumn TYPE = CsvColumn.named("Type_etablissement");
    static final CsvColumn SECTOR = CsvColumn.named("Statut_public_prive", "Secteur_public_prive");
    static final CsvColumn ADDRESS = CsvColumn.named("Adresse_1", "Adresse");
    static final CsvColumn POSTAL_CODE = CsvColumn.named("Code_postal");
    static final CsvColumn COMMUNE_CODE = CsvColumn.named("Code_commune");
    public static final CsvColumn COMMUNE = CsvColumn.named("Nom_commune", "Commune", "Libelle_commune");
    static final CsvColumn DEPARTEMENT_CODE = CsvColumn.named("Code_departement");
    public static final CsvColumn DEPARTEMENT = CsvColumn.named("Libelle_departement");
    public static final CsvColumn ACADEMIE = CsvColumn.named("Libelle_academie");
    static final CsvColumn MATERNELLE = CsvColumn.named("Ecole_maternelle");
    static final CsvColumn ELEMENTAIRE = CsvColumn.named("Ecole_elementaire");
    static final CsvColumn ULIS = CsvColumn.named("ULIS");
    static final CsvColumn PRIORITY = CsvColumn.named("Appartenance_Education_Prioritaire");
    static final CsvColumn PUPILS = CsvColumn.named("Nombre_d_eleves");
    static final CsvColumn RPI = CsvColumn.named("rpi_disperse");
    static final CsvColumn NATURE = CsvColumn.named("libelle_nature");
    public static final CsvColumn CIRCONSCRIPTION = CsvColumn.named("nom_circonscription");
    static final CsvColumn CIRCONSCRIPTION_UAI = CsvColumn.named("code_circonscription");
    static final CsvColumn LATITUDE = CsvColumn.named("latitude");
    static final CsvColumn LONGITUDE = CsvColumn.named("longitude");
    static final CsvColumn OPENED_ON = CsvColumn.named("date_ouverture");
    static final CsvColumn STATE = CsvColumn.named("etat");

    private AnnuaireColumns() {}
}
