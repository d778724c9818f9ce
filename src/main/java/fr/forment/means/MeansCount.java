package fr.forment.means;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainingModule;
import fr.forment.means.PlanMeans.BodyMeans;
import fr.forment.means.PlanMeans.ModuleMeans;
import fr.forment.means.PlanMeans.PeriodMeans;
import fr.forment.means.PlanMeans.RoomMeans;
import fr.forment.means.PlanMeans.SectorMeans;
import fr.forment.means.PlanMeans.TrainerMeans;
import fr.forment.means.PlanMeans.Travel;
import fr.forment.plan.Means;
import fr.forment.plan.PlannedSession;
import fr.forment.resource.MeetingPlace;
import fr.forment.resource.MeetingRoom;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the means of sessions. One look at the sessions for each figure: there are some dozens of them. */
public final class MeansCount {

    private static final Set<Profile> WITH_A_CLASS =
            EnumSet.of(Profile.DIRECTEUR, Profile.ENSEIGNANT, Profile.ADMINISTRATEUR);

    private final MeansFacts facts;
    private final Collection<PlannedSession> sessions;
    private final Distances distances;

    private MeansCount(MeansFacts facts, Collection<PlannedSession> sessions) {
        this.facts = facts;
        this.sessions = sessions;
        this.distances = new Distances(facts);
    }

    public static PlanMeans of(MeansFacts facts, Collection<PlannedSession> sessions) {
        return new MeansCount(facts, sessions).means();
    }

    private PlanMeans means() {
        List<TrainerMeans> trainers = trainers();
        return new PlanMeans(
                Means.of(sessions),
                modules(),
                trainers,
                bodies(trainers),
                sessions.stream().mapToInt(this::replaced).sum(),
                rooms(),
                travel(trainers),
                periods());
    }

    private List<ModuleMeans> modules() {
        record Key(String code, Integer rank) {}
        Comparator<Map.Entry<Key, List<PlannedSession>>> order =
                Comparator.comparingInt(entry -> position(entry.getKey().code()));
        return grouped(session -> new Key(session.moduleCode(), session.vagueRank())).entrySet().stream()
                .sorted(order.thenComparing(entry -> entry.getKey().code())
                        .thenComparing(
                                entry -> entry.getKey().rank(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(entry -> new ModuleMeans(
                        entry.getKey().code(),
                        title(entry.getKey().code()),
                        entry.getKey().rank(),
                        Means.of(entry.getValue()),
                        sectors(entry.getValue())))
                .toList();
    }

    private List<SectorMeans> sectors(List<PlannedSession> some) {
        return some.stream().collect(Collectors.groupingBy(this::sector)).entrySet().stream()
                .map(entry -> new SectorMeans(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .mapToInt(PlannedSession::expected)
                                .sum()))
                .sorted(Comparator.comparingInt(SectorMeans::sessions)
                        .reversed()
                        .thenComparing(SectorMeans::sector))
                .toList();
    }

    /** Where people of several schools meet: the RPI of the school that receives them, else its commune. */
    private String sector(PlannedSession session) {
        MeansFacts.Place host = facts.schools().get(session.place());
        return MeetingPlace.sector(
                session.place(),
                session.format(),
                host == null ? null : host.rpi(),
                host == null ? null : host.commune());
    }

    private List<TrainerMeans> trainers() {
        record Key(Long id, String kind, TrainerBody body) {}
        return grouped(session -> new Key(session.trainerAgentId(), kind(session), body(session))).entrySet().stream()
                .map(entry -> new TrainerMeans(
                        entry.getKey().id(),
                        entry.getKey().kind(),
                        entry.getKey().body(),
                        entry.getValue().size(),
                        minutes(entry.getValue()),
                        entry.getKey().id() == null ? eachHalfDays(entry.getValue()) : halfDays(entry.getValue()),
                        km(entry.getValue())))
                .sorted(Comparator.comparingLong(TrainerMeans::minutes)
                        .reversed()
                        .thenComparing(TrainerMeans::trainerId, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(TrainerMeans::kind))
                .toList();
    }

    private String kind(PlannedSession session) {
        MeansFacts.Trainer trainer = trainer(session.trainerAgentId());
        return trainer == null
                ? session.trainerKind().label()
                : trainer.function().label();
    }

    private MeansFacts.Trainer trainer(Long id) {
        return id == null ? null : facts.trainers().get(id);
    }

    private TrainerBody body(PlannedSession session) {
        MeansFacts.Trainer trainer = trainer(session.trainerAgentId());
        TrainingModule module = facts.modules().get(session.moduleCode());
        return trainer == null
                ? TrainerBody.of(
                        session.trainerKind(),
                        module == null ? ResponsibleBody.EDUCATION_NATIONALE : module.responsibleBody())
                : TrainerBody.of(trainer.function());
    }

    private static List<BodyMeans> bodies(List<TrainerMeans> trainers) {
        return Arrays.stream(TrainerBody.values())
                .map(body -> {
                    List<TrainerMeans> own = trainers.stream()
                            .filter(trainer -> trainer.body() == body)
                            .toList();
                    return new BodyMeans(
                            body,
                            own.stream().mapToInt(TrainerMeans::sessions).sum(),
                            own.stream().mapToLong(TrainerMeans::minutes).sum(),
                            own.stream().mapToInt(TrainerMeans::halfDays).sum());
                })
                .filter(body -> body.sessions() > 0)
                .toList();
    }

    /** Teachers of a school who are away from a class that is taught then; whoever has no class is not replaced. */
    private int replaced(PlannedSession session) {
        return session.profiles().stream().noneMatch(WITH_A_CLASS::contains)
                ? 0
                : session.seats().entrySet().stream()
                        .mapToInt(seat -> seat.getValue() * HalfDays.taught(session, teachesOnWednesday(seat.getKey())))
                        .sum();
    }

    private boolean teachesOnWednesday(String uai) {
        MeansFacts.Place school = facts.schools().get(uai);
        return school != null && school.wednesdayMorning();
    }

    private List<RoomMeans> rooms() {
        return grouped(PlannedSession::place).entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue().stream()
                                .filter(session -> session.format() != Format.DISTANCE)
                                .toList()))
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> room(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(RoomMeans::sessions).reversed().thenComparing(RoomMeans::place))
                .toList();
    }

    private RoomMeans room(String place, List<PlannedSession> held) {
        boolean school = facts.schools().containsKey(place);
        return new RoomMeans(
                place,
                school,
                held.size(),
                school ? halfDays(held) : eachHalfDays(held),
                held.stream().mapToInt(PlannedSession::expected).max().orElse(0),
                held.stream()
                        .mapToInt(this::takes)
                        .filter(seats -> seats > 0)
                        .min()
                        .orElse(0),
                held.stream()
                        .filter(session -> takes(session) > 0)
                        .mapToInt(session -> Math.max(0, session.expected() - takes(session)))
                        .max()
                        .orElse(0),
                facts.rooms().stream().anyMatch(room -> room.place().equals(place)));
    }

    private int takes(PlannedSession session) {
        MeansFacts.Place school = facts.schools().get(session.place());
        return MeetingRoom.capacity(facts.rooms(), session.place(), session.day())
                .orElse(school == null ? 0 : school.room());
    }

    private Travel travel(List<TrainerMeans> trainers) {
        double people = 0;
        int unknown = 0;
        for (PlannedSession session : sessions) {
            if (session.format() != Format.DISTANCE && !session.isForParents()) {
                for (Map.Entry<String, Integer> seat : session.seats().entrySet()) {
                    OptionalDouble km = distances.between(seat.getKey(), session.place());
                    people += seat.getValue() * km.orElse(0);
                    unknown += km.isEmpty() ? seat.getValue() : 0;
                }
            }
        }
        long lost = journeys(sessions)
                .filter(journey ->
                        distances.between(base(journey.trainer()), journey.to()).isEmpty())
                .count();
        return new Travel(
                people, trainers.stream().mapToDouble(TrainerMeans::km).sum(), unknown + (int) lost);
    }

    private record Journey(Long trainer, Object day, String to) {}

    private double km(Collection<PlannedSession> some) {
        return journeys(some)
                .mapToDouble(journey ->
                        distances.between(base(journey.trainer()), journey.to()).orElse(0))
                .sum();
    }

    /** One a day to a place, however many sessions are held there. Nobody travels who is not known. */
    private static Stream<Journey> journeys(Collection<PlannedSession> some) {
        return some.stream()
                .filter(session -> session.trainerAgentId() != null && session.format() != Format.DISTANCE)
                .map(session -> new Journey(session.trainerAgentId(), session.day(), session.place()))
                .distinct();
    }

    private String base(Long trainerId) {
        MeansFacts.Trainer trainer = trainer(trainerId);
        return trainer == null || trainer.schoolUai() == null ? facts.town() : trainer.schoolUai();
    }

    private List<PeriodMeans> periods() {
        return facts.periods().stream()
                .map(period -> {
                    List<PlannedSession> held = sessions.stream()
                            .filter(session -> period.holds(session.day()))
                            .toList();
                    return new PeriodMeans(
                            period,
                            once(held).size(),
                            minutes(held),
                            once(held).stream()
                                    .filter(Predicate.not(PlannedSession::isForParents))
                                    .mapToInt(PlannedSession::expected)
                                    .sum());
                })
                .toList();
    }

    /** A session with several dates in one period counts once. */
    private static Collection<PlannedSession> once(List<PlannedSession> dates) {
        return dates.stream()
                .collect(Collectors.toMap(
                        PlannedSession::line, Function.identity(), (one, later) -> one, LinkedHashMap::new))
                .values();
    }

    private <K> Map<K, List<PlannedSession>> grouped(Function<PlannedSession, K> by) {
        return sessions.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    private static long minutes(List<PlannedSession> some) {
        return some.stream().mapToLong(PlannedSession::minutes).sum();
    }

    /** Of people not named, or of a town with several rooms: nothing says that two sessions share anything. */
    private static int eachHalfDays(List<PlannedSession> some) {
        return some.stream().mapToInt(session -> HalfDays.of(session).size()).sum();
    }

    /** Of one trainer or one room: two sessions in one afternoon take one. */
    private static int halfDays(List<PlannedSession> some) {
        record Half(Object day, HalfDays half) {}
        return (int) some.stream()
                .flatMap(session -> HalfDays.of(session).stream().map(half -> new Half(session.day(), half)))
                .distinct()
                .count();
    }

    private String title(String code) {
        TrainingModule module = facts.modules().get(code);
        return module == null ? code : module.title();
    }

    private int position(String code) {
        TrainingModule module = facts.modules().get(code);
        return module == null ? Integer.MAX_VALUE : module.position();
    }
}
