package fr.forment.attendance;

import fr.forment.session.EnrolmentState;
import fr.forment.session.halfday.HalfDay;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the half-days of one person make of the session. */
record WholeSession(EnrolmentState state, int minutes) {

    /** Empty while one of them is not marked. */
    static Optional<WholeSession> of(List<HalfDay> halfDays, Collection<HalfDayMark> presences) {
        List<HalfDayMark> marked = presences.stream()
                .filter(presence ->
                        halfDays.stream().anyMatch(half -> half.startsAt().equals(presence.startsAt())))
                .toList();
        if (marked.size() < halfDays.size()) {
            return Optional.empty();
        }
        int minutes = marked.stream().mapToInt(HalfDayMark::minutes).sum();
        return Optional.of(new WholeSession(state(marked), minutes));
    }

    private static EnrolmentState state(List<HalfDayMark> marked) {
        if (marked.stream().allMatch(presence -> presence.state().isComplete())) {
            return EnrolmentState.PRESENT;
        }
        if (marked.stream().anyMatch(presence -> presence.state().wasThere())) {
            return EnrolmentState.PARTIEL;
        }
        boolean excused = marked.stream().allMatch(presence -> presence.state() == EnrolmentState.ABSENT_EXCUSE);
        return excused ? EnrolmentState.ABSENT_EXCUSE : EnrolmentState.ABSENT;
    }
}
