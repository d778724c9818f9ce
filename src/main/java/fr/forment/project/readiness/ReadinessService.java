package fr.forment.project.readiness;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.engine.OpenTasks;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.project.Milestone;
import fr.forment.project.ProjectEvent;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The collectivité declares accounts and network ready, school by school or many in one gesture, and takes a
 * declaration back. Who declares the same at the same time declares it once. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ReadinessService {

    private final JdbcClient jdbc;
    private final SchoolsReadiness readiness;
    private final Projects projects;
    private final ReadinessProcess process;
    private final ReadinessMails mails;
    private final OpenTasks tasks;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final SignedIn signedIn;
    private final Clock clock;

    /** The schools of the vague are asked to enter: the collectivité is asked too, unless all is ready. */
    public void ask(long vagueId) {
        if (!readiness.isComplete(vagueId)) {
            begin(vagueId);
            mails.asked(vagueId);
        }
    }

    /** A school has come since: accounts and network of it are awaited too. */
    public void askAgain(long vagueId) {
        if (!readiness.isComplete(vagueId)) {
            begin(vagueId);
            mails.askedAgain(vagueId);
        }
    }

    @Transactional(readOnly = true)
    public boolean isComplete(long vagueId) {
        return readiness.isComplete(vagueId);
    }

    /** @throws Refusal where nothing is ticked though something is awaited, or a school is not of the vague */
    public void declare(long vagueId, ReadyMatters ready) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        if (ready.isEmpty() && !readiness.isComplete(vagueId)) {
            throw new Refusal(
                    "Cochez au moins une école où les comptes ou le réseau sont prêts.",
                    "accountsReady",
                    "networkReady");
        }
        Map<String, VagueSchool> waiting = projects.schoolsOf(vagueId).stream()
                .filter(VagueSchool::isAwaited)
                .collect(Collectors.toMap(VagueSchool::schoolUai, Function.identity()));
        if (!ready.schools().values().stream().allMatch(waiting.keySet()::containsAll)) {
            throw new Refusal(
                    "Choisissez parmi les écoles de la vague qui attendent encore.", "accountsReady", "networkReady");
        }
        hold(vague.projectId());
        Map<String, Set<Matter>> before = readiness.of(vague.projectId());
        Map<String, Set<Matter>> news = new TreeMap<>();
        ready.schools().forEach((matter, uais) -> uais.stream()
                .filter(uai -> !before.getOrDefault(uai, Set.of()).contains(matter))
                .forEach(uai ->
                        news.computeIfAbsent(uai, each -> new TreeSet<>()).add(matter)));
        news.forEach((uai, matters) -> {
            matters.forEach(matter -> add(vague.projectId(), uai, matter));
            note(vague, waiting.get(uai), Milestone.SCHOOL_PREPARED, matters, null);
            events.publishEvent(new SchoolMadeReady(uai));
        });
        tellInItsPlace(vague, news, null);
    }

    /**
     * What was declared is no longer so: it is asked for again.
     *
     * @throws Refusal without reason, once the school is open without anything to catch up on, or where nothing was
     *     declared
     */
    public void takeBack(long vagueId, String uai, Matter matter, String reason) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        VagueSchool place = projects.schoolsOf(vagueId).stream()
                .filter(each -> each.schoolUai().equals(uai) && each.isAwaited())
                .findFirst()
                .orElseThrow(() -> new Refusal("Cette école n'attend plus rien dans cette vague."));
        if (reason == null || reason.isBlank()) {
            throw new Refusal("Indiquez pourquoi la déclaration est retirée.", "reason");
        }
        hold(vague.projectId());
        int gone = jdbc.sql("DELETE FROM school_readiness WHERE project_id = ? AND school_uai = ? AND matter = ?")
                .params(vague.projectId(), uai, matter.name())
                .update();
        if (gone == 0) {
            throw new Refusal("Rien n'était déclaré prêt : il n'y a rien à retirer.");
        }
        note(vague, place, Milestone.SCHOOL_UNPREPARED, Set.of(matter), reason.strip());
        tellInItsPlace(vague, Map.of(uai, Set.of(matter)), reason.strip());
        begin(vagueId);
    }

    /** The collectivité answers for accounts and network: it hears what others say of them. */
    private void tellInItsPlace(Vague vague, Map<String, Set<Matter>> said, String reason) {
        String where = projects.find(vague.projectId()).orElseThrow().circonscriptionUai();
        if (!said.isEmpty() && signedIn.login() != null && !signedIn.has(Role.DSI, where)) {
            mails.saidInItsPlace(vague.id(), said, reason, signedIn.signature());
        }
    }

    public void remind(long vagueId) {
        mails.reminded(vagueId);
    }

    /** The date has passed: the E-RUN may declare too, and the IEN knows. */
    public void escalate(long vagueId) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        String circonscription = projects.find(vague.projectId()).orElseThrow().circonscriptionUai();
        tasks.addCandidateGroup(ReadinessProcess.ID, vagueId, "declareReady", Groups.of(Role.ERUN, circonscription));
        mails.late(vagueId);
    }

    private void begin(long vagueId) {
        if (process.begin(vagueId)) {
            jdbc.sql("UPDATE vague SET accounts_asked_on = ? WHERE id = ?")
                    .params(LocalDate.now(clock), vagueId)
                    .update();
        }
    }

    private void hold(long projectId) {
        jdbc.sql("SELECT id FROM project WHERE id = ? FOR UPDATE")
                .param(projectId)
                .query(Long.class)
                .single();
    }

    private void add(long projectId, String uai, Matter matter) {
        jdbc.sql(
                        "INSERT INTO school_readiness (project_id, school_uai, matter, ready_on, declared_by) VALUES (?, ?, ?, ?, ?)")
                .params(projectId, uai, matter.name(), LocalDate.now(clock), journal.author())
                .update();
    }

    private void note(Vague vague, VagueSchool place, Milestone what, Set<Matter> matters, String reason) {
        String told = matters.stream().map(Matter::label).collect(Collectors.joining(", "));
        journal.add(ProjectEvent.of(vague, place, what, reason == null ? told : told + " : " + reason, place.state()));
    }
}
