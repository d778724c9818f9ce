package fr.forment.territory;

import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@ContextConfiguration(classes = PostgresTestDatabase.class, inheritLocations = false)
class SchoolClosedIT extends SchoolClosedTest {}
