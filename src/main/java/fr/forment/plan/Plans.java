package fr.forment.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Reads the plans. */
@Component
public class Plans {

    private final PlanRepository repository;
    private final PlanLines lines;
    private final PlanFindings findings;

    Plans(PlanRepository repository, PlanLines lines, PlanFindings findings) {
        this.repository = repository;
        this.lines = lines;
        this.findings = findings;
    }

    public Optional<Plan> find(long planId) {
        return repository.findById(planId);
    }

    /** The version in force. */
    public Optional<Plan> approved(long projectId) {
        return repository.approved(projectId);
    }

    /** The version begun last, whatever became of it. */
    public Optional<Plan> latest(long projectId) {
        return repository.latest(projectId);
    }

    /** Every version of every chain, oldest first. */
    public List<Plan> ofProject(long projectId) {
        return repository.findByProjectIdOrderById(projectId);
    }

    /** The version a chain is at. */
    public Optional<Plan> current(long rootId) {
        List<Plan> chain = repository.chain(rootId);
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
    }

    /** The version this one was made from: the one before, or the plan an amendment starts from. */
    public Optional<Plan> before(Plan plan) {
        return repository.chain(plan.rootId()).stream().filter(other -> other.number() == plan.number() - 1).findFirst()
                .or(() -> Optional.ofNullable(plan.basePlanId()).flatMap(repository::findById));
    }

    /** By day, hour and line. */
    public List<PlannedSession> sessions(long planId) {
        return lines.of(planId);
    }

    /** @param vagueRank null for the phase FORMATEURS */
    public List<PlannedSession> sessions(long planId, Phase phase, Integer vagueRank) {
        return sessions(planId).stream().filter(session -> session.phase() == phase && Objects.equals(session.vagueRank(), vagueRank)).toList();
    }

    /** What weighs most first. */
    public List<Warning> warnings(long planId) {
        return findings.warnings(planId);
    }
}
