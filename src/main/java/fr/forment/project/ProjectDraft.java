package fr.forment.project;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Checks what is asked of a new project and of its framing. Everything wrong is told in French. */
@Component
@RequiredArgsConstructor
class ProjectDraft {

    /** A director has at least two school weeks to answer; the reminders need as much. */
    static final int SURVEY_SCHOOL_DAYS = 10;

    private final Circonscriptions circonscriptions;
    private final Schools schools;
    private final SchoolCalendar calendar;
    private final Clock clock;

    Circonscription circonscription(String uai) {
        return circonscriptions.find(uai).orElseThrow(() -> new Refusal("Choisissez la circonscription du projet."));
    }

    void check(NewProject asked) {
        circonscription(asked.circonscriptionUai());
        refuseIf(asked.title() == null || asked.title().isBlank(), "Donnez un titre au projet.");
        refuseIf(asked.title().length() > 120, "Le titre compte au plus 120 caractères.");
        refuseIf(asked.vagues().isEmpty(), "Prévoyez au moins une vague.");
        Set<String> known = schools.inCirconscription(asked.circonscriptionUai()).stream()
                .map(School::uai)
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        LocalDate previous = today();
        int rank = 1;
        for (NewProject.NewVague vague : asked.vagues()) {
            refuseIf(
                    vague.schoolUais().isEmpty(),
                    "La vague " + rank + " n'a aucune école : réduisez le nombre de vagues ou répartissez les écoles.");
            refuseIf(vague.opensOn() == null, "Indiquez la date d'ouverture de la vague " + rank + ".");
            refuseIf(
                    !vague.opensOn().isAfter(previous),
                    rank == 1
                            ? "Choisissez pour la première vague une date à venir."
                            : "La vague " + rank + " ouvre après la vague " + (rank - 1) + ".");
            refuseIf(
                    !known.containsAll(vague.schoolUais()),
                    "La vague " + rank + " contient une école qui n'est pas ouverte dans la circonscription.");
            refuseIf(!vague.schoolUais().stream().allMatch(seen::add), "Une école figure deux fois dans les vagues.");
            previous = vague.opensOn();
            rank++;
        }
    }

    void check(Framing framing, LocalDate firstOpening, String circonscriptionUai) {
        refuseIf(framing.surveyOpensOn() == null, "Indiquez la date d'ouverture de l'enquête.", "surveyOpensOn");
        refuseIf(framing.surveyDeadline() == null, "Indiquez la date limite de réponse à l'enquête.", "surveyDeadline");
        refuseIf(
                framing.surveyOpensOn().isBefore(today()),
                "L'enquête ne peut pas ouvrir dans le passé.",
                "surveyOpensOn");
        refuseIf(
                framing.surveyDeadline().isBefore(framing.surveyOpensOn()),
                "Les deux dates de l'enquête sont inversées : la date limite tombe avant l'ouverture.",
                "surveyDeadline");
        int days = calendar.between(
                circonscription(circonscriptionUai).zone(), framing.surveyOpensOn(), framing.surveyDeadline());
        refuseIf(
                days < SURVEY_SCHOOL_DAYS,
                "Laissez au moins " + SURVEY_SCHOOL_DAYS
                        + " jours de classe aux directions pour répondre : la date limite est trop proche de l'ouverture.",
                "surveyDeadline");
        refuseIf(
                !framing.surveyDeadline().isBefore(firstOpening),
                "L'échéance de l'enquête doit précéder l'ouverture de la première vague, le "
                        + French.date(firstOpening) + ".",
                "surveyDeadline");
        refuseIf(
                !isPercent(framing.responseThreshold()),
                "Le seuil de réponses est un pourcentage de 1 à 100.",
                "responseThreshold");
        refuseIf(
                !isPercent(framing.teacherThreshold()),
                "La part d'enseignants formés est un pourcentage de 1 à 100.",
                "teacherThreshold");
        refuseIf(
                !framing.conventionSigned(),
                "La convention avec la collectivité doit être signée avant d'interroger les écoles.",
                "conventionSigned");
    }

    /** The day itself or the next school day of the circonscription. */
    LocalDate schoolDay(String circonscriptionUai, LocalDate day) {
        return calendar.onOrAfter(circonscription(circonscriptionUai).zone(), day);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static boolean isPercent(Integer value) {
        return value != null && value >= 1 && value <= 100;
    }

    private static void refuseIf(boolean wrong, String message, String... fields) {
        if (wrong) {
            throw new Refusal(message, fields);
        }
    }
}
