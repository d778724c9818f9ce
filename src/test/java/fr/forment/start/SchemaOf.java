package fr.forment.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Flyway's own table as another version of FormENT left it. */
final class SchemaOf {

    private SchemaOf() {}

    /** A version that does not exist yet has been here. */
    static void later(Connection database) throws SQLException {
        made(database, "999", "later", 1);
    }

    /** One migration has been here, and no other. */
    static void made(Connection database, String version, String description, int checksum) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("""
                    CREATE TABLE "flyway_schema_history" ("installed_rank" INT NOT NULL PRIMARY KEY, "version" VARCHAR(50), "description" VARCHAR(200) NOT NULL,
                        "type" VARCHAR(20) NOT NULL, "script" VARCHAR(1000) NOT NULL, "checksum" INT, "installed_by" VARCHAR(100) NOT NULL,
                        "installed_on" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL, "execution_time" INT NOT NULL, "success" BOOLEAN NOT NULL)""");
            statement.execute("INSERT INTO \"flyway_schema_history\" VALUES (1, '" + version + "', '" + description
                    + "', 'SQL', 'V" + version + "__" + description + ".sql', " + checksum
                    + ", 'sa', CURRENT_TIMESTAMP, 1, TRUE)");
        }
    }
}
