package fr.forment.stafflist.reading;

import fr.forment.account.AgentFunction;
import fr.forment.files.ImportProblem;
import fr.forment.files.TotalLine;
import fr.forment.french.Names;
import fr.forment.people.Emails;
import fr.forment.people.Quotity;
import fr.forment.stafflist.reading.StaffLine.Said;
import fr.forment.territory.Uai;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a {@link StaffLine} of the cells of a row, mending what spreadsheets spoil, or says what is wrong with each
 * cell.
 */
public final class LineReader {

    private static final int LONGEST_NAME = 80;
    /** Years from the day of reading. */
    private static final int LATEST_ARRIVAL = 1;

    private static final int LATEST_DEPARTURE = 5;
    private static final Set<String> YES = Set.of("oui", "o", "x", "1", "vrai", "true", "yes", "y");
    private static final Set<String> NO = Set.of("non", "n", "0", "faux", "false", "no");

    private final List<String> columns;
    private final ColumnMapping mapping;
    private final ReadingChoices choices;
    private final LocalDate today;

    /** @param columns titles, for the problems to name them */
    public LineReader(List<String> columns, ColumnMapping mapping, ReadingChoices choices) {
        this(columns, mapping, choices, null);
    }

    private LineReader(List<String> columns, ColumnMapping mapping, ReadingChoices choices, LocalDate today) {
        this.columns = columns;
        this.mapping = mapping;
        this.choices = choices;
        this.today = today;
    }

    /**
     * Takes days too far ahead of this one for slips: nobody knows of an arrival a year before, and a posting that ends
     * lasts five at most.
     */
    public LineReader on(LocalDate day) {
        return new LineReader(columns, mapping, choices, day);
    }

    /** A line that counts those above: it says so, and its names, function and address are empty or numbers. */
    public boolean isTotal(List<String> cells) {
        return cells.stream().anyMatch(TotalLine::isWord)
                && Stream.of(
                                StaffField.NOM,
                                StaffField.NOM_FAMILLE,
                                StaffField.PRENOM,
                                StaffField.NOM_PRENOM,
                                StaffField.PRENOM_NOM,
                                StaffField.FONCTION,
                                StaffField.COURRIEL)
                        .map(mapping.columns()::get)
                        .filter(place -> place != null && place < cells.size())
                        .map(cells::get)
                        .allMatch(cell -> cell.isBlank() || TotalLine.isWord(cell) || TotalLine.isNumber(cell));
    }

    /** @param cells as {@link StaffTable} gave them; empty for a row that could not be aligned with the titles */
    public Reading read(long line, List<String> cells) {
        if (cells.isEmpty()) {
            return new Reading(
                    null,
                    List.of(
                            new ImportProblem(
                                    line,
                                    "",
                                    "",
                                    "Cette ligne n'a pas autant de cases que de titres : un séparateur,"
                                            + " un guillemet ou un retour à la ligne y manque ou y est de trop. Rien n'en a été lu.")));
        }
        CellReader row = new CellReader(line, cells, columns, mapping);
        String uai = uai(row);
        JoinedName joined = mapping.isJoined() ? joined(row) : null;
        String lastName = joined != null ? joined.lastName() : mapping.isJoined() ? null : lastName(row);
        String firstName = joined != null
                ? joined.firstName()
                : mapping.isJoined()
                        ? null
                        : name(row, StaffField.PRENOM, "Indiquez le prénom (" + LONGEST_NAME + " caractères au plus).");
        String email = Emails.clean(row.get(StaffField.COURRIEL));
        if (email != null && !Emails.isValid(email)) {
            row.wrong(
                    StaffField.COURRIEL,
                    "Écrivez une seule adresse, de la forme prenom.nom@domaine.fr, ou laissez la case vide.");
        }
        Boolean directs = yesOrNo(row, StaffField.DIRECTEUR);
        AgentFunction function = function(row, directs);
        Integer quotity = row.has(StaffField.QUOTITE)
                ? Quotity.read(row.get(StaffField.QUOTITE))
                        .orElseGet(() -> row.wrong(StaffField.QUOTITE, Quotity.ADVICE))
                : null;
        Boolean constellation = yesOrNo(row, StaffField.CONSTELLATION);
        LocalDate arrivesOn = date(row, StaffField.ARRIVEE, LATEST_ARRIVAL);
        LocalDate leavesOn = date(row, StaffField.DEPART, LATEST_DEPARTURE);
        if (arrivesOn != null && leavesOn != null && leavesOn.isBefore(arrivesOn)) {
            row.wrong(StaffField.DEPART, "Le départ précède l'arrivée : corrigez l'une des deux dates.");
        }
        return row.isFlawless()
                ? new Reading(
                        new StaffLine(
                                line,
                                uai,
                                lastName,
                                firstName,
                                email,
                                function,
                                quotity,
                                constellation,
                                arrivesOn,
                                leavesOn,
                                said(row, directs)),
                        List.of())
                : new Reading(null, row.problems());
    }

    private String uai(CellReader row) {
        if (row.has(StaffField.UAI) || choices.schoolUai() == null) {
            return Repairs.uai(row.get(StaffField.UAI))
                    .map(Uai::value)
                    .orElseGet(
                            () -> row.wrong(
                                    StaffField.UAI,
                                    "Le code UAI compte 7 chiffres et une lettre de contrôle, par exemple 0350122T : reprenez celui de l'annuaire."));
        }
        return choices.schoolUai();
    }

    /** Null, and said so, when nobody can tell where the name ends. */
    private JoinedName joined(CellReader row) {
        StaffField field =
                mapping.columns().containsKey(StaffField.NOM_PRENOM) ? StaffField.NOM_PRENOM : StaffField.PRENOM_NOM;
        Optional<JoinedName> split = JoinedName.split(row.get(field), field == StaffField.NOM_PRENOM)
                .filter(name -> name.lastName().length() <= LONGEST_NAME
                        && name.firstName().length() <= LONGEST_NAME);
        if (split.filter(name -> !Names.isOfPerson(name.lastName()) || !Names.isOfPerson(name.firstName()))
                .isPresent()) {
            return row.wrong(field, Names.ADVICE);
        }
        return split.orElseGet(
                () -> row.wrong(
                        field,
                        "On ne peut pas savoir où finit le nom et où commence le prénom : écrivez le nom en capitales"
                                + " (LE GALL Hélène), mettez une virgule entre les deux (Le Gall, Hélène), ou faites deux colonnes."));
    }

    /** The name people use; ONDE leaves it empty when it is the family name. */
    private static String lastName(CellReader row) {
        return name(
                row,
                row.has(StaffField.NOM) || !row.has(StaffField.NOM_FAMILLE) ? StaffField.NOM : StaffField.NOM_FAMILLE,
                "Indiquez le nom (" + LONGEST_NAME + " caractères au plus).");
    }

    private static String name(CellReader row, StaffField field, String advice) {
        String name = row.get(field);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return row.wrong(field, advice);
        }
        return Names.isOfPerson(Names.clean(name)) ? name : row.wrong(field, Names.ADVICE);
    }

    private AgentFunction function(CellReader row, Boolean directs) {
        if (Boolean.TRUE.equals(directs)) {
            return AgentFunction.DIRECTEUR;
        }
        if (row.has(StaffField.FONCTION)) {
            return FunctionWords.read(row.get(StaffField.FONCTION)).orElseGet(() -> unknownFunction(row));
        }
        if (choices.functionWhenSilent() != null) {
            return choices.functionWhenSilent();
        }
        return row.isMapped(StaffField.DIRECTEUR) ? AgentFunction.ADJOINT : unknownFunction(row);
    }

    private static AgentFunction unknownFunction(CellReader row) {
        return row.wrong(
                StaffField.FONCTION,
                "Choisissez parmi : directeur, adjoint, TR, contractuel, PES, AESH, ATSEM, ERUN, CPC, CPD, IEN, secrétaire, DSI, fournisseur.");
    }

    private static Said said(CellReader row, Boolean directs) {
        if (row.has(StaffField.FONCTION) || Boolean.TRUE.equals(directs)) {
            return Said.FUNCTION;
        }
        return Boolean.FALSE.equals(directs) ? Said.NOT_DIRECTOR : Said.NOTHING;
    }

    private static Boolean yesOrNo(CellReader row, StaffField field) {
        String written = Names.fold(row.get(field));
        if (!written.isEmpty() && !YES.contains(written) && !NO.contains(written)) {
            row.wrong(field, "Écrivez oui ou non, ou laissez la case vide.");
        }
        return written.isEmpty() ? null : Boolean.valueOf(YES.contains(written));
    }

    private LocalDate date(CellReader row, StaffField field, int yearsAhead) {
        LocalDate day = row.has(field)
                ? Repairs.date(row.get(field))
                        .orElseGet(() -> row.wrong(field, "Écrivez la date sous la forme 01/09/2026 ou 2026-09-01."))
                : null;
        return day == null || today == null || !day.isAfter(today.plusYears(yearsAhead))
                ? day
                : row.wrong(
                        field,
                        "Cette date est à plus " + (yearsAhead == 1 ? "d'un an" : "de " + yearsAhead + " ans")
                                + " d'aujourd'hui : vérifiez l'année.");
    }
}
