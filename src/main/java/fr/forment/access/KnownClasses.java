package fr.forment.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.serializer.Deserializer;

/**
 * Reads a session's values from the database, and nothing that we would not have written: a table may come from
 * elsewhere (a restored backup, somebody with rights on the database only), and Java objects made of foreign classes
 * may run what their author likes.
 */
class KnownClasses implements Deserializer<Object> {

    private static final Logger log = LoggerFactory.getLogger(KnownClasses.class);
    private static final int MOST_BYTES = 1_000_000;
    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxrefs=50000;maxarray=50000;maxbytes=" + MOST_BYTES
                    + ";fr.forment.**"
                    + ";org.springframework.security.core.context.SecurityContextImpl;org.springframework.security.core.authority.SimpleGrantedAuthority"
                    + ";org.springframework.security.authentication.UsernamePasswordAuthenticationToken"
                    + ";org.springframework.security.authentication.AbstractAuthenticationToken"
                    + ";org.springframework.security.web.authentication.WebAuthenticationDetails;org.springframework.security.web.csrf.DefaultCsrfToken"
                    + ";org.springframework.web.servlet.FlashMap;org.springframework.util.LinkedMultiValueMap;org.springframework.util.MultiValueMapAdapter"
                    + ";java.time.*;java.lang.String;java.lang.Number;java.lang.Integer;java.lang.Long;java.lang.Double;java.lang.Boolean;java.lang.Enum;java.lang.Object"
                    + ";java.lang.Record"
                    + ";java.util.concurrent.CopyOnWriteArrayList;java.util.ArrayList;java.util.LinkedList;java.util.Arrays$ArrayList;java.util.CollSer"
                    + ";java.util.HashMap;java.util.LinkedHashMap;java.util.TreeMap;java.util.HashSet;java.util.LinkedHashSet;java.util.TreeSet"
                    + ";java.util.Map$Entry;java.util.Collections$*;java.util.ImmutableCollections$*;java.util.UUID;!*");

    private static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo part) {
        ObjectInputFilter.Status status = FILTER.checkInput(part);
        if (status == ObjectInputFilter.Status.REJECTED) {
            log.warn("Refused in a session: {}", part.serialClass());
        }
        return status;
    }

    @Override
    public Object deserialize(InputStream bytes) throws IOException {
        try (var objects = new ObjectInputStream(bytes)) {
            objects.setObjectInputFilter(KnownClasses::check);
            return objects.readObject();
        } catch (ClassNotFoundException gone) {
            throw new IOException("a class of an older version", gone);
        }
    }
}
