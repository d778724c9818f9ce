package fr.forment.session;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.forment.staff.Agent;
import fr.forment.staff.Agents;
import fr.forment.staff.Correspondence;
import fr.forment.staff.Letter;
import fr.forment.staff.Role;
import org.springframework.stereotype.Component;

/** Who is written to about a session, with which words and under which key. */
@Component
class SessionMails {

    private final Correspondence post;
    private final SessionWords words;
    private final Convocations convocations;
    private final SessionDates dates;
    private final Agents agents;

    SessionMails(Correspondence post, SessionWords words, Convocations convocations, SessionDates dates, Agents agents) {
        this.post = post;
        this.words = words;
        this.convocations = convocations;
        this.dates = dates;
        this.agents = agents;
    }

    /** To the trainer; to the E-RUN while nobody is named. */
    void announced(TrainingSession session) {
        var letter = letter(session, "announced", "announce:" + session.id() + ":" + session.sequence() + ":" + session.trainerId(), Map.of(),
                dates.lastUse(session));
        toTrainer(session, letter);
    }

    /** The trainer leaves: the E-RUN finds another. */
    void trainerMissing(TrainingSession session) {
        post.toGroup(Role.ERUN, session.circonscriptionUai(),
                letter(session, "trainerMissing", "trainerMissing:" + session.id() + ":" + session.sequence(), Map.of(), dates.lastUse(session)));
    }

    void decisionAwaited(TrainingSession session, int enrolled) {
        var letter = letter(session, "decisionAwaited", "askDecision:" + session.id() + ":" + session.sequence(),
                Map.of("inscrits", enrolled, "minimum", session.minimum(), "limite", SessionWords.DAY.format(dates.decision(session))),
                dates.lastUse(session));
        List.of(Role.IEN, Role.CPC, Role.ERUN).forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    void enrolled(TrainingSession session, Enrolment enrolment) {
        toPerson(enrolment, letter(session, "enrolled", "enrol:" + enrolment.id(), Map.of(), dates.lastUse(session)));
    }

    /** The summons itself, with the reference under which it is printed. */
    void convoked(TrainingSession session, Enrolment enrolment) {
        Convocation convocation = convocations.of(session, enrolment);
        Map<String, Object> more = new HashMap<>();
        more.put("convocation", convocation);
        toPerson(enrolment, new Letter("session/convoked", key("convoke:" + enrolment.id() + ":" + session.sequence()), with(session, more),
                "/sessions/" + session.id() + "/convocation/" + enrolment.id(), dates.lastUse(session)));
    }

    /** To each director, about the people of his own school; the one who is alone in it has his own convocation. */
    void directorsInformed(TrainingSession session, Collection<Enrolment> convoked) {
        long first = convoked.stream().mapToLong(Enrolment::id).min().orElse(0);
        Map<String, TreeMap<String, Long>> bySchool = new TreeMap<>();
        Map<Long, Agent> people = new HashMap<>();
        agents.all(convoked.stream().map(Enrolment::agentId).toList()).forEach(agent -> people.put(agent.id(), agent));
        convoked.stream().filter(enrolment -> enrolment.schoolUai() != null && people.containsKey(enrolment.agentId()))
                .forEach(enrolment -> bySchool.computeIfAbsent(enrolment.schoolUai(), uai -> new TreeMap<>())
                        .put(people.get(enrolment.agentId()).fullName(), enrolment.agentId()));
        bySchool.forEach((uai, names) -> agents.directorOf(uai).ifPresent(director -> {
            names.values().remove(director.id());
            if (!names.isEmpty()) {
                post.toAgent(director.id(), letter(session, "directorInformed", "directorInformed:" + first + ":" + session.sequence()
                        + ":" + uai, Map.of("noms", List.copyOf(names.keySet())), dates.lastUse(session)));
            }
        }));
    }

    void trainerInformed(TrainingSession session, int convoked) {
        toTrainer(session, new Letter("session/trainerInformed", key("convoke:" + session.id() + ":" + session.sequence() + ":trainer"),
                with(session, Map.of("inscrits", convoked)), "/sessions/" + session.id() + "/feuille", dates.lastUse(session)));
    }

    void reminded(TrainingSession session, Enrolment enrolment) {
        toPerson(enrolment, letter(session, "reminded", "remind:" + enrolment.id() + ":" + session.sequence(), Map.of(), dates.lastUse(session)));
    }

    void postponed(TrainingSession session, Enrolment enrolment, String formerly, String motive) {
        toPerson(enrolment, letter(session, "postponed", "postpone:" + enrolment.id() + ":" + session.sequence(),
                Map.of("avant", formerly, "motif", motive), dates.lastUse(session)));
    }

    void trainerPostponed(TrainingSession session, String formerly, String motive) {
        toTrainer(session, letter(session, "postponed", "postpone:" + session.id() + ":" + session.sequence() + ":trainer",
                Map.of("avant", formerly, "motif", motive), dates.lastUse(session)));
    }

    void unseated(TrainingSession session, Enrolment enrolment, String motive) {
        toPerson(enrolment, letter(session, "unseated", "unseat:" + enrolment.id(), Map.of("motif", motive), dates.lastUse(session)));
    }

    /** The director hears of it, or the person when the director said it. */
    void excused(TrainingSession session, Enrolment enrolment, Long saidBy) {
        agents.find(enrolment.agentId()).ifPresent(agent -> {
            var letter = letter(session, "excused", "excuse:" + enrolment.id(), Map.of("personne", agent.fullName()), null);
            if (!agent.id().equals(saidBy)) {
                post.toAgent(agent.id(), letter);
            }
            if (enrolment.schoolUai() != null) {
                agents.directorOf(enrolment.schoolUai()).filter(director -> !director.id().equals(saidBy) && !director.id().equals(agent.id()))
                        .ifPresent(director -> post.toAgent(director.id(), letter));
            }
        });
    }

    void cancelled(TrainingSession session, Enrolment enrolment, String motive) {
        toPerson(enrolment, letter(session, "cancelled", "cancel:" + enrolment.id(), Map.of("motif", motive), dates.lastUse(session)));
    }

    void trainerCancelled(TrainingSession session, String motive) {
        toTrainer(session, letter(session, "cancelled", "cancel:" + session.id() + ":trainer", Map.of("motif", motive), dates.lastUse(session)));
    }

    /** @param occurrence 0 at the end of the session, then the rank of the reminder */
    void marksAwaited(TrainingSession session, int occurrence) {
        toTrainer(session, marks(session, occurrence == 0 ? "marksAwaited" : "marksLate", occurrence));
    }

    void marksEscalated(TrainingSession session, int occurrence) {
        var letter = marks(session, "marksEscalated", occurrence);
        toTrainer(session, letter);
        List.of(Role.IEN, Role.SECRETAIRE, Role.ERUN).forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    void attested(TrainingSession session, Enrolment enrolment, String number) {
        toPerson(enrolment, new Letter("session/attested", key("issue:" + enrolment.id()), with(session, Map.of("numero", number)),
                "/attestations/" + number, null));
    }

    void notHeld(TrainingSession session) {
        var letter = letter(session, "notHeld", "noteNotHeld:" + session.id(), Map.of(), null);
        List.of(Role.IEN, Role.SECRETAIRE, Role.ERUN).forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    private Letter marks(TrainingSession session, String template, int occurrence) {
        return new Letter("session/" + template, key("marks:" + session.id() + ":" + occurrence), with(session, Map.of()),
                "/sessions/" + session.id() + "/emargement", null);
    }

    private void toTrainer(TrainingSession session, Letter letter) {
        if (session.trainerId() == null) {
            post.toGroup(Role.ERUN, session.circonscriptionUai(), letter);
        } else {
            post.toAgent(session.trainerId(), letter);
        }
    }

    private void toPerson(Enrolment enrolment, Letter letter) {
        post.toAgent(enrolment.agentId(), letter);
    }

    private Letter letter(TrainingSession session, String template, String key, Map<String, Object> more, LocalDate notAfter) {
        return new Letter("session/" + template, key(key), with(session, more), "/sessions/" + session.id(), notAfter);
    }

    private Map<String, Object> with(TrainingSession session, Map<String, Object> more) {
        Map<String, Object> model = words.of(session);
        model.putAll(more);
        return model;
    }

    private static String key(String key) {
        return "trainingSession:" + key;
    }
}
