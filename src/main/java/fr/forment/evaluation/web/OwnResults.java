package fr.forment.evaluation.web;

import fr.forment.account.SignedIn;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Leads whoever trains, from his own page and from a session he gave, to what people said of his sessions. */
@Component("ownResults")
@RequiredArgsConstructor
public class OwnResults {

    private final Sessions sessions;
    private final SignedIn me;

    /** The address of his page; null while he gave no session that was held. */
    public String page() {
        return held().isEmpty() ? null : address();
    }

    /** The same on the page of one session, null where he did not give it. */
    public String pageFrom(TrainingSession session) {
        return session.state().wasHeld()
                        && !session.isForParents()
                        && held().stream().anyMatch(each -> each.id().equals(session.id()))
                ? address()
                : null;
    }

    private List<TrainingSession> held() {
        return me.agentId() == null
                ? List.of()
                : sessions.givenBy(me.agentId()).stream()
                        .filter(session -> session.state().wasHeld() && !session.isForParents())
                        .toList();
    }

    private String address() {
        return "/formateurs/" + me.agentId() + "/evaluations";
    }
}
