package fr.forment.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import fr.forment.staff.file.StaffLine;
import fr.forment.territory.CsvColumn;
import fr.forment.territory.CsvDates;
import fr.forment.territory.CsvFile;
import fr.forment.territory.CsvRow;
import fr.forment.territory.ImportProblem;
import fr.forment.territory.Names;
import fr.forment.territory.Uai;
import fr.forment.territory.UnreadableFile;
import org.springframework.core.io.InputStreamSource;

/**
 * The recommended staff list, as a secretariat fills it in with a spreadsheet. Says what is wrong line by line and reads the rest; the column
 * "commentaire" is never read, for remarks about people have no place here.
 */
final class StaffFile {

    /** The columns of the file to download, in order. */
    static final List<String> HEADER = List.of("uai", "nom", "prenom", "courriel_professionnel", "fonction", "quotite", "date_arrivee",
            "date_depart", "constellation", "commentaire");

    private static final CsvColumn UAI = CsvColumn.named("uai", "code uai", "rne", "code rne", "etablissement");
    private static final CsvColumn LAST_NAME = CsvColumn.named("nom", "nom usage", "nom d'usage");
    private static final CsvColumn FIRST_NAME = CsvColumn.named("prenom");
    private static final CsvColumn EMAIL = CsvColumn.named("courriel_professionnel", "courriel", "email", "mail", "adresse electronique");
    private static final CsvColumn FUNCTION = CsvColumn.named("fonction");
    private static final CsvColumn QUOTITY = CsvColumn.named("quotite", "quotité de service");
    private static final CsvColumn ARRIVAL = CsvColumn.named("date_arrivee", "arrivee");
    private static final CsvColumn DEPARTURE = CsvColumn.named("date_depart", "depart");
    private static final CsvColumn CONSTELLATION = CsvColumn.named("constellation");
    /** Columns that only lists of pupils or of their parents have. */
    private static final CsvColumn CHILDREN = CsvColumn.named("enfant", "prenom enfant", "nom de famille enfant", "nom d'usage enfant",
            "classes enfants", "ine", "num ine", "numero ine", "nom eleve", "prenom eleve", "id eleve", "niveau eleve", "responsable legal",
            "responsable 1", "lien de parente");

    private static final Map<String, AgentFunction> FUNCTIONS = functions();
    private static final Set<String> YES = Set.of("oui", "o", "x", "1", "vrai", "true");
    private static final Set<String> NO = Set.of("non", "n", "0", "faux", "false", "");

    private final List<StaffLine> lines = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();

    private StaffFile() {
    }

    /** @throws UnreadableFile when nothing can be taken from it, or when it is about children */
    static StaffFile read(InputStreamSource source) {
        StaffFile staff = new StaffFile();
        try (CsvFile file = CsvFile.open(source)) {
            if (file.has(CHILDREN)) {
                throw new UnreadableFile("Ce fichier est une liste d'élèves ou de responsables légaux. FormENT n'organise que la formation"
                        + " des personnels et ne doit pas recevoir ces données : rien n'en a été gardé.");
            }
            file.require("la liste des personnels", UAI, LAST_NAME, FIRST_NAME, FUNCTION);
            for (CsvRow row = file.next(); row != null; row = file.next()) {
                staff.take(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return staff;
    }

    List<StaffLine> lines() {
        return lines;
    }

    List<ImportProblem> problems() {
        return problems;
    }

    private void take(CsvRow row) {
        int before = problems.size();
        String uai = Uai.read(row.get(UAI)).map(Uai::value).orElseGet(() -> wrong(row, UAI,
                "Le code UAI compte 7 chiffres et une lettre de contrôle, par exemple 0350122T : reprenez celui de l'annuaire."));
        String lastName = name(row, LAST_NAME, "Indiquez le nom (80 caractères au plus).");
        String firstName = name(row, FIRST_NAME, "Indiquez le prénom (80 caractères au plus).");
        String email = Emails.clean(row.get(EMAIL));
        if (email != null && !Emails.isValid(email)) {
            wrong(row, EMAIL, "Écrivez une seule adresse, de la forme prenom.nom@domaine.fr, ou laissez la case vide.");
        }
        AgentFunction function = Optional.ofNullable(FUNCTIONS.get(Names.fold(row.get(FUNCTION)))).orElseGet(() -> wrong(row, FUNCTION,
                "Choisissez parmi : directeur, adjoint, TR, contractuel, PES, AESH, ERUN, CPC, CPD, IEN, secrétaire, DSI, fournisseur."));
        Integer quotity = quotity(row);
        Boolean constellation = yesOrNo(row);
        LocalDate arrivesOn = date(row, ARRIVAL);
        LocalDate leavesOn = date(row, DEPARTURE);
        if (arrivesOn != null && leavesOn != null && leavesOn.isBefore(arrivesOn)) {
            wrong(row, DEPARTURE, "Le départ précède l'arrivée : corrigez l'une des deux dates.");
        }
        if (problems.size() == before) {
            lines.add(new StaffLine(row.line(), uai, lastName, firstName, email, function, quotity, constellation, arrivesOn, leavesOn));
        }
    }

    private String name(CsvRow row, CsvColumn column, String advice) {
        String name = row.get(column);
        return name.isEmpty() || name.length() > 80 ? wrong(row, column, advice) : name;
    }

    private Integer quotity(CsvRow row) {
        String written = row.get(QUOTITY).replace("%", "").strip();
        if (written.isEmpty()) {
            return null;
        }
        return NewAgent.QUOTITIES.stream().filter(known -> written.equals(known.toString())).findFirst()
                .orElseGet(() -> wrong(row, QUOTITY, "La quotité vaut 100, 80, 75 ou 50."));
    }

    private Boolean yesOrNo(CsvRow row) {
        String written = Names.fold(row.get(CONSTELLATION));
        if (YES.contains(written)) {
            return true;
        }
        if (!NO.contains(written)) {
            wrong(row, CONSTELLATION, "Écrivez oui ou non, ou laissez la case vide.");
        }
        return written.isEmpty() ? null : false;
    }

    private LocalDate date(CsvRow row, CsvColumn column) {
        String written = row.get(column);
        return written.isEmpty() ? null : CsvDates.read(written)
                .orElseGet(() -> wrong(row, column, "Écrivez la date sous la forme 01/09/2026 ou 2026-09-01."));
    }

    private <T> T wrong(CsvRow row, CsvColumn column, String advice) {
        problems.add(new ImportProblem(row.line(), column.title(), row.get(column), advice));
        return null;
    }

    private static Map<String, AgentFunction> functions() {
        Map<String, AgentFunction> known = new HashMap<>();
        Arrays.stream(AgentFunction.values()).forEach(function -> Stream.of(function.name(), function.label())
                .forEach(word -> known.put(Names.fold(word), function)));
        Map.of("directrice", AgentFunction.DIRECTEUR, "adjointe", AgentFunction.ADJOINT, "enseignant", AgentFunction.ADJOINT,
                "enseignante", AgentFunction.ADJOINT, "remplacant", AgentFunction.TR, "zil", AgentFunction.TR, "brigade", AgentFunction.TR,
                "contractuelle", AgentFunction.CONTRACTUEL, "stagiaire", AgentFunction.PES, "collectivite", AgentFunction.DSI)
                .forEach(known::put);
        known.put("e run", AgentFunction.ERUN);
        return known;
    }
}
