package fr.forment.people;

import fr.forment.account.AgentFunction;
import java.time.LocalDate;

/** A person as he was before an import, to put back when it is undone. */
public record FormerAgent(
        long agentId,
        String lastName,
        String firstName,
        String email,
        AgentFunction function,
        LocalDate functionSince,
        String schoolUai,
        String circonscriptionUai,
        String departementCode,
        int quotity,
        boolean constellation,
        LocalDate arrivedOn,
        LocalDate leftOn,
        LocalDate missingSince) {}
