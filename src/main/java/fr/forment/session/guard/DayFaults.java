package fr.forment.session.guard;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.Closure;
import fr.forment.resource.Closures;
import fr.forment.resource.MeetingPlace;
import fr.forment.resource.Presence;
import fr.forment.resource.Skills;
import fr.forment.resource.TrainerList;
import fr.forment.resource.TrainerResources;
import fr.forment.session.SessionDates;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.territory.Uai;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What keeps a session from being held on its dates: the school that receives it is closed, who gives it is away or has
 * no right to the module then; and, once people are to be summoned, what it promises and lacks. Each date is asked with
 * whoever trains on it.
 */
@Component
@RequiredArgsConstructor
public class DayFaults {

    public static final String NO_LINK =
            "L'adresse de la visioconférence n'est pas indiquée : donnez-la comme nouveau lieu sur la page de la session.";
    public static final String NO_ROOM =
            "La salle n'est pas connue avec sa commune : réservez-en une, puis indiquez-la (« nom de la salle, commune ») comme nouveau lieu sur la page de la session.";
    public static final String NO_TRAINER =
            "Personne n'est désigné pour assurer la session : désignez quelqu'un sur la page de la session.";

    private final SessionHalfDays halfDays;
    private final TrainerResources resources;
    private final TrainerList trainers;
    private final Closures closures;
    private final Agents agents;
    private final SessionDates dates;

    /** In French, each a sentence that says how to mend it; no name, for they are shown where none may be. */
    public List<String> of(TrainingSession session) {
        return of(session, halfDays.of(session), List.of(), closures.of(session.circonscriptionUai()), null, Map.of());
    }

    /** The same for a page that has read half-days, people with their skills and presences, and closures, already. */
    public List<String> of(
            TrainingSession session,
            List<HalfDay> parts,
            Collection<Agent> people,
            List<Closure> closed,
            Skills skills,
            Map<Long, Presence> presences) {
        Set<String> found = new LinkedHashSet<>(closed(session, parts, closed));
        Map<Long, Agent> known = new HashMap<>();
        for (HalfDay part : parts) {
            Long id = part.trainer(session);
            if (id != null && !known.containsKey(id)) {
                people.stream()
                        .filter(agent -> id.equals(agent.id()))
                        .findFirst()
                        .or(() -> agents.find(id))
                        .ifPresent(agent -> known.put(id, agent));
            }
        }
        if (isSummonsDue(session)) {
            found.addAll(lacks(session, parts));
        }
        known.forEach((id, trainer) -> found.addAll(of(
                session,
                trainer,
                gives(session, parts, id),
                people.contains(trainer) ? skills : trainers.skills(Set.of(trainer)),
                presences)));
        return List.copyOf(found);
    }

    /**
     * What the summons would promise and the session has not: who gives it, a room, a link. Nobody accepts that it goes
     * on without: the summons waits.
     */
    public List<String> lacks(TrainingSession session) {
        return lacks(session, halfDays.of(session));
    }

    /** The same for a page that has read the half-days. */
    public List<String> lacks(TrainingSession session, List<HalfDay> parts) {
        List<String> found = new ArrayList<>();
        if (parts.stream().anyMatch(part -> part.trainer(session) == null)) {
            found.add(NO_TRAINER);
        }
        if (isRoomMissing(session)) {
            found.add(NO_ROOM);
        }
        if (isLinkMissing(session)) {
            found.add(NO_LINK);
        }
        return found;
    }

    /** Until people are to be convoked there is time to find it: a plan may know none of it. */
    private boolean isSummonsDue(TrainingSession session) {
        return switch (session.state()) {
            case CONFIRMEE, CONVOQUEE -> true;
            case DATE_A_FIXER -> isSummonsPast(session);
            default -> false;
        };
    }

    /** The day of the summons is there, or behind. */
    public boolean isSummonsPast(TrainingSession session) {
        return !dates.convocation(session).isAfter(dates.now(session));
    }

    /** Held at a distance, and nobody could join. */
    public static boolean isLinkMissing(TrainingSession session) {
        return session.format() == Format.DISTANCE
                && MeetingPlace.link(session.place()).isEmpty();
    }

    /** People meet, and nobody has said both the room and its town: the one question of pages, letters and summons. */
    public static boolean isRoomMissing(TrainingSession session) {
        return session.format() != Format.DISTANCE && MeetingPlace.isTown(session.place());
    }

    /** What speaks against these people alone, where they give it. */
    List<String> ofTrainers(TrainingSession session, Collection<Long> ids) {
        List<HalfDay> parts = halfDays.of(session);
        return agents.all(ids).stream()
                .filter(agent -> !gives(session, parts, agent.id()).isEmpty())
                .flatMap(agent ->
                        of(session, agent, gives(session, parts, agent.id()), trainers.skills(Set.of(agent)), Map.of())
                                .stream())
                .distinct()
                .toList();
    }

    /** Whether something was found that nobody has accepted for this session as it is now. */
    public boolean isHeldUp(TrainingSession session) {
        return !session.isHeldAnyway(of(session));
    }

    private static List<HalfDay> gives(TrainingSession session, List<HalfDay> parts, Long id) {
        return parts.stream().filter(part -> id.equals(part.trainer(session))).toList();
    }

    private static List<String> closed(TrainingSession session, List<HalfDay> parts, List<Closure> closed) {
        return Uai.read(session.place()).isEmpty()
                ? List.of()
                : parts.stream()
                        .map(part -> part.startsAt().toLocalDate())
                        .distinct()
                        .filter(day -> closed.stream()
                                .anyMatch(each -> each.concerns(session.place())
                                        && each.period().covers(day)))
                        .map(DayFaults::closed)
                        .toList();
    }

    static String closed(LocalDate day) {
        return "L'école qui accueille la session est fermée le " + French.day(day)
                + " : choisissez une autre date ou un autre lieu.";
    }

    /** @param why what {@link Presence#obstacle} says */
    static String away(String why, LocalDate day) {
        return "La personne qui assure la session " + why + " le " + French.day(day)
                + " : choisissez une autre date ou une autre personne.";
    }

    private Presence presence(TrainingSession session, Agent trainer, LocalDate first) {
        return new Presence(
                trainer.id(),
                resources.weeksOf(trainer.id()),
                resources
                        .absences(List.of(trainer.id()), first, session.circonscriptionUai())
                        .getOrDefault(trainer.id(), List.of()));
    }

    private List<String> of(
            TrainingSession session, Agent trainer, List<HalfDay> given, Skills skills, Map<Long, Presence> presences) {
        List<String> found = new ArrayList<>();
        LocalDate first = given.get(0).startsAt().toLocalDate();
        Presence presence =
                presences.containsKey(trainer.id()) ? presences.get(trainer.id()) : presence(session, trainer, first);
        Optional<TrainingModule> module = skills.modules().stream()
                .filter(each -> each.code().equals(session.moduleCode()))
                .findFirst();
        for (HalfDay part : given) {
            LocalDate day = part.startsAt().toLocalDate();
            presence.obstacle(day, part.startsAt().toLocalTime(), part.endsAt().toLocalTime())
                    .ifPresent(why -> found.add(away(why, day)));
            module.flatMap(taught -> right(skills, trainer, taught, day)).ifPresent(found::add);
        }
        return found;
    }

    /** Of whom the inspector said nothing, nothing is asked: he may be anybody the circonscription found. */
    private static Optional<String> right(Skills skills, Agent trainer, TrainingModule module, LocalDate day) {
        if (skills.origin(trainer, module, day) == Skills.Origin.RETRAIT) {
            return Optional.of("L'IEN a retiré à la personne qui assure la session l'habilitation pour « "
                    + module.title() + " » : choisissez une autre personne.");
        }
        boolean once = skills.certifications().getOrDefault(trainer.id(), List.of()).stream()
                .anyMatch(each -> each.granted() && each.moduleCode().equals(module.code()));
        return once && !skills.origin(trainer, module, day).isGiven()
                ? Optional.of("La personne qui assure la session n'est pas habilitée pour « " + module.title()
                        + " » le " + French.day(day) + " : choisissez une autre date ou une autre personne.")
                : Optional.empty();
    }
}
