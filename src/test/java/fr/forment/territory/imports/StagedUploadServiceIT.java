package fr.forment.territory.imports;

import fr.forment.territory.PostgresTestDatabase;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@ContextConfiguration(classes = PostgresTestDatabase.class, inheritLocations = false)
class StagedUploadServiceIT extends StagedUploadServiceTest {}
