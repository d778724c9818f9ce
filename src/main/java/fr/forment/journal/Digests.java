package fr.forment.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over fields that cannot run into one another: each is preceded by its length, a missing one by -1. */
final class Digests {

    /** Bytes of a digest. */
    static final int SIZE = 32;

    private Digests() {}

    static byte[] of(String domain, Object... fields) {
        MessageDigest sha = sha();
        field(sha, domain);
        for (Object each : fields) {
            field(sha, each == null ? null : each.toString());
        }
        return sha.digest();
    }

    /** Of two nodes of a tree; a leaf can never be taken for one (RFC 6962). */
    static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha = sha();
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    static byte[] leaf(byte[] content) {
        MessageDigest sha = sha();
        sha.update((byte) 0);
        return sha.digest(content);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static void field(MessageDigest sha, String text) {
        if (text == null) {
            sha.update(ByteBuffer.allocate(4).putInt(-1).array());
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha.update(bytes);
        }
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
