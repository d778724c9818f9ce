package fr.forment.project.blocked;

import fr.forment.french.French;
import fr.forment.project.OpeningGap;
import fr.forment.project.blocked.ComingTrainings.Refused;
import fr.forment.project.blocked.ComingTrainings.Seat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What places people who lack a training have, why a rule gave them none, and which sessions have room.
 *
 * @param withRoom number of the next session by module
 */
record GivenPlaces(Map<Long, List<Seat>> seats, List<Refused> refused, Map<String, Long> withRoom) {

    /** @param open their sessions are: before that nobody was kept out of them, and none is looked for */
    static GivenPlaces of(ComingTrainings trainings, String circonscriptionUai, Collection<Long> people, boolean open) {
        boolean asked = open && !people.isEmpty();
        return new GivenPlaces(
                trainings.seats(people).stream().collect(Collectors.groupingBy(Seat::agentId)),
                asked ? trainings.refused(people) : List.of(),
                asked ? trainings.withRoom(circonscriptionUai) : Map.of());
    }

    /**
     * How far the training of some people is.
     *
     * @param since null unless something is overdue of the training itself
     * @param without nobody of them has a place
     * @param refused a rule gave them none: whoever passes over it may
     */
    record Training(Holder holder, String told, LocalDate since, String giver, boolean without, boolean refused) {

        private Training(Holder holder, String told, LocalDate since, String giver) {
            this(holder, told, since, giver, false, false);
        }
    }

    Training of(List<Long> people, List<OpeningGap.Module> modules) {
        List<String> codes = modules.stream().map(OpeningGap.Module::code).toList();
        List<Seat> theirs = people.stream()
                .flatMap(id -> seats.getOrDefault(id, List.of()).stream())
                .filter(seat -> codes.contains(seat.moduleCode()))
                .toList();
        Optional<Seat> held = theirs.stream().filter(Seat::isHeld).findFirst();
        if (held.isPresent()) {
            LocalDate day = held.get().day();
            return new Training(
                    Holder.FORMATEUR,
                    " ; émargement attendu depuis le " + French.date(day),
                    day,
                    held.get().giver());
        }
        long seated = theirs.stream().map(Seat::agentId).distinct().count();
        if (seated == 0) {
            String why = refused.stream()
                    .filter(each -> people.contains(each.agentId()) && codes.contains(each.moduleCode()))
                    .map(Refused::reason)
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new Training(
                    Holder.ERUN,
                    " ; aucune inscription" + (why.isEmpty() ? "" : " (" + why + ")"),
                    null,
                    null,
                    true,
                    !why.isEmpty());
        }
        LocalDate last = theirs.get(theirs.size() - 1).day();
        for (Seat seat : theirs) {
            last = seat.day().isAfter(last) ? seat.day() : last;
        }
        String date = " le " + French.date(last);
        return seated == people.size()
                ? new Training(Holder.FORMATION, " ; session" + date, null, null)
                : new Training(
                        Holder.ERUN,
                        " ; inscriptions : " + seated + " sur " + people.size() + ", session" + date,
                        null,
                        null);
    }
}
