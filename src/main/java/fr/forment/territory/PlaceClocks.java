package fr.forment.territory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What time it is at a place, named by its key: UAI of a school or of a circonscription, or code of a département.
 * Hours said of a place are hours of its clock; where it is not known, metropolitan time. A place keeps its
 * département: it is looked up once.
 */
@Component
@RequiredArgsConstructor
public class PlaceClocks {

    private static final String DEPARTEMENT = """
            SELECT departement_code FROM circonscription WHERE uai = :place UNION ALL SELECT departement_code FROM school WHERE uai = :place
            UNION ALL SELECT code FROM departement WHERE code = :place""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, ZoneId> known = new ConcurrentHashMap<>();

    public ZoneId of(String place) {
        if (place == null) {
            return Clocks.ofNoPlace();
        }
        ZoneId remembered = known.get(place);
        if (remembered != null) {
            return remembered;
        }
        Optional<ZoneId> found = jdbc.sql(DEPARTEMENT).param("place", place).query(String.class).list().stream()
                .findFirst()
                .map(Clocks::of);
        found.ifPresent(zone -> known.put(place, zone));
        return found.orElse(Clocks.ofNoPlace());
    }

    public LocalDateTime now(String place) {
        return LocalDateTime.ofInstant(clock.instant(), of(place));
    }

    public LocalDate today(String place) {
        return now(place).toLocalDate();
    }

    public Instant instant(String place, LocalDateTime there) {
        return there.atZone(of(place)).toInstant();
    }

    /** For the engine, with the zone said: the server's own may be another. */
    public String iso(String place, LocalDateTime there) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there.atZone(of(place)));
    }
}
