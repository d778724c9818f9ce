package fr.forment.plan;

import fr.forment.account.Signatures;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.MeetingPlace;
import fr.forment.territory.PlainTexts;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.territory.Uai;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Names for the codes of a plan, read once per page or paper. */
@Component
@RequiredArgsConstructor
public class PlanNames {

    /**
     * @param modules code to module
     * @param schools UAI to school
     * @param people id to person
     * @param named whom the reader may know by name; the others are called by what they are
     */
    public record Of(
            Map<String, TrainingModule> modules,
            Map<String, School> schools,
            Map<Long, Agent> people,
            Predicate<Agent> named) {

        public Of(Map<String, TrainingModule> modules, Map<String, School> schools, Map<Long, Agent> people) {
            this(modules, schools, people, everybody -> true);
        }

        /** The same for a reader who may know some people only ({@link PlanRights#named}). */
        public Of naming(Predicate<Agent> some) {
            return new Of(modules, schools, people, some);
        }

        /** Whether the reader may know this person by name; nobody is hidden behind an empty place. */
        public boolean names(Long id) {
            return id == null || !people.containsKey(id) || named.test(people.get(id));
        }

        public String module(String code) {
            return modules.containsKey(code) ? modules.get(code).title() : code;
        }

        public String place(String place) {
            return schools.containsKey(place)
                    ? schools.get(place).displayName()
                    : MeetingPlace.masked(MeetingPlace.toBook(place));
        }

        /** Whose people need a module: a school, or the circonscription for its own. */
        public String whose(String uai) {
            return schools.containsKey(uai) ? schools.get(uai).displayName() : "Circonscription";
        }

        public String trainer(Long id) {
            return id == null || !people.containsKey(id) ? "à désigner" : called(people.get(id), named);
        }

        /** « École A (Bruz) : 3 ; École B (Bruz) : 4 », or the profiles where no school is named. */
        public String audience(PlannedSession session) {
            return session.seats().isEmpty()
                    ? session.profiles().stream()
                            .map(profile -> profile.label())
                            .collect(Collectors.joining(", "))
                    : session.seats().entrySet().stream()
                            .map(seat -> place(seat.getKey()) + " : " + seat.getValue())
                            .collect(Collectors.joining(" ; "));
        }
    }

    private static String called(Agent agent, Predicate<Agent> named) {
        return named.test(agent) ? agent.fullName() : agent.function().label();
    }

    private static final Pattern MODULE = Pattern.compile("^([A-Z0-9-]{2,20}),");
    private static final String NUMBERED = "formateur n° ";
    private static final Pattern TRAINER = Pattern.compile(NUMBERED + "(\\d{1,18})");

    private final Catalogue catalogue;
    private final Schools schools;
    private final Agents agents;
    private final Signatures signatures;
    private final PlainTexts texts;

    public Of of(List<PlannedSession> sessions, Collection<String> moreSchools, Collection<Long> morePeople) {
        var uais = sessions.stream()
                .flatMap(session -> session.schoolUais().stream())
                .collect(Collectors.toSet());
        sessions.forEach(session -> uais.add(session.place()));
        uais.addAll(moreSchools);
        var ids = sessions.stream()
                .map(PlannedSession::trainerAgentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        ids.addAll(morePeople);
        return new Of(
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, module -> module)),
                schools.findAll(uais),
                agents.all(ids).stream().collect(Collectors.toMap(Agent::id, agent -> agent)));
    }

    /** What is known already, and what sessions name besides. */
    public Of with(Of known, List<PlannedSession> sessions) {
        Map<String, School> places = new HashMap<>(known.schools());
        places.putAll(schools.findAll(sessions.stream()
                .flatMap(session -> Stream.concat(session.schoolUais().stream(), Stream.of(session.place())))
                .filter(uai -> !known.schools().containsKey(uai) && Uai.isValid(uai))
                .distinct()
                .toList()));
        Map<Long, Agent> people = new HashMap<>(known.people());
        List<Long> strangers = sessions.stream()
                .map(PlannedSession::trainerAgentId)
                .filter(id -> id != null && !people.containsKey(id))
                .distinct()
                .toList();
        if (!strangers.isEmpty()) {
            agents.all(strangers).forEach(agent -> people.put(agent.id(), agent));
        }
        return new Of(known.modules(), places, people);
    }

    /** How a history keeps who trains; {@link #told} says the name to whom it may be said. */
    public static String numbered(long trainerAgentId) {
        return NUMBERED + trainerAgentId;
    }

    /** What the history says of sessions, with names: it keeps codes of modules and places, and numbers of people. */
    public UnaryOperator<String> told(Collection<String> kept) {
        return told(kept, everybody -> true);
    }

    /** @param named see {@link Of} */
    public UnaryOperator<String> told(Collection<String> kept, Predicate<Agent> named) {
        Map<String, String> titles =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title));
        UnaryOperator<String> plain = texts.over(kept);
        Map<String, String> trainers = agents
                .all(kept.stream()
                        .filter(Objects::nonNull)
                        .flatMap(text -> TRAINER.matcher(text).results())
                        .map(found -> Long.valueOf(found.group(1)))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(agent -> String.valueOf(agent.id()), agent -> called(agent, named)));
        return text -> text == null
                ? null
                : plain.apply(TRAINER.matcher(MODULE.matcher(text)
                                .replaceAll(found -> Matcher.quoteReplacement(
                                        titles.getOrDefault(found.group(1), found.group(1)) + ",")))
                        .replaceAll(found -> Matcher.quoteReplacement(
                                trainers.getOrDefault(found.group(1), "une personne qui n'est plus connue"))));
    }

    /** Logins to the names people know each other by. */
    public Map<String, String> authors(Collection<String> logins) {
        return signatures.readAll(logins);
    }
}
