package fr.forment.territory;

import fr.forment.database.OfTransaction;
import fr.forment.database.Slice;
import fr.forment.french.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The schools. Lists hold open schools only, by commune and name; a closed one is still found by its UAI. */
@Repository
@RequiredArgsConstructor
public class Schools {

    private static final String SELECT = """
            select uai, name, address, postal_code, commune_code, commune, departement_code, circonscription_uai, kind,
                   is_public, state, rhythm, classes, pupils, headcount_year, rpi, priority, ulis, latitude, longitude, opened_on
              from school
            """;
    private static final String OPEN = " and is_public = true and state = 'OUVERT'";
    private static final String BY_PLACE = " order by commune, name, uai";

    /** Databases bound the number of parameters of one statement. */
    private static final int CHUNK = 1000;

    /** Each step of a command asks for the same one. */
    private static final OfTransaction<Map<String, School>> KNOWN = new OfTransaction<>(HashMap::new);

    private final JdbcClient jdbc;

    public Optional<School> find(String uai) {
        Map<String, School> known = KNOWN.get();
        Optional<School> found = Optional.ofNullable(known.get(uai)).or(() -> read(uai));
        found.ifPresent(each -> known.put(uai, each));
        return found;
    }

    /** Schools were written in this transaction. */
    static void changed() {
        KNOWN.forget();
    }

    private Optional<School> read(String uai) {
        return jdbc.sql(SELECT + " where uai = :uai")
                .param("uai", uai)
                .query(School.class)
                .optional();
    }

    /** Several at once, open or not, by UAI; unknown ones are left out. */
    public Map<String, School> findAll(Collection<String> uais) {
        Map<String, School> found = new HashMap<>();
        Map<String, School> known = KNOWN.get();
        uais.stream().filter(known::containsKey).forEach(uai -> found.put(uai, known.get(uai)));
        List<String> asked =
                uais.stream().filter(uai -> !known.containsKey(uai)).distinct().toList();
        for (int from = 0; from < asked.size(); from += CHUNK) {
            jdbc.sql(SELECT + " where uai in (:uais)")
                    .param("uais", asked.subList(from, Math.min(from + CHUNK, asked.size())))
                    .query(School.class)
                    .list()
                    .forEach(school -> {
                        found.put(school.uai(), school);
                        known.put(school.uai(), school);
                    });
        }
        return found;
    }

    public List<School> inCirconscription(String circonscriptionUai) {
        return jdbc.sql(SELECT + " where circonscription_uai = :uai" + OPEN + BY_PLACE)
                .param("uai", circonscriptionUai)
                .query(School.class)
                .list();
    }

    /** Of several circonscriptions, each school by its UAI with that of its circonscription; one statement. */
    public Map<String, String> byCirconscription(Collection<String> circonscriptionUais) {
        Map<String, String> found = new HashMap<>();
        if (!circonscriptionUais.isEmpty()) {
            jdbc.sql("select uai, circonscription_uai from school where circonscription_uai in (:uais)" + OPEN)
                    .param("uais", circonscriptionUais)
                    .query(row -> {
                        found.put(row.getString(1), row.getString(2));
                    });
        }
        return found;
    }

    public List<School> inDepartement(String code) {
        return jdbc.sql(SELECT + " where departement_code = :code" + OPEN + BY_PLACE)
                .param("code", code)
                .query(School.class)
                .list();
    }

    List<School> everySchoolOf(String departementCode) {
        return jdbc.sql(SELECT + " where departement_code = :code")
                .param("code", departementCode)
                .query(School.class)
                .list();
    }

    /**
     * Every word of the text is in the name, the commune, the postal code or the UAI; case and accents do not matter.
     */
    public Slice<School> search(String text, int page) {
        Map<String, String> words = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        for (String word : Names.fold(text).split(" ")) {
            conditions.add("search_text like :w" + words.size());
            words.put("w" + words.size(), "%" + word + "%");
        }
        String where = " where " + String.join(" and ", conditions) + OPEN;
        int total = jdbc.sql("select count(*) from school" + where)
                .params(words)
                .query(Integer.class)
                .single();
        return Slice.read(page, total, (from, size) -> jdbc.sql(
                        SELECT + where + BY_PLACE + " offset :from rows fetch first :size rows only")
                .params(words)
                .param("from", from)
                .param("size", size)
                .query(School.class)
                .list());
    }
}
