package fr.forment.plan.calculation;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.MiddayBreak;
import fr.forment.territory.SchoolRhythm;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** How one session can be held while those that are booked stay as they are. */
public final class Ways {

    private final PlanFacts facts;
    private final Map<String, SchoolFacts> schools;
    private final Agenda agenda;
    private final Sequence sequence;
    private final Candidates candidates;
    private final Map<List<Object>, List<Person>> able = new HashMap<>();
    private final Map<List<Object>, List<Person>> substitutes = new HashMap<>();
    private final NavigableSet<LocalDate> turns;
    private final boolean anybody;

    /** @param standing all sessions by their numbers, for what comes before and after; may change meanwhile */
    Ways(PlanFacts facts, Map<Integer, Draft> standing) {
        this(facts, standing, false);
    }

    /** @param anybody also who may lead it only where there is nobody else */
    public Ways(PlanFacts facts, Map<Integer, Draft> standing, boolean anybody) {
        this.anybody = anybody;
        this.facts = facts;
        this.schools = facts.schoolsByUai();
        this.agenda = new Agenda(facts);
        this.sequence = new Sequence(facts, standing);
        this.candidates = new Candidates(facts);
        this.turns = Trainers.turns(facts);
    }

    public void book(Draft draft) {
        agenda.book(draft, Agenda.key(draft));
    }

    /** As {@link Agenda#isSchoolFree(String, LocalDate)}, for all that is booked. */
    public boolean isSchoolFree(String uai, LocalDate day) {
        return agenda.isSchoolFree(uai, day);
    }

    /** No session of the school in the whole week. */
    public boolean isSchoolFreeInWeek(String uai, LocalDate day) {
        return agenda.isSchoolFreeInWeek(uai, day);
    }

    /** Whether whoever leads it can, for all that is booked. */
    public boolean canBeLed(Draft draft) {
        return draft.trainerId() == null
                || facts.people().stream()
                        .filter(person -> person.id() == draft.trainerId())
                        .anyMatch(person ->
                                agenda.canLead(person, draft.day(), draft.start(), draft.end(), draft.place()));
    }

    /** Whether two sessions of one day leave each other their trainer, their room and their people. */
    public boolean canBothBeHeld(Draft one, Draft other) {
        boolean sameTrainer = one.trainerId() != null && one.trainerId().equals(other.trainerId());
        boolean sameRoom = one.place().equals(other.place())
                && (schools.containsKey(one.place())
                        || facts.conditions().capacity(one.place(), one.day()).isPresent());
        boolean overlap = one.start().isBefore(other.end()) && other.start().isBefore(one.end());
        return !(sameRoom && overlap)
                && !(overlap && OwnPeople.leadAndFollow(facts, one, other))
                && !(sameTrainer && !agenda.hasTimeToTravel(other, one.start(), one.end(), one.place()));
    }

    /** Between which days a session can be held. */
    public Sequence sequence() {
        return sequence;
    }

    Agenda agenda() {
        return agenda;
    }

    /** With everybody who could lead it then, the trainer it had first, then the least busy of the usual function. */
    public Stream<Draft> at(Draft was, LocalDate day, LocalTime start) {
        return led(was, day, start, meeting(was, day, start, end(was, start)));
    }

    /** The same in a place that was named; nothing where it cannot be had. */
    public Stream<Draft> in(String place, Draft was, LocalDate day, LocalTime start) {
        return obstacleIn(place, was, day, start) == null
                ? led(was, day, start, new Meeting(place, Math.min(size(was), room(place, was, day))))
                : Stream.empty();
    }

    /**
     * The same where it stands as long as that takes its group; else in every place of its schools, a room that is
     * known before a town.
     */
    public Stream<Draft> anywhere(Draft was, LocalDate day, LocalTime start) {
        Meeting here = meeting(was, day, start, end(was, start));
        Stream<Draft> there = led(was, day, start, here);
        return here.place().equals(was.place())
                ? there
                : Stream.concat(there, places(was).flatMap(place -> in(place, was, day, start)))
                        .distinct();
    }

    /** Of those whom it is for; what is held at one school or online has no other. */
    public Stream<String> places(Draft was) {
        if (was.module().isHeldBySchool() || was.module().format() == Format.DISTANCE) {
            return Stream.empty();
        }
        if (was.seats().isEmpty()) {
            return Meeting.placesOfOwnPeople(was, facts);
        }
        List<String> communes = facts.schools().stream()
                .filter(school -> was.seats().containsKey(school.uai()))
                .map(SchoolFacts::commune)
                .distinct()
                .toList();
        return Stream.of(
                        was.seats().keySet().stream(),
                        facts.roomsElsewhere().stream()
                                .filter(room -> communes.contains(room.commune()))
                                .map(RoomFacts::place)
                                .distinct(),
                        communes.stream())
                .flatMap(each -> each);
    }

    /** What keeps the group from a place, whoever leads it; null: nothing. */
    Hindrance obstacleIn(String place, Draft was, LocalDate day, LocalTime start) {
        int room = room(place, was, day);
        boolean single = schools.containsKey(place)
                || facts.conditions().capacity(place, day).isPresent();
        if (room == 0 && facts.conditions().capacity(place, day).isEmpty()) {
            return Hindrance.SALLE_INCONNUE;
        }
        if (room > 0 && room < was.expected()) {
            return Hindrance.SALLE_PETITE;
        }
        return room == 0 || single && !agenda.isFree(place, day, start, end(was, start)) ? Hindrance.SALLE_PRISE : null;
    }

    private int room(String place, Draft was, LocalDate day) {
        SchoolFacts host = schools.get(place);
        return host == null ? facts.conditions().capacity(place, day).orElse(size(was)) : facts.room(host, day);
    }

    private static int size(Draft was) {
        return Math.max(was.module().groupSize(), was.expected());
    }

    private static LocalTime end(Draft was, LocalTime start) {
        return MiddayBreak.end(start, was.module().minutes());
    }

    /** Who may lead it at all, on some day of the plan. */
    List<Person> able(Draft was) {
        return turns.stream().flatMap(day -> able(was, day).stream()).distinct().toList();
    }

    /** Who may lead it on a day. */
    List<Person> able(Draft was, LocalDate day) {
        return able.computeIfAbsent(
                List.of(
                        was.module().code(),
                        was.module().isHeldBySchool() ? was.seats().keySet() : Set.of(),
                        turn(day)),
                key -> Trainers.of(facts, was.module(), was.seats().keySet(), day));
    }

    /** And, where anybody may, those who lead it only in place of others. */
    private List<Person> asked(Draft was, LocalDate day) {
        return anybody
                ? substitutes.computeIfAbsent(
                        List.of(was.module().code(), turn(day), able(was, day)),
                        key -> Stream.concat(able(was, day).stream(), Trainers.able(facts, was.module(), day))
                                .distinct()
                                .toList())
                : able(was, day);
    }

    /** Of all days on which the same people may lead the same modules, the first. */
    private LocalDate turn(LocalDate day) {
        LocalDate turn = turns.floor(day);
        return turn == null ? day : turn;
    }

    private boolean isLedByNobody(Draft was) {
        return was.trainerId() == null
                && turns.stream().allMatch(day -> asked(was, day).isEmpty());
    }

    private Stream<Draft> led(Draft was, LocalDate day, LocalTime start, Meeting meeting) {
        if (!agenda.canCome(was, day, start, meeting.place())) {
            return Stream.empty();
        }
        LocalTime end = end(was, start);
        List<Person> usual = able(was, day);
        List<Draft> followed = agenda.meanwhile(day, start, end).toList();
        return (isLedByNobody(was)
                        ? Stream.of(Optional.<Long>empty())
                        : asked(was, day).stream()
                                .filter(person -> agenda.canLead(person, day, start, end, meeting.place()))
                                .filter(person -> candidates.canLead(was, person))
                                .filter(person -> followed.stream()
                                        .noneMatch(
                                                other -> OwnPeople.isExpected(facts, other, was.module(), person.id())))
                                .sorted(Comparator.comparing(
                                                (Person person) -> !Objects.equals(person.id(), was.trainerId()))
                                        .thenComparing(person -> !usual.contains(person))
                                        .thenComparingInt(person -> agenda.minutesOf(person.id())))
                                .map(Person::id)
                                .map(Optional::of))
                .map(trainer -> led(was, day, start, meeting, trainer));
    }

    private static Draft led(Draft was, LocalDate day, LocalTime start, Meeting meeting, Optional<Long> trainer) {
        return new Draft(
                was.vagueRank(),
                was.module(),
                day,
                start,
                meeting.place(),
                meeting.capacity(),
                trainer.orElse(null),
                was.profiles(),
                was.seats(),
                was.expected(),
                was.line());
    }

    /** Of those trained without a school: nobody is expected elsewhere, nor leads another session meanwhile. */
    boolean canOwnPeopleCome(Draft was, LocalDate day, LocalTime start) {
        Draft nobodys = led(was, day, start, new Meeting(was.place(), was.capacity()), Optional.empty());
        return was.vagueRank() != null
                || agenda.meanwhile(day, start, end(was, start))
                        .allMatch(other -> OwnPeople.canBothCome(facts, nobodys, other));
    }

    private Meeting meeting(Draft was, LocalDate day, LocalTime start, LocalTime end) {
        if (was.seats().isEmpty()) {
            return Meeting.ofOwnPeople(was, facts, day, place -> agenda.isFree(place, day, start, end));
        }
        var group = new Group(was.seats());
        List<SchoolFacts> there =
                was.seats().keySet().stream().map(schools::get).toList();
        return Meeting.kept(was, group.people(), facts, day, place -> agenda.isFree(place, day, start, end))
                .orElseGet(() -> Meeting.of(
                        was.module(), group, there, facts, day, place -> agenda.isFree(place, day, start, end)));
    }

    /** The hour it had on the same day of the week, unless schools teach then; the usual hours on others. */
    Stream<LocalTime> starts(Draft was, LocalDate day) {
        if (day.getDayOfWeek() == was.day().getDayOfWeek() && !day.equals(was.day()) && !isClassTime(was)) {
            return Stream.of(was.start());
        }
        List<Slot> slots = was.seats().isEmpty()
                ? Slot.ofCirconscription(was.module())
                : List.of(Slot.ofSchools(
                        was.module(),
                        was.seats().keySet().stream().map(schools::get).toList()));
        return slots.stream()
                .filter(slot -> slot.isOn(day))
                .map(Slot::start)
                .filter(start -> !day.equals(was.day()) || !start.equals(was.start()));
    }

    private boolean isClassTime(Draft was) {
        return was.vagueRank() != null
                && SchoolRhythm.isClassTime(
                        was.day().atTime(was.start()),
                        was.seats().keySet().stream()
                                .map(schools::get)
                                .anyMatch(school -> school != null && school.wednesdayMorning()));
    }

    /**
     * All ways to hold it on another day or at another hour, the nearest day first.
     *
     * @param last day that may be given
     * @param free whether a school may be asked that day
     */
    public Stream<Draft> nearest(Draft was, LocalDate last, BiPredicate<String, LocalDate> free) {
        LocalDate first = sequence.firstDay(was);
        LocalDate end = sequence.lastDay(was, last);
        return first.isAfter(end)
                ? Stream.empty()
                : first.datesUntil(end.plusDays(1))
                        .filter(facts.schoolDay())
                        .filter(day -> was.seats().keySet().stream().allMatch(uai -> free.test(uai, day)))
                        .sorted(Comparator.comparing(
                                        (LocalDate day) -> Math.abs(ChronoUnit.DAYS.between(was.day(), day)))
                                .thenComparing(Comparator.reverseOrder()))
                        .flatMap(day -> starts(was, day)
                                .filter(start -> canOwnPeopleCome(was, day, start))
                                .flatMap(start -> at(was, day, start)));
    }
}
