package fr.forment.attendance;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface HalfDayMarks extends ListCrudRepository<HalfDayMark, Long> {

    @Query("SELECT p.* FROM half_day_mark p JOIN enrolment e ON e.id = p.enrolment_id WHERE e.session_id = :sessionId")
    List<HalfDayMark> ofSession(long sessionId);

    List<HalfDayMark> findByEnrolmentId(long enrolmentId);

    Optional<HalfDayMark> findByScanKey(String scanKey);

    /** Those there at the half-day, wholly or in part. */
    @Query("""
            SELECT COUNT(*) FROM half_day_mark p JOIN enrolment e ON e.id = p.enrolment_id
            WHERE e.session_id = :sessionId AND p.starts_at = :startsAt AND p.state IN ('PRESENT', 'PARTIEL')""")
    int there(long sessionId, LocalDateTime startsAt);
}
