package fr.forment.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person is read column by column, for he is read so often: none is forgotten, filled or empty. */
@HouseTest
class AgentRowTest {

    @Autowired
    AgentRepository repository;

    @Autowired
    Agents agents;

    @Autowired
    TestGround ground;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isReadAsSpringDataReadsIt() {
        var circo = ground.circonscription(1);
        Agent empty = circo.teachers().get(0);
        Agent filled = circo.directors().get(0);
        jdbc.sql("UPDATE agent SET email = NULL, function_since = NULL, arrived_on = NULL WHERE id = ?")
                .param(empty.id())
                .update();
        jdbc.sql("""
                UPDATE agent SET version = 7, function_since = DATE '2025-09-01', quotity = 80, constellation = TRUE, arrived_on = DATE '2024-09-02',
                       left_on = DATE '2027-07-05', missing_since = DATE '2026-10-01' WHERE id = ?""").param(filled.id()).update();
        for (long id : new long[] {empty.id(), filled.id()}) {
            assertThat(agents.find(id).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(repository.findById(id).orElseThrow());
        }
        assertThat(agents.find(filled.id()).orElseThrow()).hasNoNullFieldsOrProperties();
        assertThat(agents.find(-1)).isEmpty();
    }
}
