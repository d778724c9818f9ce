package fr.forment.session.web;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.french.TypedHours;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.NewSession;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.Optional;

/** What is typed to open a session; every field may be missing. {@code otherPlace} is used when no school is chosen. */
record NewSessionForm(
        String circonscription,
        String module,
        String day,
        String time,
        String minutes,
        String school,
        String otherPlace,
        Format format,
        String capacity,
        String minimum,
        Long trainer,
        Boolean parents,
        Boolean shortNotice,
        String reason) {

    /** A session like the one that did not take place: everything but the date. */
    static NewSessionForm like(TrainingSession session) {
        return new NewSessionForm(
                session.circonscriptionUai(),
                session.moduleCode(),
                null,
                session.startsAt().toLocalTime().toString(),
                String.valueOf(session.minutes()),
                session.place(),
                session.place(),
                session.format(),
                String.valueOf(session.capacity()),
                String.valueOf(session.minimum()),
                session.trainerId(),
                session.isForParents(),
                false,
                null);
    }

    /** @param module chosen beforehand; null when it is still to be */
    static NewSessionForm empty(String circonscription, String module) {
        return new NewSessionForm(
                circonscription,
                module,
                null,
                "14:00",
                null,
                null,
                null,
                Format.PRESENTIEL,
                "20",
                "5",
                null,
                false,
                false,
                null);
    }

    /** Empty while it cannot be read. */
    Optional<LocalDate> on() {
        return Typed.day(day);
    }

    /** The duration left open is the usual one of the module. */
    NewSession asked(TrainingModule chosen) {
        if (format != null && !format.isSession()) {
            throw new Refusal(
                    "Une autoformation se suit sans session : choisissez en présentiel, à distance ou hybride.",
                    "format");
        }
        if (Typed.text(day).isEmpty()
                || Typed.text(capacity).isEmpty()
                || Typed.text(minimum).isEmpty()) {
            throw new Refusal("Indiquez la date, le nombre de places et l'effectif minimal.");
        }
        Format held = format == null ? chosen.format().orInPerson() : format;
        if (held == Format.DISTANCE) {
            return asked(
                    chosen,
                    held,
                    MeetingPlace.link(otherPlace)
                            .orElseThrow(() -> new Refusal(
                                    "Une session à distance demande l'adresse de la visioconférence, en https, par exemple https://visio-agents.education.fr/ma-salle. Aucune salle n'est à choisir.",
                                    "otherPlace")));
        }
        if ((school == null || school.isBlank()) && (otherPlace == null || otherPlace.isBlank())) {
            throw new Refusal("Indiquez où la session a lieu : une école, ou un autre lieu.");
        }
        String where = school == null || school.isBlank() ? otherPlace : school;
        MeetingPlace.problem(Typed.text(where)).ifPresent(why -> {
            throw new Refusal(why, "otherPlace");
        });
        return asked(chosen, held, where);
    }

    private NewSession asked(TrainingModule chosen, Format held, String where) {
        int places = Typed.whole(capacity, "Le nombre de places", "capacity");
        int least = Typed.whole(minimum, "L'effectif minimal", "minimum");
        if (places > 0 && places <= NewSession.MOST_PLACES && (least < 1 || least > places)) {
            throw new Refusal(
                    "L'effectif minimal va de 1 au nombre de places (" + French.number(places) + ").", "minimum");
        }
        return new NewSession(
                circonscription,
                null,
                chosen.code(),
                Typed.date(day, "Indiquez la date de la session.", "day")
                        .atTime(TypedHours.time(time).orElseThrow(() -> new Refusal(TypedHours.advice(time), "time"))),
                Typed.text(minutes).isEmpty()
                        ? chosen.durationMinutes()
                        : Typed.whole(minutes, "La durée, en minutes,", "minutes"),
                where,
                held,
                places,
                least,
                chosen.trainerKind(),
                trainer,
                Boolean.TRUE.equals(parents));
    }
}
