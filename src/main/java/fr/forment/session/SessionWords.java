package fr.forment.session;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.MiddayBreak;
import fr.forment.catalogue.TrainerKind;
import fr.forment.catalogue.TrainingModule;
import fr.forment.engine.Shown;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Letter;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.told.Tidings;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** A session in French words, the same in mails and on pages. */
@Component
@RequiredArgsConstructor
public class SessionWords {

    private final Catalogue catalogue;
    private final Schools schools;
    private final Agents agents;
    private final Circonscriptions circonscriptions;
    private final SessionHalfDays parts;

    public String title(TrainingSession session) {
        return title(session.moduleCode());
    }

    public String title(String moduleCode) {
        return catalogue.find(moduleCode).map(TrainingModule::title).orElse(moduleCode);
    }

    public String day(TrainingSession session) {
        return French.day(session.startsAt());
    }

    public String hours(TrainingSession session) {
        return session.isOnSeveralDays() ? hours(parts.of(session)) : oneDay(session);
    }

    /** The same for a list: those on several days are looked up at once. */
    public Function<TrainingSession, String> hours(Collection<TrainingSession> sessions) {
        Map<Long, List<HalfDay>> halfDays = parts.of(
                sessions.stream().filter(TrainingSession::isOnSeveralDays).toList());
        return session -> session.isOnSeveralDays() ? hours(halfDays.get(session.id())) : oneDay(session);
    }

    private static String hours(List<HalfDay> halfDays) {
        return halfDays.stream()
                .map(half -> half.position() == 1 ? half.hours() : French.day(half.startsAt()) + ", " + half.hours())
                .collect(Collectors.joining(" ; "));
    }

    private static String oneDay(TrainingSession session) {
        return French.hours(session.startsAt(), session.endsAt()) + pause(session.breakMinutes());
    }

    private static String pause(int minutes) {
        return minutes == 0 ? "" : " (pause à midi : " + French.duration(minutes) + ")";
    }

    /** The same session at another moment. */
    public String moment(TrainingSession session, LocalDateTime start) {
        return session.isOnSeveralDays() ? French.moment(start) : moment(start, session.minutes());
    }

    public String moment(LocalDateTime start, int minutes) {
        return French.day(start) + ", " + hours(start, minutes);
    }

    public String hours(LocalDateTime start, int minutes) {
        return French.hours(start, MiddayBreak.end(start, minutes))
                + pause(MiddayBreak.of(start.toLocalTime(), minutes));
    }

    public String place(TrainingSession session) {
        return place(session.place());
    }

    public String place(String place) {
        return schools.find(place).map(School::displayName).orElseGet(() -> MeetingPlace.masked(place));
    }

    /** Titles of modules by code, for a list: each {@link #title} asks the database. */
    public UnaryOperator<String> titles() {
        Map<String, String> titles =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title));
        return code -> titles.getOrDefault(code, code);
    }

    /** As {@link #place}, for a list. */
    public UnaryOperator<String> places(Collection<String> places) {
        Map<String, School> known = schools.findAll(Set.copyOf(places));
        return place -> known.containsKey(place) ? known.get(place).displayName() : MeetingPlace.masked(place);
    }

    public boolean isSchool(String place) {
        return schools.find(place).isPresent();
    }

    /** The place with its postal address, for who has to find it. */
    public String whereabouts(TrainingSession session) {
        return whereabouts(session.place());
    }

    public String whereabouts(String place) {
        return schools.find(place)
                .map(School::whereabouts)
                .orElseGet(() -> MeetingPlace.masked(MeetingPlace.toBeTold(place)));
    }

    /** The same with the link of a video conference: for whoever is expected at it. */
    public String entrance(TrainingSession session) {
        return MeetingPlace.isLink(session.place()) ? session.place() : whereabouts(session);
    }

    /** The commune of the place; the place itself when it is no school. */
    String commune(TrainingSession session) {
        return schools.find(session.place())
                .map(School::commune)
                .orElseGet(() -> MeetingPlace.commune(session.place()));
    }

    public String trainer(TrainingSession session) {
        return session.trainerId() == null && !session.state().isToCome()
                ? session.trainerKind().label()
                : trainer(session.trainerId(), session.trainerKind());
    }

    /** Each who gives it; who gives only a part of it in the place of its trainer, with the days of that part. */
    public String givers(TrainingSession session) {
        return givers(session, parts.told(session));
    }

    /** The same of half-days that were read already. */
    public String givers(TrainingSession session, List<HalfDay> all) {
        Map<Optional<Long>, List<HalfDay>> given = all.stream()
                .collect(Collectors.groupingBy(
                        half -> Optional.ofNullable(half.trainer(session)), LinkedHashMap::new, Collectors.toList()));
        Optional<Long> own = Optional.ofNullable(session.trainerId());
        if (given.isEmpty() || given.size() == 1 && given.containsKey(own)) {
            return trainer(session);
        }
        return given.entrySet().stream()
                .map(each -> trainer(each.getKey().orElse(null), session.trainerKind())
                        + (given.size() == 1 || each.getKey().equals(own) && own.isPresent()
                                ? ""
                                : " (" + days(each.getValue()) + ")"))
                .collect(Collectors.joining(", "));
    }

    private static String days(List<HalfDay> some) {
        return some.stream()
                .map(half -> French.day(half.startsAt()) + " " + half.part())
                .collect(Collectors.joining(" ; "));
    }

    public String trainer(Long agentId, TrainerKind kind) {
        return agentId == null
                ? "à désigner (" + kind.label() + ")"
                : agents.find(agentId).map(Agent::fullName).orElse("à désigner");
    }

    public String circonscription(TrainingSession session) {
        return circonscriptions
                .find(session.circonscriptionUai())
                .map(Circonscription::shortName)
                .orElse(session.circonscriptionUai());
    }

    /** A place as it is called and as one finds it. */
    public record Where(String name, String address) {}

    /** Both, looked up once. */
    public Where where(TrainingSession session) {
        Optional<School> host = schools.find(session.place());
        return new Where(
                host.map(School::displayName).orElseGet(() -> MeetingPlace.masked(session.place())),
                host.map(School::whereabouts)
                        .orElseGet(() -> MeetingPlace.masked(MeetingPlace.toBeTold(session.place()))));
    }

    /** What a page tells of a session that its forms change. */
    public Shown shown(TrainingSession session) {
        return shown(session, place(session), trainer(session));
    }

    /** For a page that has said both already: @param where as {@link #place}, @param who as {@link #trainer} does */
    public Shown shown(TrainingSession session, String where, String who) {
        return Shown.of(
                "Date",
                day(session) + ", " + hours(session),
                "Lieu",
                where,
                "Formation assurée par",
                who,
                "État",
                session.state().label());
    }

    /** As {@link #shown}, and what the form of the places changes. */
    public Shown shownBounds(TrainingSession session) {
        return withBounds(shown(session), session);
    }

    public static Shown withBounds(Shown shown, TrainingSession session) {
        return shown.with("Nombre de places", session.capacity())
                .with("Effectif minimal", session.minimum())
                .with(
                        "Dernier jour d'inscription",
                        session.enrolUntil() == null ? null : French.date(session.enrolUntil()));
    }

    /** As {@link #shown}, and who trains a half-day in the place of its trainer: what the page of the dates changes. */
    public Shown shownDates(TrainingSession session) {
        return shown(session)
                .with(
                        "Demi-journées assurées par une autre personne",
                        parts.of(session).stream()
                                .filter(half -> half.trainerId() != null)
                                .map(half -> half.told() + " : " + trainer(half.trainerId(), session.trainerKind()))
                                .collect(Collectors.joining(" ; ")));
    }

    boolean isRemote(TrainingSession session) {
        return session.format() == Format.DISTANCE;
    }

    /** What every mail about a session may say. */
    public Map<String, Object> of(TrainingSession session) {
        Map<String, Object> words = new HashMap<>();
        words.put(Letter.TELLS, Tidings.of(session).code());
        words.put("titre", title(session));
        words.put("date", day(session));
        words.put("court", French.brief(session.startsAt()));
        words.put("horaires", hours(session));
        words.put("duree", French.duration(session.minutes()));
        words.put("lieu", whereabouts(session));
        words.put("formateur", givers(session));
        words.put("circonscription", circonscription(session));
        words.put(
                "signature",
                circonscriptions
                        .find(session.circonscriptionUai())
                        .map(Circonscription::signature)
                        .orElse("FormENT"));
        return words;
    }
}
