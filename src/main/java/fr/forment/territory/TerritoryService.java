package fr.forment.territory;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.Assert;

/** What changes the ground outside of an import by a person. */
@Service
@Transactional
@RequiredArgsConstructor
public class TerritoryService {

    private static final List<String> DEMONSTRATION = List.of(
            "annuaire-education-35-ille-et-vilaine-2023-06.csv",
            "ecoles-effectifs-classes-35-ille-et-vilaine-2019-2022.csv");

    private final ReferenceData reference;
    private final TerritoryImportService imports;
    private final ApplicationEventPublisher events;

    /** Loads what the application ships: académies, circonscriptions, holidays. Doing it again changes nothing. */
    public void loadReference() {
        reference.load();
        events.publishEvent(new CalendarChanged());
    }

    /** Ille-et-Vilaine: 421 public schools in 19 circonscriptions, through the import that everybody uses. */
    public void loadDemonstrationGround() {
        for (String file : DEMONSTRATION) {
            ImportReport report = imports.apply(
                    new ClassPathResource("reference/demo/" + file),
                    file,
                    "035",
                    new ImportChoices(false, false),
                    "démonstration",
                    ImportReach.EVERYWHERE);
            Assert.state(report.saved(), () -> file + ": " + report.errors());
        }
    }
}
