package fr.forment.evaluation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Who reads what people said, which says something of whoever trained them. What is said of one trainer is read by that
 * trainer and the inspector of the place; others read the mean of sessions given by several.
 */
public final class Audience {

    /** Somebody else cannot tell what was said of one of two. */
    private static final int OTHERS = 2;

    /** One of two subtracts what was said of himself, so he is to be one of three. */
    private static final int ONE_OF_THEM = 3;

    private static final Audience ALL = new Audience(true, null, 0);
    private static final Audience ANYBODY = new Audience(false, null, ONE_OF_THEM);

    private final boolean readsAll;
    private final Long agentId;
    private final int least;

    private Audience(boolean readsAll, Long agentId, int least) {
        this.readsAll = readsAll;
        this.agentId = agentId;
        this.least = least;
    }

    /** The inspector of the place, and the house itself where it tells no figure. */
    public static Audience inspector() {
        return ALL;
    }

    /** @param agentId null for an account that is nobody on the lists, which never trained */
    public static Audience of(Long agentId) {
        return new Audience(false, agentId, OTHERS);
    }

    /** Of a text that everybody of a team reads, the trainers among them. */
    public static Audience anybody() {
        return ANYBODY;
    }

    boolean readsAll() {
        return readsAll;
    }

    /**
     * @param givers of each session; nobody where none is named. No session at all (modules followed alone) is nobody's
     */
    boolean mayRead(Collection<Set<Long>> givers) {
        if (readsAll || givers.isEmpty()) {
            return true;
        }
        Set<Long> all = new HashSet<>();
        givers.forEach(all::addAll);
        if (!all.contains(agentId)) {
            return all.size() >= least;
        }
        boolean isOwn = givers.stream().allMatch(Set.of(Objects.requireNonNull(agentId))::equals);
        return isOwn || all.size() >= ONE_OF_THEM;
    }
}
