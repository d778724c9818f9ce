package fr.forment.resource;

import fr.forment.database.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days on which schools are closed, the latest first. */
@Repository
@RequiredArgsConstructor
public class Closures {

    private static final String OF_CIRCONSCRIPTION = " FROM school_closure WHERE circonscription_uai = :uai";
    private static final String LATEST_FIRST = " ORDER BY from_day DESC, id DESC";
    private static final RowMapper<Closure> ROW = (row, n) -> new Closure(
            row.getLong("id"),
            row.getString("circonscription_uai"),
            row.getString("school_uai"),
            TrainerResources.period(row),
            row.getString("reason"));

    private final JdbcClient jdbc;

    public Optional<Closure> find(long id) {
        return jdbc.sql("SELECT * FROM school_closure WHERE id = ?")
                .param(id)
                .query(ROW)
                .optional();
    }

    public List<Closure> of(String circonscriptionUai) {
        return jdbc.sql("SELECT *" + OF_CIRCONSCRIPTION + LATEST_FIRST)
                .param("uai", circonscriptionUai)
                .query(ROW)
                .list();
    }

    public Slice<Closure> page(String circonscriptionUai, int page) {
        int total = jdbc.sql("SELECT COUNT(*)" + OF_CIRCONSCRIPTION)
                .param("uai", circonscriptionUai)
                .query(Integer.class)
                .single();
        return Slice.read(page, total, (from, size) -> jdbc.sql("SELECT *" + OF_CIRCONSCRIPTION + LATEST_FIRST
                        + " OFFSET :from ROWS FETCH FIRST :size ROWS ONLY")
                .param("uai", circonscriptionUai)
                .param("from", from)
                .param("size", size)
                .query(ROW)
                .list());
    }

    /** By school, each day between two days; schools without any are left out. */
    public Map<String, Set<LocalDate>> days(
            String circonscriptionUai, Collection<String> schoolUais, LocalDate from, LocalDate until) {
        Map<String, Set<LocalDate>> closed = new HashMap<>();
        for (Closure closure : of(circonscriptionUai)) {
            if (!closure.period().overlaps(from, until)) {
                continue;
            }
            List<LocalDate> days = new ArrayList<>(from.datesUntil(until.plusDays(1))
                    .filter(closure.period()::covers)
                    .toList());
            schoolUais.stream().filter(closure::concerns).forEach(uai -> closed.computeIfAbsent(
                            uai, school -> new HashSet<>())
                    .addAll(days));
        }
        return closed;
    }
}
