package fr.forment.selfstudy.process;

import fr.forment.engine.ProcessSteps;
import fr.forment.selfstudy.SelfStudies;
import fr.forment.selfstudy.SelfStudyDates;
import fr.forment.selfstudy.SelfStudyService;
import lombok.RequiredArgsConstructor;

/** What the model {@code selfStudy} asks; the key is its id. */
@ProcessSteps
@RequiredArgsConstructor
public class SelfStudySteps {

    private final SelfStudyService service;
    private final SelfStudies studies;
    private final SelfStudyDates dates;

    public void announce(long key) {
        service.announce(key);
    }

    public String reminderDate(long key, int rank) {
        return dates.reminder(studies.find(key).orElseThrow(), rank);
    }

    public void remind(long key) {
        service.remind(key);
    }

    public void tellDirectors(long key) {
        service.tellDirectors(key);
    }
}
