package fr.forment.project.process;

import fr.forment.engine.Processes;
import fr.forment.project.ProjectProcess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The project's news, told to the engine. */
@Component
@RequiredArgsConstructor
class EngineProjectProcess implements ProjectProcess {

    /** More at once make the transaction long; see the engine's advice on chunks. */
    private static final int CHUNK = 100;

    private final Processes processes;

    @Override
    public void begin(long projectId) {
        processes.start(ProjectModels.PROJECT, key(projectId));
    }

    @Override
    public boolean needsGathered(long projectId) {
        return processes.tell(ProjectModels.NEEDS_GATHERED, ProjectModels.PROJECT, key(projectId));
    }

    @Override
    public boolean planApproved(long projectId) {
        return processes.tell(ProjectModels.PLAN_APPROVED, ProjectModels.PROJECT, key(projectId));
    }

    @Override
    public boolean planRejected(long projectId) {
        return processes.tell(ProjectModels.PLAN_REJECTED, ProjectModels.PROJECT, key(projectId));
    }

    @Override
    public boolean trainersTrained(long projectId) {
        return processes.tell(ProjectModels.TRAINERS_TRAINED, ProjectModels.PROJECT, key(projectId));
    }

    @Override
    public boolean vagueClosed(long projectId) {
        return processes.tell(ProjectModels.VAGUE_CLOSED, ProjectModels.PROJECT, key(projectId));
    }

    @Override
    public void end(long projectId, String reason) {
        processes.end(ProjectModels.PROJECT, key(projectId), reason);
    }

    @Override
    public void beginVague(long vagueId) {
        processes.start(ProjectModels.VAGUE, key(vagueId));
    }

    @Override
    public boolean vagueTrained(long vagueId) {
        return processes.tell(ProjectModels.VAGUE_TRAINED, ProjectModels.VAGUE, key(vagueId));
    }

    @Override
    public boolean schoolsSettled(long vagueId) {
        return processes.tell(ProjectModels.SCHOOLS_SETTLED, ProjectModels.VAGUE, key(vagueId));
    }

    @Override
    public void endVague(long vagueId, String reason) {
        processes.end(ProjectModels.VAGUE, key(vagueId), reason);
    }

    @Override
    public void beginOpenings(Collection<Long> placeIds) {
        List<String> keys =
                new ArrayList<>(placeIds.stream().map(String::valueOf).toList());
        for (int from = 0; from < keys.size(); from += CHUNK) {
            processes.startAll(ProjectModels.OPENING, keys.subList(from, Math.min(from + CHUNK, keys.size())));
        }
    }

    @Override
    public boolean schoolTrained(long placeId) {
        return processes.tell(ProjectModels.SCHOOL_TRAINED, ProjectModels.OPENING, key(placeId));
    }

    @Override
    public boolean gateChanged(long placeId) {
        return processes.tell(ProjectModels.GATE_CHANGED, ProjectModels.OPENING, key(placeId));
    }

    @Override
    public void endOpening(long placeId, String reason) {
        processes.end(ProjectModels.OPENING, key(placeId), reason);
    }

    private static String key(long id) {
        return String.valueOf(id);
    }
}
