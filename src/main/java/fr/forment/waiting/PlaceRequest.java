package fr.forment.waiting;

import fr.forment.journal.JournalEntry;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One person wants a place in a module. The rank in the line is the order of the numbers: it is kept to the end. */
@Table("place_request")
public class PlaceRequest {

    /** What the journal calls it. */
    public static final String JOURNAL = "PLACE_REQUEST";

    @Id
    private Long id;

    @Version
    private Integer version;

    private String circonscriptionUai;
    private String moduleCode;
    private long agentId;
    private Long activeAgentId;
    private RequestOrigin origin;
    private RequestState state;
    private Instant askedAt;
    private String note;
    private String answer;

    PlaceRequest() {}

    static PlaceRequest of(String circonscriptionUai, String moduleCode, long agentId, RequestOrigin origin) {
        PlaceRequest request = new PlaceRequest();
        request.circonscriptionUai = circonscriptionUai;
        request.moduleCode = moduleCode;
        request.agentId = agentId;
        request.origin = origin;
        request.become(origin == RequestOrigin.DEMANDE ? RequestState.A_ETUDIER : RequestState.ATTEND);
        return request;
    }

    PlaceRequest askedAt(Instant moment, String said) {
        askedAt = moment;
        note = said == null || said.isBlank() ? null : said.strip();
        return this;
    }

    /** It is written. */
    void numbered(long number) {
        id = number;
        version = 0;
    }

    /** Accepted: in the line from now on, at the rank of the day it was asked. */
    void accept() {
        become(RequestState.ATTEND);
    }

    /** @param why what the person is told; null when there is nothing to say */
    void end(RequestState last, String why) {
        if (last.isActive()) {
            throw new IllegalArgumentException(last + " does not end a request");
        }
        answer = why;
        become(last);
    }

    /** The person works elsewhere now, and waits there at the same rank. */
    void moveTo(String uai) {
        circonscriptionUai = uai;
    }

    JournalEntry told(RequestState before, String why) {
        return JournalEntry.of(JOURNAL, id).change(before, state).because(why);
    }

    private void become(RequestState next) {
        state = next;
        activeAgentId = next.isActive() ? agentId : null;
    }

    public Long id() {
        return id;
    }

    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    public String moduleCode() {
        return moduleCode;
    }

    public long agentId() {
        return agentId;
    }

    public RequestOrigin origin() {
        return origin;
    }

    public RequestState state() {
        return state;
    }

    public boolean isActive() {
        return state.isActive();
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Null when nothing was said. */
    public String note() {
        return note;
    }

    /** Null when nothing was said. */
    public String answer() {
        return answer;
    }
}
