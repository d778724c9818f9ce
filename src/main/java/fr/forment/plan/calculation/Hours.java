package fr.forment.plan.calculation;

import fr.forment.territory.SchoolRhythm;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every hour at which sessions are held at all, on every school day; and what keeps one session from it. */
final class Hours {

    private static final Set<String> ALL_SLOTS = Set.of("MERCREDI_MATIN", "MERCREDI_APRES_MIDI", "SOIR");

    /** @param obstacle null: its people can come */
    record Hour(LocalDate day, LocalTime start, Hindrance obstacle) {}

    private final PlanFacts facts;
    private final Draft session;
    private final Ways ways;
    private final Map<String, SchoolFacts> schools;
    private final boolean tight;
    private final boolean afterClass;

    Hours(PlanFacts facts, Draft session, List<Draft> others, Ways ways) {
        this.facts = facts;
        this.session = session;
        this.ways = ways;
        this.schools = facts.schoolsByUai();
        this.tight = comesTwiceADay(others);
        this.afterClass = session.seats().keySet().stream()
                .anyMatch(uai -> schools.containsKey(uai) && schools.get(uai).wednesdayMorning());
    }

    /** Where the opening is too near, schools of the vague come twice a day already. */
    private boolean comesTwiceADay(List<Draft> others) {
        return others.stream()
                .filter(draft -> draft.vagueRank() != null && Objects.equals(draft.vagueRank(), session.vagueRank()))
                .flatMap(draft -> draft.seats().keySet().stream()
                        .map(uai -> List.of(uai, draft.day(), draft.module().code())))
                .distinct()
                .collect(Collectors.groupingBy(one -> one.subList(0, 2), Collectors.counting()))
                .values()
                .stream()
                .anyMatch(modules -> modules > 1);
    }

    /** @param when of which the others are not even looked at */
    Stream<Hour> all(BiPredicate<LocalDate, LocalTime> when) {
        List<Slot> fitting = session.seats().isEmpty()
                ? Slot.ofCirconscription(session.module())
                : Slot.choices(session.module(), ALL_SLOTS);
        LocalDate first = ways.sequence().firstDay(session);
        LocalDate last = ways.sequence().lastDay(session, eve());
        return facts.from()
                .datesUntil(facts.until().plusDays(1))
                .filter(facts.schoolDay())
                .flatMap(day -> Stream.concat(
                        fitting.stream()
                                .filter(slot -> slot.isOn(day))
                                .map(slot -> hour(slot.start()))
                                .distinct()
                                .filter(start -> when.test(day, start))
                                .map(start -> new Hour(day, start, obstacle(day, start, first, last))),
                        isTooShort(day, fitting) && when.test(day, Slot.AFTER_CLASS)
                                ? Stream.of(new Hour(day, Slot.AFTER_CLASS, Hindrance.DUREE))
                                : Stream.empty()));
    }

    /** What keeps its people from that hour; null: nothing. */
    Hindrance obstacle(LocalDate day, LocalTime start) {
        return obstacle(
                day, start, ways.sequence().firstDay(session), ways.sequence().lastDay(session, eve()));
    }

    /** An evening that the module does not fit into. */
    private boolean isTooShort(LocalDate day, List<Slot> fitting) {
        return !session.seats().isEmpty()
                && !session.module().isHeldBySchool()
                && Slot.EVENINGS.contains(day.getDayOfWeek())
                && fitting.stream()
                        .noneMatch(slot -> slot.isOn(day) && slot.start().equals(Slot.AFTER_CLASS));
    }

    /** Schools that teach on Wednesday morning come a little later. */
    private LocalTime hour(LocalTime start) {
        return afterClass && start.equals(Slot.AFTERNOON) ? Slot.AFTER_WEDNESDAY_CLASS : start;
    }

    private LocalDate eve() {
        boolean mustBeBefore = session.vagueRank() != null && session.module().comesBeforeOpening();
        return mustBeBefore
                ? facts.vague(session.vagueRank())
                        .map(vague -> vague.opensOn().minusDays(1))
                        .filter(day -> day.isBefore(facts.until()))
                        .filter(day -> !session.day().isAfter(day))
                        .orElse(facts.until())
                : facts.until();
    }

    private Hindrance obstacle(LocalDate day, LocalTime start, LocalDate first, LocalDate last) {
        Set<String> uais = session.seats().keySet();
        if (day.isBefore(first)) {
            return Hindrance.TROP_TOT;
        }
        if (day.isAfter(last)) {
            return Hindrance.TROP_TARD;
        }
        if (uais.stream().anyMatch(uai -> hasClass(uai, day, start))) {
            return Hindrance.ECOLE_EN_CLASSE;
        }
        if (uais.stream()
                .anyMatch(uai ->
                        facts.conditions().closed().getOrDefault(uai, Set.of()).contains(day))) {
            return Hindrance.ECOLE_FERMEE;
        }
        if (!uais.stream().allMatch(uai -> ways.agenda().isSchoolFree(uai, session, day, start, tight))) {
            return Hindrance.ECOLE_PRISE;
        }
        return ways.agenda().canCome(session, day, start, session.place()) && ways.canOwnPeopleCome(session, day, start)
                ? null
                : Hindrance.PARTICIPANTS_PRIS;
    }

    private boolean hasClass(String uai, LocalDate day, LocalTime start) {
        SchoolFacts school = schools.get(uai);
        return school != null
                && !session.module().isHeldBySchool()
                && SchoolRhythm.isClassTime(day.atTime(start), school.wednesdayMorning());
    }
}
