package fr.forment.territory;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open schools, classes and pupils of each circonscription, counted by the database. */
@Repository
@RequiredArgsConstructor
public class TerritoryFigures {

    private final JdbcClient jdbc;

    /** By département and name; only circonscriptions that have an open school. */
    public List<Line> ofCirconscriptions() {
        return jdbc.sql("""
                select c.uai, c.short_name, d.name as departement, count(*) as schools, coalesce(sum(s.classes), 0) as classes,
                       coalesce(sum(s.pupils), 0) as pupils
                  from school s
                  join circonscription c on c.uai = s.circonscription_uai
                  join departement d on d.code = c.departement_code
                 where s.state = 'OUVERT'
                 group by c.uai, c.short_name, d.name, d.code
                 order by d.code, c.short_name""").query(Line.class).list();
    }

    /** One circonscription; 0 classes means that no headcount was imported. */
    public record Line(String uai, String shortName, String departement, int schools, int classes, int pupils) {}
}
