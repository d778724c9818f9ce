package fr.forment.limits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Sixteen bytes for whatever was typed or wherever it came from: the same size for all, and nothing of it can be read.
 */
final class Fingerprint {

    private Fingerprint() {}

    static UUID of(String text) {
        try {
            ByteBuffer bits =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
