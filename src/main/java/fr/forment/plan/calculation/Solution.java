package fr.forment.plan.calculation;

import java.util.List;

/** A plan and what it is worth. Drafts keep the line of the session that stood before them. */
public record Solution(List<Draft> sessions, Score score) {

    public Solution {
        sessions = List.copyOf(sessions);
    }
}
