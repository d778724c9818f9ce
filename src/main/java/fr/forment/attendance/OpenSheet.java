package fr.forment.attendance;

import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import java.util.List;

/** A session held by the caller, with the half-day that is marked among all of them. */
record OpenSheet(TrainingSession session, List<HalfDay> halfDays, HalfDay halfDay) {}
