package fr.forment.session.closing;

import fr.forment.hours.HoursLedger;
import fr.forment.people.TrainingRecords;
import fr.forment.session.Enrolment;
import fr.forment.session.IssuedPapers;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.TrainingSession;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What somebody has of a session: the attestation, the training in the record, the hours attended. */
@Component
@RequiredArgsConstructor
class Rewards {

    private final Attestations attestations;
    private final IssuedPapers papers;
    private final TrainingRecords records;
    private final HoursLedger hours;
    private final SessionMails mails;
    private final SessionDates dates;

    /** A partial presence is attested for what it was, but is no completed training. Told again, only what is new. */
    void give(TrainingSession session, Enrolment row) {
        Attestations.Issued issued = attestations.issue(
                row, dates.schoolYear(session), dates.now(session).toLocalDate());
        hours.done(row.agentId(), dates.schoolYear(session), row.minutesAttended(), row.hoursKey());
        if (row.state().isComplete()) {
            records.record(row.agentId(), session.moduleCode(), session.day(), source(session));
        }
        if (issued.news()) {
            papers.issue(IssuedPapers.Kind.ATTESTATION, session, row);
            mails.attested(session, row, issued.attestation().number());
        }
    }

    static String source(TrainingSession session) {
        return "session:" + session.id();
    }
}
