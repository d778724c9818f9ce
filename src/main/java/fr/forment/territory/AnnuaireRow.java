package fr.forment.territory;

import static fr.forment.territory.AnnuaireColumns.*;

import fr.forment.files.CsvRow;
import fr.forment.french.Names;
import java.util.Locale;

/** Turns one line of the directory into a school. */
final class AnnuaireRow {

    private final CsvRow row;
    private final RowReader read;

    AnnuaireRow(CsvRow row, ImportFindings found) {
        this.row = row;
        this.read = new RowReader(row, found);
    }

    /** The school, without the name of its circonscription resolved; null if a compulsory field is wrong. */
    School school() {
        String uai = read.uai(UAI);
        String name = read.required(NAME, 200);
        String commune = read.required(COMMUNE, 100);
        String departement = read.departement(DEPARTEMENT_CODE);
        SchoolState state = state();
        if (!read.isGood()) {
            return null;
        }
        return new School(
                uai,
                name,
                read.optional(ADDRESS, 200),
                read.fiveCharacters(POSTAL_CODE),
                read.fiveCharacters(COMMUNE_CODE),
                commune,
                departement,
                circonscriptionUai(),
                kind(),
                true,
                state,
                SchoolRhythm.INCONNU,
                null,
                read.integer(PUPILS),
                null,
                read.optional(RPI, 20),
                priority(),
                read.flag(ULIS),
                read.decimal(LATITUDE, 90),
                read.decimal(LONGITUDE, 180),
                read.date(OPENED_ON));
    }

    /** Null when empty or wrong: the name then decides. */
    private String circonscriptionUai() {
        return Uai.read(row.get(CIRCONSCRIPTION_UAI)).map(Uai::value).orElse(null);
    }

    private SchoolState state() {
        return switch (Names.fold(row.get(STATE))) {
            case "", "ouvert", "a ouvrir" -> SchoolState.OUVERT;
            case "a fermer" -> SchoolState.A_FERMER;
            case "ferme" -> SchoolState.FERME;
            default -> read.refuse(STATE, "État inconnu : écrivez OUVERT, A FERMER ou FERME.");
        };
    }

    private SchoolKind kind() {
        boolean maternelle = read.flag(MATERNELLE);
        boolean elementaire = read.flag(ELEMENTAIRE);
        if (maternelle == elementaire) {
            return maternelle
                    ? SchoolKind.PRIMAIRE
                    : Names.fold(row.get(NATURE)).contains("maternelle")
                            ? SchoolKind.MATERNELLE
                            : SchoolKind.ELEMENTAIRE;
        }
        return maternelle ? SchoolKind.MATERNELLE : SchoolKind.ELEMENTAIRE;
    }

    private PriorityEducation priority() {
        return switch (row.get(PRIORITY).replace(" ", "").toUpperCase(Locale.ROOT)) {
            case "REP+" -> PriorityEducation.REP_PLUS;
            case "REP" -> PriorityEducation.REP;
            default -> PriorityEducation.AUCUNE;
        };
    }
}
