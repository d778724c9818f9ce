package fr.forment.stafflist;

import fr.forment.account.SignedIn;
import fr.forment.people.MyPerimeter;
import fr.forment.stafflist.reading.ColumnMapping;
import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers, for each circonscription, which column is which in files with the same titles. */
@Component
@RequiredArgsConstructor
class ColumnMemory {

    private final JdbcClient jdbc;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final Schools schools;
    private final Clock clock;

    /** What was chosen last in a circonscription of the person's. */
    Optional<ColumnMapping> recall(String signature, List<String> columns) {
        Set<String> where = circonscriptions();
        return where.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                SELECT mapping FROM staff_column_mapping WHERE signature = :signature AND circonscription_uai IN (:where)
                ORDER BY at DESC FETCH FIRST ROW ONLY""")
                        .param("signature", signature)
                        .param("where", where)
                        .query(String.class)
                        .optional()
                        .map(text -> ColumnMapping.parse(text, columns));
    }

    /** @param schoolUai the school the file is about, or null: then for every circonscription of the person's */
    void keep(String signature, String mapping, String schoolUai) {
        for (String uai : schoolUai == null ? circonscriptions() : circonscriptionsOf(Set.of(schoolUai))) {
            jdbc.sql("DELETE FROM staff_column_mapping WHERE circonscription_uai = ? AND signature = ?")
                    .params(uai, signature)
                    .update();
            jdbc.sql(
                            "INSERT INTO staff_column_mapping (circonscription_uai, signature, mapping, at, by_whom) VALUES (?, ?, ?, ?, ?)")
                    .params(uai, signature, mapping, OffsetDateTime.now(clock), me.login())
                    .update();
        }
    }

    private Set<String> circonscriptions() {
        return Stream.concat(
                        mine.circonscriptionsOfPeople().stream().map(Circonscription::uai),
                        circonscriptionsOf(mine.directedSchools()).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> circonscriptionsOf(Collection<String> uais) {
        return schools.findAll(uais).values().stream()
                .map(School::circonscriptionUai)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
