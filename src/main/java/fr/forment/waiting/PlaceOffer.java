package fr.forment.waiting;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A free place of one session, kept for one person until he answers or the time is over. */
@Table("place_offer")
public class PlaceOffer {

    @Id
    private Long id;

    @Version
    private Integer version;

    private long requestId;
    private Long openRequestId;
    private long sessionId;
    private int sessionDate;
    private long agentId;
    private OfferState state;
    private Instant offeredAt;
    private Instant answerBy;
    private Instant answeredAt;
    private String fingerprint;

    PlaceOffer() {}

    static PlaceOffer of(PlaceRequest request, long sessionId, int sessionDate, String fingerprint) {
        PlaceOffer offer = new PlaceOffer();
        offer.requestId = request.id();
        offer.openRequestId = request.id();
        offer.agentId = request.agentId();
        offer.sessionId = sessionId;
        offer.sessionDate = sessionDate;
        offer.fingerprint = fingerprint;
        offer.state = OfferState.OUVERTE;
        return offer;
    }

    PlaceOffer between(Instant now, Instant end) {
        offeredAt = now;
        answerBy = end;
        return this;
    }

    void end(OfferState last, Instant at) {
        state = last;
        openRequestId = null;
        answeredAt = at;
    }

    public Long id() {
        return id;
    }

    public long requestId() {
        return requestId;
    }

    public long sessionId() {
        return sessionId;
    }

    public int sessionDate() {
        return sessionDate;
    }

    public long agentId() {
        return agentId;
    }

    public OfferState state() {
        return state;
    }

    public boolean isOpen() {
        return state == OfferState.OUVERTE;
    }

    public boolean isLate(Instant now) {
        return !now.isBefore(answerBy);
    }

    public Instant offeredAt() {
        return offeredAt;
    }

    public Instant answerBy() {
        return answerBy;
    }

    /** Null while it is open. */
    public Instant answeredAt() {
        return answeredAt;
    }
}
