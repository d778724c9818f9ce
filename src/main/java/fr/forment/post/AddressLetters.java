package fr.forment.post;

import fr.forment.french.French;
import fr.forment.people.AddressChanged;
import fr.forment.people.Agent;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the address a person had until now that it is no longer his. */
@Component
@RequiredArgsConstructor
class AddressLetters {

    private final Correspondence post;

    @EventListener
    void tell(AddressChanged change) {
        Agent agent = change.agent();
        post.toFormerAddress(
                agent,
                change.former(),
                new Letter(
                        "post/addressChanged",
                        "address:changed:" + agent.id() + ":" + agent.version(),
                        Map.of("qui", change.who(), "jour", French.date(post.today())),
                        null,
                        null));
    }
}
