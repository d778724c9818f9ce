package fr.forment.session.told;

import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Beliefs;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.Givers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who was last told something of a coming session that is no longer so, and was written nothing since. */
@Component
@RequiredArgsConstructor
class StaleBeliefs implements Beliefs {

    private static final Pattern SESSION = Pattern.compile("/sessions/(\\d{1,18})");
    private static final int MOST_NAMES = 12;

    private final Sessions sessions;
    private final LastTold told;
    private final Agents agents;
    private final SessionWords words;
    private final SessionDates dates;
    private final Givers givers;

    @Override
    public List<String> stale(String about) {
        Matcher page = SESSION.matcher(about);
        return (page.matches() ? sessions.find(Long.parseLong(page.group(1))) : Optional.<TrainingSession>empty())
                .filter(session -> session.state().isToCome()
                        && session.state() != SessionState.DATE_A_FIXER
                        && !session.hasBegun(dates.now(session)))
                .map(this::stale)
                .orElse(List.of());
    }

    private List<String> stale(TrainingSession session) {
        Map<Long, Tidings> known = told.of(session);
        known.values().removeIf(Tidings.of(session)::equals);
        if (known.isEmpty()) {
            return List.of();
        }
        List<Enrolment> rows = sessions.enrolments(session.id());
        Set<Long> summoned = rows.stream()
                .filter(row -> row.state().isActive() && row.convokedAt() != null)
                .map(Enrolment::agentId)
                .collect(Collectors.toSet());
        known.keySet().removeAll(left(session, rows));
        Map<String, TreeSet<String>> names = new LinkedHashMap<>();
        for (Agent reader : agents.all(known.keySet())) {
            Tidings last = known.get(reader.id());
            boolean matters = !last.differsInTrainerOnly(Tidings.of(session))
                    || last.isLedBy(reader.id())
                    || summoned.contains(reader.id());
            if (matters && reader.isActiveOn(agents.today())) {
                names.computeIfAbsent(belief(last, session), none -> new TreeSet<>())
                        .add(reader.fullName());
            }
        }
        return names.entrySet().stream()
                .map(each -> French.capital(French.count(
                                each.getValue().size(), "personne croit encore", "personnes croient encore"))
                        + " que la session « " + words.title(session) + " » " + each.getKey() + " : "
                        + names(each.getValue()) + ".")
                .toList();
    }

    /** Who was enrolled and is no more, by whatever way, waits for nothing there: unless he gives it. */
    private Set<Long> left(TrainingSession session, List<Enrolment> rows) {
        Set<Long> left = rows.stream().map(Enrolment::agentId).collect(Collectors.toSet());
        rows.stream()
                .filter(row -> row.state().isActive() && row.state() != EnrolmentState.ABSENT_EXCUSE)
                .forEach(row -> left.remove(row.agentId()));
        left.removeAll(givers.of(session));
        return left;
    }

    /** What differs, and no more. */
    private String belief(Tidings last, TrainingSession session) {
        if (last.differsInTrainerOnly(Tidings.of(session))) {
            return "est assurée par " + words.trainer(last.trainerId(), session.trainerKind());
        }
        boolean elsewhere = !Objects.equals(last.place(), session.place());
        return "a lieu le " + told.moment(last) + (elsewhere ? ", " + words.place(last.place()) : "");
    }

    private static String names(Set<String> all) {
        return all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (all.size() > MOST_NAMES ? " et " + (all.size() - MOST_NAMES) + " autres" : "");
    }
}
