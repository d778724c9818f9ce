package fr.forment.family;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads meetings with parents. */
@Component
@RequiredArgsConstructor
public class SchoolMeetings {

    private static final String SELECT =
            "SELECT id, version, school_uai, held_on, starts_at, place, head_count FROM school_meeting ";

    private final JdbcClient jdbc;

    /** Latest first. */
    public List<SchoolMeeting> of(String uai) {
        return jdbc.sql(SELECT + "WHERE school_uai = ? ORDER BY held_on DESC, id DESC")
                .param(uai)
                .query(SchoolMeeting.class)
                .list();
    }

    /** By school, latest first; schools without a meeting are left out. */
    public Map<String, List<SchoolMeeting>> of(Collection<String> uais) {
        return uais.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(SELECT + "WHERE school_uai IN (:uais) ORDER BY held_on DESC, id DESC")
                        .param("uais", List.copyOf(uais))
                        .query(SchoolMeeting.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(SchoolMeeting::schoolUai));
    }

    public Optional<SchoolMeeting> find(long id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(SchoolMeeting.class)
                .optional();
    }
}
