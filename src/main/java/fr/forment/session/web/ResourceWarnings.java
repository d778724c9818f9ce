package fr.forment.session.web;

import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.Closures;
import fr.forment.resource.MeetingPlace;
import fr.forment.resource.Presence;
import fr.forment.resource.Room;
import fr.forment.resource.Rooms;
import fr.forment.resource.Skills;
import fr.forment.resource.TrainerList;
import fr.forment.resource.TrainerResources;
import fr.forment.session.TrainingSession;
import fr.forment.territory.Uai;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What a session no longer keeps to of what people said of trainers, rooms and schools: told, for people to decide. */
@Component
@RequiredArgsConstructor
class ResourceWarnings {

    private final TrainerResources resources;
    private final TrainerList trainers;
    private final Rooms rooms;
    private final Closures closures;
    private final Agents agents;

    /**
     * In French, each a sentence.
     *
     * @param schoolUais of those who are expected
     */
    List<String> of(TrainingSession session, Collection<String> schoolUais) {
        List<String> found = new ArrayList<>();
        LocalDate day = session.startsAt().toLocalDate();
        if (session.trainerId() != null) {
            agents.find(session.trainerId()).ifPresent(trainer -> trainer(session, trainer, found));
        }
        List<Room> known = rooms.of(session.circonscriptionUai());
        List<Room> there = known.stream()
                .filter(room -> room.place().equals(session.place()))
                .toList();
        int seats = there.stream()
                .filter(room -> room.isOpenOn(day))
                .mapToInt(Room::capacity)
                .max()
                .orElse(0);
        if (MeetingPlace.isTown(session.place())) {
            found.add("Seule la commune est connue : réservez une salle, puis indiquez-la comme lieu de la session.");
        } else if (MeetingPlace.isUnknown(
                session.place(), known.stream().map(Room::place).toList())) {
            found.add("La salle « " + session.place()
                    + " » n'est pas, ou n'est plus, dans la liste des salles : vérifiez le lieu.");
        }
        if (!there.isEmpty() && seats == 0) {
            found.add("La salle n'est pas disponible le " + French.day(day) + ".");
        } else if (!there.isEmpty() && session.booked() > seats) {
            found.add("La salle accueille " + French.count(seats, "personne") + " ; places prises : " + session.booked()
                    + ".");
        }
        Set<String> shut = closures.days(
                        session.circonscriptionUai(),
                        Stream.concat(schoolUais.stream(), Stream.of(session.place()))
                                .collect(Collectors.toSet()),
                        day,
                        day)
                .keySet();
        if (shut.contains(session.place()) && Uai.read(session.place()).isPresent()) {
            found.add("L'école qui accueille la session est fermée le " + French.day(day) + ".");
        }
        long closed = schoolUais.stream().filter(shut::contains).distinct().count();
        if (closed > 0) {
            found.add(French.capital(French.count(closed, "école attendue est fermée", "écoles attendues sont fermées"))
                    + " le " + French.day(day) + ".");
        }
        return found;
    }

    private void trainer(TrainingSession session, Agent trainer, List<String> found) {
        LocalDate day = session.startsAt().toLocalDate();
        Presence presence = new Presence(
                trainer.id(),
                resources.weeksOf(trainer.id()),
                resources.absences(List.of(trainer.id()), day).getOrDefault(trainer.id(), List.of()));
        presence.obstacle(
                        day, session.startsAt().toLocalTime(), session.endsAt().toLocalTime())
                .ifPresent(why -> found.add("La personne qui assure la session " + why
                        + " : choisissez une autre date ou une autre personne."));
        Skills skills = trainers.skills(Set.of(trainer));
        skills.modules().stream()
                .filter(module -> module.code().equals(session.moduleCode()))
                .forEach(module -> right(skills, trainer, module, day).ifPresent(found::add));
    }

    /** Of whom the inspector said nothing, nothing is asked: he may be anybody the circonscription found. */
    private static Optional<String> right(Skills skills, Agent trainer, TrainingModule module, LocalDate day) {
        if (skills.origin(trainer, module, day) == Skills.Origin.RETRAIT) {
            return Optional.of("L'IEN a retiré à la personne qui assure la session l'habilitation pour « "
                    + module.title() + " ».");
        }
        boolean once = skills.certifications().getOrDefault(trainer.id(), List.of()).stream()
                .anyMatch(each -> each.granted() && each.moduleCode().equals(module.code()));
        return once && !skills.origin(trainer, module, day).isGiven()
                ? Optional.of("La personne qui assure la session n'est pas habilitée pour « " + module.title()
                        + " » le " + French.day(day) + ".")
                : Optional.empty();
    }
}
