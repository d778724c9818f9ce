package fr.forment.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Writes schools, many at a time. */
@Repository
public class SchoolTables {

    private final NamedParameterJdbcTemplate jdbc;
    private final Schools schools;

    SchoolTables(JdbcTemplate jdbc, Schools schools) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.schools = schools;
    }

    /** Open or not, by UAI. */
    public Map<String, School> ofDepartements(Collection<String> codes) {
        return codes.stream()
                .flatMap(code -> schools.everySchoolOf(code).stream())
                .collect(Collectors.toMap(School::uai, Function.identity()));
    }

    public void insert(List<School> created) {
        Schools.changed();
        jdbc.batchUpdate("""
                insert into school (uai, name, address, postal_code, commune_code, commune, departement_code, circonscription_uai, kind,
                       is_public, state, rhythm, classes, pupils, headcount_year, rpi, priority, ulis, latitude, longitude, opened_on,
                       search_text)
                values (:uai, :name, :address, :postalCode, :communeCode, :commune, :departementCode, :circonscriptionUai, :kind,
                       :isPublic, :state, :rhythm, :classes, :pupils, :headcountYear, :rpi, :priority, :ulis, :latitude, :longitude,
                       :openedOn, :searchText)""", rows(created));
    }

    public void update(List<School> changed) {
        Schools.changed();
        jdbc.batchUpdate("""
                update school set name = :name, address = :address, postal_code = :postalCode, commune_code = :communeCode,
                       commune = :commune, departement_code = :departementCode, circonscription_uai = :circonscriptionUai, kind = :kind,
                       is_public = :isPublic, state = :state, rhythm = :rhythm, classes = :classes, pupils = :pupils,
                       headcount_year = :headcountYear, rpi = :rpi, priority = :priority, ulis = :ulis, latitude = :latitude,
                       longitude = :longitude, opened_on = :openedOn, search_text = :searchText
                 where uai = :uai""", rows(changed));
    }

    private static SqlParameterSource[] rows(List<School> schools) {
        return schools.stream().map(SchoolTables::row).toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource row(School school) {
        return new MapSqlParameterSource()
                .addValue("uai", school.uai())
                .addValue("name", school.name())
                .addValue("address", school.address())
                .addValue("postalCode", school.postalCode())
                .addValue("communeCode", school.communeCode())
                .addValue("commune", school.commune())
                .addValue("departementCode", school.departementCode())
                .addValue("circonscriptionUai", school.circonscriptionUai())
                .addValue("kind", school.kind().name())
                .addValue("isPublic", school.isPublic())
                .addValue("state", school.state().name())
                .addValue("rhythm", school.rhythm().name())
                .addValue("classes", school.classes())
                .addValue("pupils", school.pupils())
                .addValue("headcountYear", school.headcountYear())
                .addValue("rpi", school.rpi())
                .addValue("priority", school.priority().name())
                .addValue("ulis", school.ulis())
                .addValue("latitude", school.latitude())
                .addValue("longitude", school.longitude())
                .addValue("openedOn", school.openedOn())
                .addValue("searchText", school.searchText());
    }
}
