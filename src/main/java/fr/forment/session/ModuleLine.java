package fr.forment.session;

import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import java.util.List;
import java.util.Set;

/**
 * Who waits for a module in a circonscription, be it for one date or for any, in one order: first come, first served.
 * Answered by the room above. The caller holds the lock on the session and saves it.
 */
public interface ModuleLine {

    /**
     * Everybody who waits there for the module of this session, first come first; then who stands in the list of this
     * very session and not in that line.
     */
    List<Long> order(TrainingSession session);

    /**
     * Somebody waits for this very date: he gets a rank for the module, or keeps his.
     *
     * @param onlyDate no other session of the module is to come there: nothing could be proposed to him
     * @return what is to be noted of it, with what the caller notes himself
     */
    List<JournalEntry> joined(TrainingSession session, long agentId, boolean onlyDate);

    /** Somebody is no more to come at this date. */
    void left(TrainingSession session, long agentId);

    /** Before he takes a place: one that is proposed to him here is kept from him no more. */
    void redeem(TrainingSession session, long agentId);

    /**
     * A place was taken from him that he had not given up: the request it came from is open again, at its rank. Nothing
     * where he has another place, has followed the module, is gone, or where his school left the project.
     *
     * @param joins without such a request he is put in the line
     * @return whether he waits for the module now
     */
    boolean lost(TrainingSession session, long agentId, boolean joins);

    /** He has a place and waits no more. */
    void placed(TrainingSession session, long agentId);

    /**
     * Proposes a free place to somebody who may come; nothing when it was proposed to him before.
     *
     * @return that it stays his turn, and nothing is proposed yet: news of the session, or of his own place in another
     *     one, waits to be sent first
     */
    boolean offer(TrainingSession session, Agent agent);

    /** A place is free, and he cannot take it. */
    void passOver(TrainingSession session, Agent agent, Set<Obstacle> obstacles);

    /** Proposals that nobody can accept any more give their places back. */
    void clear(TrainingSession session);

    /** Nothing of this session is proposed any more. */
    void withdraw(TrainingSession session, String why);
}
