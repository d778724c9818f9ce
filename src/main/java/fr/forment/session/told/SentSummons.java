package fr.forment.session.told;

import fr.forment.mail.MailBox;
import fr.forment.session.Convocation;
import fr.forment.session.Enrolment;
import fr.forment.session.IssuedPapers;
import fr.forment.session.IssuedPapers.Summons;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.TrainingSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What is printed of summons: the last one that has left, as it was sent. What was written since and has not left is
 * told beside it; who was sent none yet gets the newest.
 */
@Component
@RequiredArgsConstructor
public class SentSummons {

    /** The letters a summons goes with. */
    public static final Set<String> CARRIERS =
            Set.of("session/convoked", "session/trainerChanged", "session/changed", "session/amended");

    private final IssuedPapers papers;
    private final MailBox mails;
    private final SessionDates dates;

    /**
     * @param sentOn null where it has not left
     * @param waits a letter that carries it, or what came after it, is still to leave; it may wait for a person
     * @param since what a newer one says otherwise, in French, a line each; empty where there is none
     */
    public record Copy(Convocation paper, LocalDate sentOn, boolean waits, List<String> since) {

        public boolean isSent() {
            return sentOn != null;
        }
    }

    /** In the order of these people of one session; none for whom none was kept. */
    public List<Copy> of(TrainingSession session, Collection<Enrolment> rows) {
        Map<Long, List<Summons>> written = papers.summons(rows);
        Map<Long, List<MailBox.Course>> letters = mails.courses(SessionMails.page(session), CARRIERS).stream()
                .collect(Collectors.groupingBy(MailBox.Course::readerId));
        return rows.stream()
                .map(row -> Optional.ofNullable(written.get(row.id()))
                        .map(own -> copy(session, own, letters.getOrDefault(row.agentId(), List.of())))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private Copy copy(TrainingSession session, List<Summons> own, List<MailBox.Course> letters) {
        Convocation newest = own.get(own.size() - 1).paper();
        for (int i = own.size() - 1; i >= 0; i--) {
            Instant next = i + 1 < own.size() ? own.get(i + 1).at() : Instant.MAX;
            Summons one = own.get(i);
            Optional<MailBox.Course> left = letters.stream()
                    .filter(letter -> letter.hasLeft()
                            && !letter.queuedAt().isBefore(one.at())
                            && letter.queuedAt().isBefore(next))
                    .reduce((first, later) -> later);
            if (left.isPresent()) {
                boolean waits = letters.stream()
                        .anyMatch(letter ->
                                letter.isToCome() && !letter.queuedAt().isBefore(next));
                return new Copy(
                        one.paper(),
                        left.map(letter -> letter.sentAt() == null ? letter.queuedAt() : letter.sentAt())
                                .map(at -> at.atZone(dates.clock(session)).toLocalDate())
                                .orElseThrow(),
                        waits,
                        differences(one.paper(), newest));
            }
        }
        Instant last = own.get(own.size() - 1).at();
        return new Copy(
                newest,
                null,
                letters.stream()
                        .anyMatch(letter ->
                                letter.isToCome() && !letter.queuedAt().isBefore(last)),
                List.of());
    }

    private static List<String> differences(Convocation sent, Convocation newest) {
        List<String> told = new ArrayList<>();
        line(told, "Date", sent.day() + ", " + sent.hours(), newest.day() + ", " + newest.hours());
        line(told, "Lieu", sent.place(), newest.place());
        line(told, "Formation assurée par", sent.trainer(), newest.trainer());
        line(told, "École", sent.school(), newest.school());
        line(told, "Intitulé", sent.title(), newest.title());
        if (told.isEmpty() && !sent.saysTheSameAs(newest)) {
            told.add("D'autres mentions de la convocation ont changé.");
        }
        return told;
    }

    private static void line(List<String> told, String what, String before, String now) {
        if (!before.equals(now)) {
            told.add(what + " : " + now + " (auparavant : " + before + ")");
        }
    }
}
