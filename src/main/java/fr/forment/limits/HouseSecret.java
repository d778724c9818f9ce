package fr.forment.limits;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signs what browsers keep for the house, with a key that all nodes find in the database. The first that needs it draws
 * it.
 */
@Component
@RequiredArgsConstructor
public class HouseSecret {

    private static final String NAME = "device";
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private volatile SecretKeySpec key;

    /** 132 bits in base 64. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec key() {
        if (key == null) {
            key = new SecretKeySpec(Base64.getDecoder().decode(secret()), ALGORITHM);
        }
        return key;
    }

    private String secret() {
        var known = jdbc.sql("SELECT secret FROM house_secret WHERE name = ?")
                .param(NAME)
                .query(String.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        byte[] drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        try {
            jdbc.sql("INSERT INTO house_secret (name, secret) VALUES (?, ?)")
                    .params(NAME, Base64.getEncoder().encodeToString(drawn))
                    .update();
        } catch (DuplicateKeyException otherNode) {
            // its secret is everybody's
        }
        return jdbc.sql("SELECT secret FROM house_secret WHERE name = ?")
                .param(NAME)
                .query(String.class)
                .single();
    }
}
