package fr.forment.project.choice;

import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.project.Milestone;
import fr.forment.project.ProjectEvent;
import fr.forment.project.ProjectMails;
import fr.forment.project.ProjectProcess;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VaguePlaces;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts schools into other vagues of their project, all or none. Rights are asked by the caller. */
@Service
@Transactional
@RequiredArgsConstructor
public class VagueChoiceService {

    private static final int REASON_MAX = 1000;

    private final Projects projects;
    private final VaguePlaces places;
    private final Journal journal;
    private final ProjectMails mails;
    private final ProjectProcess process;
    private final JdbcClient jdbc;

    /** The vagues that have not begun, by rank. */
    @Transactional(readOnly = true)
    public List<Vague> open(long projectId) {
        return projects.vagues(projectId).stream()
                .filter(vague -> vague.state() == VagueState.PREPARATION)
                .toList();
    }

    /**
     * @param ranks of the vague each school is to be in; a school that stays where it is changes nothing
     * @return how many schools have changed
     * @throws Refusal without reason, when a vague or a school has begun, or when a vague would be left without school
     */
    public int place(long projectId, Map<String, Integer> ranks, String reason) {
        jdbc.sql("SELECT id FROM project WHERE id = ? FOR UPDATE")
                .param(projectId)
                .query(Long.class)
                .single();
        List<Vague> open = open(projectId);
        Map<Integer, Vague> byRank = open.stream().collect(Collectors.toMap(Vague::rank, Function.identity()));
        Map<Long, Vague> byId = open.stream().collect(Collectors.toMap(Vague::id, Function.identity()));
        Map<String, VagueSchool> movable = new HashMap<>();
        projects.schoolsOf(byId.keySet()).values().stream()
                .flatMap(List::stream)
                .filter(place -> place.state().isMovable())
                .forEach(place -> movable.put(place.schoolUai(), place));
        ranks.forEach((uai, rank) -> {
            refuseIf(
                    !movable.containsKey(uai),
                    "Une de ces écoles n'est plus dans une vague à venir : relisez la répartition.");
            refuseIf(
                    !byRank.containsKey(rank),
                    "La vague " + rank + " a commencé ou n'existe pas : choisissez une vague à venir.");
        });
        List<VagueSchool> moving = movable.values().stream()
                .filter(place -> ranks.containsKey(place.schoolUai()))
                .filter(place -> !place.vagueId()
                        .equals(byRank.get(ranks.get(place.schoolUai())).id()))
                .toList();
        refuseIf(!moving.isEmpty() && (reason == null || reason.isBlank()), "Indiquez pourquoi la répartition change.");
        refuseIf(reason != null && reason.length() > REASON_MAX, "Le motif compte au plus 1 000 caractères.");
        refuseEmpty(open, movable, ranks, byRank);
        moving.forEach(
                place -> move(place, byId.get(place.vagueId()), byRank.get(ranks.get(place.schoolUai())), reason));
        return moving.size();
    }

    private void move(VagueSchool place, Vague from, Vague to, String reason) {
        place.moveTo(to.id());
        places.save(place);
        journal.add(ProjectEvent.of(
                to,
                place,
                Milestone.SCHOOL_MOVED,
                "De " + from.inSentence() + " à " + to.inSentence() + " : " + reason.strip(),
                place.state()));
        if (place.askedOn() != null) {
            process.openingMoved(place.id());
            mails.schoolMoved(to, place, reason.strip());
        }
    }

    private static void refuseEmpty(
            List<Vague> open,
            Map<String, VagueSchool> movable,
            Map<String, Integer> ranks,
            Map<Integer, Vague> byRank) {
        var filled = movable.values().stream()
                .map(place -> ranks.containsKey(place.schoolUai())
                        ? byRank.get(ranks.get(place.schoolUai())).id()
                        : place.vagueId())
                .collect(Collectors.toSet());
        var before = movable.values().stream().map(VagueSchool::vagueId).collect(Collectors.toSet());
        open.stream()
                .filter(vague -> before.contains(vague.id()) && !filled.contains(vague.id()))
                .findFirst()
                .ifPresent(vague -> {
                    throw new Refusal(
                            "Il ne resterait aucune école dans " + vague.inSentence() + " : gardez-en au moins une.");
                });
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw new Refusal(message);
        }
    }
}
