package fr.forment.people;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.account.Signatures;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.territory.PlainTexts;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What was decided about a person, with the names people know each other and their places by. */
@Component
@RequiredArgsConstructor
public class AgentTimeline {

    private final Journal journal;
    private final Signatures signatures;
    private final PlainTexts texts;

    /** Newest first, with the labels of what happened. */
    public List<JournalEntry> of(long agentId) {
        return texts.told(signatures.named(journal.latest(AgentEvent.KIND, agentId)).stream()
                .map(entry -> entry.what().equals(AgentEvent.ROLE.name())
                        ? entry.change(roles(entry.before()), roles(entry.after()))
                        : entry)
                .map(entry -> entry.what(AgentEvent.valueOf(entry.what()).label()))
                .toList());
    }

    /** Roles were written as groups of the engine once: "erun.0350123A". */
    private static String roles(String text) {
        String told = text;
        for (Role role : Role.values()) {
            told = told == null ? null : told.replaceAll("(?<![\\w.])" + Groups.of(role) + "\\.", role.label() + " : ");
        }
        return told;
    }
}
