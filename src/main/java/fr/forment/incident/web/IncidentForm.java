package fr.forment.incident.web;

import fr.forment.files.CsvDates;
import fr.forment.french.Refusal;
import fr.forment.incident.Happened;
import fr.forment.incident.Happening;
import fr.forment.people.OutOfReach;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What happened, as it is typed and as an address says it.
 *
 * @param quoi name of a {@link Happened}; absent: only what the resources say
 * @param qui people absent or on strike
 * @param ecoles schools, or {@link #ALL}
 * @param ecole the one that leaves or joins
 * @param lieu place of the room that is lost
 * @param motif why schools are closed
 */
record IncidentForm(
        String quoi,
        List<String> qui,
        List<String> ecoles,
        String ecole,
        String lieu,
        String du,
        String au,
        String motif) {

    static final String ALL = "toutes";
    private static final int LONGEST_MOTIVE = 120;
    /** Characters of one field that an address takes back. */
    private static final int LONGEST_TOLD = 300;

    IncidentForm {
        qui = named(qui);
        ecoles = named(ecoles);
    }

    private static List<String> named(List<String> some) {
        return some == null
                ? List.of()
                : some.stream().filter(each -> !each.isBlank()).distinct().toList();
    }

    /** The kind was chosen, and nothing said of it yet: there is nothing to reproach. */
    boolean isUntouched() {
        return qui.isEmpty()
                && ecoles.isEmpty()
                && Stream.of(ecole, lieu, du, au, motif).noneMatch(Objects::nonNull);
    }

    /** @throws OutOfReach for what is no number: nobody has it */
    List<Long> people() {
        return qui.stream()
                .map(id -> {
                    if (!id.matches("\\d{1,18}")) {
                        throw new OutOfReach();
                    }
                    return Long.valueOf(id);
                })
                .toList();
    }

    Happened what() {
        return Arrays.stream(Happened.values())
                .filter(each -> each.name().equals(quoi))
                .findFirst()
                .orElse(Happened.RESSOURCES);
    }

    /** Schools that are named, whatever for. */
    List<String> namedSchools() {
        return Stream.concat(ecoles.stream().filter(uai -> !uai.equals(ALL)), Stream.ofNullable(said(ecole)))
                .toList();
    }

    /** @throws Refusal where something is missing or cannot be read */
    Happening happening(LocalDate today) {
        Happened what = what();
        LocalDate from = day(du, "du");
        LocalDate until = day(au, "au");
        return switch (what) {
            case RESSOURCES -> Happening.NOTHING_NEW;
            case RETARD -> Happening.LATE;
            case ABSENCE -> new Happening(what, people(), List.of(), false, null, from, until).checked(today);
            case FERMETURE, GREVE ->
                new Happening(
                                what,
                                what == Happened.GREVE ? people() : List.of(),
                                ecoles.contains(ALL) ? List.of() : ecoles,
                                ecoles.contains(ALL),
                                null,
                                from,
                                what == Happened.GREVE ? from : until)
                        .checked(today);
            case SALLE -> new Happening(what, List.of(), List.of(), false, said(lieu), from, null).checked(today);
            case DEPART, ARRIVEE ->
                new Happening(what, List.of(), Stream.ofNullable(said(ecole)).toList(), false, null, null, null)
                        .checked(today);
        };
    }

    public boolean namesPerson(String id) {
        return qui.contains(id);
    }

    public boolean namesSchool(String uai) {
        return ecoles.contains(uai);
    }

    String motive() {
        String said = motif == null ? "" : motif.strip();
        if (said.length() > LONGEST_MOTIVE) {
            throw new Refusal("Le motif compte au plus " + LONGEST_MOTIVE + " caractères : raccourcissez-le.", "motif");
        }
        return said.isEmpty() ? "Fermeture imprévue" : said;
    }

    /** The page that shows it. */
    String page(long planId) {
        var address = UriComponentsBuilder.fromPath("/plans/" + planId + "/evenement");
        address.queryParam("quoi", what().name());
        qui.forEach(id -> address.queryParam("qui", id));
        ecoles.forEach(uai -> address.queryParam("ecoles", uai));
        add(address, "ecole", ecole);
        add(address, "lieu", lieu);
        add(address, "du", du);
        add(address, "au", au);
        add(address, "motif", motif);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (said(value) != null && value.length() <= LONGEST_TOLD) { // an address has its length too
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static String said(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static LocalDate day(String typed, String field) {
        String said = said(typed);
        return said == null
                ? null
                : CsvDates.read(said)
                        .orElseThrow(() ->
                                new Refusal("Cette date ne se lit pas : écrivez-la par exemple 14/01/2027.", field));
    }
}
