package fr.forment.plan.conditions;

import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Warning;
import fr.forment.plan.calculation.ModuleFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What comes on the day its vague opens, or after. Pure.
 *
 * @param modules by code
 * @param today no later day can be proposed than one to come
 */
public record OpeningCheck(Map<String, ModuleFacts> modules, Predicate<LocalDate> schoolDay, LocalDate today) {

    /** @param sessions where they are now, each on its last day */
    public List<Warning> of(int rank, LocalDate opensOn, Collection<PlannedSession> sessions) {
        List<Warning> found = new ArrayList<>();
        List<PlannedSession> late = sessions.stream()
                .filter(session -> session.vagueRank() != null && session.vagueRank() == rank)
                .filter(session -> !session.day().isBefore(opensOn))
                .toList();
        List<PlannedSession> parents =
                late.stream().filter(PlannedSession::isForParents).toList();
        if (!parents.isEmpty()) {
            found.add(Warning.important(French.count(
                            parents.size(), "réunion de parents se tient", "réunions de parents se tiennent")
                    + " le jour de l'ouverture de la vague " + rank + " (" + French.day(opensOn)
                    + ") ou après, alors que les parents sont réunis avant l'ouverture : "
                    + French.lines(parents.stream().map(PlannedSession::line).toList())
                    + "."));
        }
        List<PlannedSession> others =
                late.stream().filter(session -> !session.isForParents()).toList();
        Set<String> compulsory = others.stream()
                .flatMap(session -> compulsory(session).stream())
                .map(ModuleFacts::quoted)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!compulsory.isEmpty()) {
            found.add(Warning.important("Aucun créneau avant l'ouverture de la vague " + rank + " ("
                    + French.day(opensOn) + ") pour " + String.join(", ", compulsory)
                    + ", pourtant obligatoire avant l'ouverture. Une ouverture le "
                    + French.day(opening(others)) + " tiendrait : l'IEN la change sur la page de la vague."));
        } else if (!others.isEmpty()) {
            found.add(Warning.information(French.count(
                            others.size(),
                            "session de la vague " + rank + " se tient",
                            "sessions de la vague " + rank + " se tiennent")
                    + " après l'ouverture de l'ENT."));
        }
        return found;
    }

    private Optional<ModuleFacts> compulsory(PlannedSession session) {
        return Optional.ofNullable(modules.get(session.moduleCode())).filter(ModuleFacts::isCompulsory);
    }

    /** The first school day after the last session that must come before the opening. */
    private LocalDate opening(List<PlannedSession> late) {
        LocalDate last = late.stream()
                .filter(session -> compulsory(session).isPresent())
                .map(PlannedSession::day)
                .max(LocalDate::compareTo)
                .filter(day -> day.isAfter(today))
                .orElse(today);
        return last.plusDays(1)
                .datesUntil(last.plusMonths(3))
                .filter(schoolDay)
                .findFirst()
                .orElse(last.plusDays(1));
    }
}
