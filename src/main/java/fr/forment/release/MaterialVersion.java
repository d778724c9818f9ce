package fr.forment.release;

import java.time.OffsetDateTime;

/**
 * A version of a material, never changed once it is there.
 *
 * @param madeBy a login
 * @param fileId null without a file
 * @param fileTold its kind and size
 * @param note what has changed; may be null
 */
public record MaterialVersion(
        int number, OffsetDateTime madeAt, String madeBy, String place, Long fileId, String fileTold, String note) {

    public boolean isLink() {
        return fileId == null && Links.isWeb(place);
    }

    /** Of its address; null without one. */
    public String host() {
        return isLink() ? Links.host(place) : null;
    }
}
