package fr.forment.project.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fr.forment.french.French;
import fr.forment.project.GateReason;
import fr.forment.project.Projects;
import fr.forment.project.UseReport;
import fr.forment.project.UseService;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueState;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import org.springframework.stereotype.Component;

/** The schools of a vague in words: where each stands, what is missing, who is awaited. */
@Component
class SchoolLines {

    /**
     * @param tone class of the tag: good, warn, bad or empty
     * @param sentence where the school stands
     * @param awaited who has to act; null when nobody
     */
    record Line(VagueSchool place, String name, String tone, String sentence, List<String> missing, String awaited, List<UseReport> uses) {
    }

    private final Projects projects;
    private final Schools schools;
    private final UseService uses;

    SchoolLines(Projects projects, Schools schools, UseService uses) {
        this.projects = projects;
        this.schools = schools;
        this.uses = uses;
    }

    List<Line> of(Vague vague) {
        List<VagueSchool> places = projects.schoolsOf(vague.id());
        Map<String, School> known = schools.findAll(places.stream().map(VagueSchool::schoolUai).toList());
        Map<Long, List<UseReport>> reports = uses.ofVague(vague.id());
        return places.stream().map(place -> line(vague, place, known.get(place.schoolUai()), reports.getOrDefault(place.id(), List.of()))).toList();
    }

    Line of(Vague vague, VagueSchool place) {
        return line(vague, place, schools.find(place.schoolUai()).orElse(null), uses.of(place.id()));
    }

    private Line line(Vague vague, VagueSchool place, School school, List<UseReport> reports) {
        List<String> missing = place.state().isSettled() ? List.of()
                : place.gateReasons().stream().sorted().map(GateReason::label).collect(Collectors.toList());
        return new Line(place, school == null ? place.schoolUai() : school.displayName(), tone(place, missing), sentence(vague, place, missing),
                missing, awaited(vague, place, missing), reports);
    }

    private static String tone(VagueSchool place, List<String> missing) {
        return switch (place.state()) {
            case EN_SERVICE, FORMEE -> "good";
            case DEROGATION, REPORTEE -> "warn";
            case RETIREE -> "";
            case CANDIDATE, ENGAGEE -> missing.isEmpty() ? "" : "bad";
        };
    }

    private static String sentence(Vague vague, VagueSchool place, List<String> missing) {
        return switch (place.state()) {
            case EN_SERVICE -> "En service depuis le " + French.date(place.openedOn()) + (place.isWaived() ? ", par dérogation : rattrapage au plus tard le "
                    + French.date(place.catchUpOn()) : "");
            case FORMEE -> "Prête, ouvre le " + French.date(vague.opensOn());
            case DEROGATION -> "Ouvre le " + French.date(vague.opensOn()) + " par dérogation ; rattrapage au plus tard le " + French.date(place.catchUpOn());
            case REPORTEE, RETIREE -> place.leftBecause();
            case CANDIDATE, ENGAGEE -> before(vague, place, missing);
        };
    }

    private static String before(Vague vague, VagueSchool place, List<String> missing) {
        if (!missing.isEmpty()) {
            return "Ne peut pas ouvrir : " + String.join(" ; ", missing) + ".";
        }
        if (!hasBegun(vague)) {
            return vague.state() == VagueState.SUSPENDUE ? "La vague est suspendue." : "Pas encore sollicitée.";
        }
        LocalDate charter = place.charterSignedOn();
        return switch (place.state()) {
            case CANDIDATE -> "La direction n'a pas encore confirmé l'engagement de l'école.";
            default -> "Engagée" + (charter == null ? ", charte en cours de signature" : "") + " ; formations de la vague en cours.";
        };
    }

    private static String awaited(Vague vague, VagueSchool place, List<String> missing) {
        if (place.state().isSettled()) {
            return null;
        }
        if (!missing.isEmpty()) {
            return "E-RUN ou IEN : débloquer l'ouverture";
        }
        return switch (place.state()) {
            case CANDIDATE -> hasBegun(vague) ? "Direction : engager l'école" : null;
            default -> null;
        };
    }

    /** Its schools have been asked. */
    private static boolean hasBegun(Vague vague) {
        return vague.state().compareTo(VagueState.ECOLES_ENGAGEES) >= 0 && !vague.state().isOver();
    }
}
