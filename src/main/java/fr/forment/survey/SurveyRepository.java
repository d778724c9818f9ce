package fr.forment.survey;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

public interface SurveyRepository extends ListCrudRepository<Survey, Long> {

    /** By commune and name of the school. */
    @Query("""
            SELECT v.* FROM survey v JOIN school s ON s.uai = v.school_uai
            WHERE v.campaign_id = :campaignId ORDER BY s.commune, s.name, s.uai""")
    List<Survey> ofCampaign(long campaignId);

    Optional<Survey> findByCampaignIdAndSchoolUai(Long campaignId, String schoolUai);

    @Query("SELECT * FROM survey WHERE campaign_id = :campaignId AND state = 'INVITE' ORDER BY id")
    List<Survey> silent(long campaignId);

    /**
     * Those of the round; who was asked apart has days of its own. In no order that matters, but the one of an index:
     * H2 sorts them all otherwise.
     */
    @Query(
            "SELECT * FROM survey WHERE campaign_id = :campaignId AND state = 'INVITE' AND own_due IS NULL ORDER BY campaign_id, state, backup, id FETCH FIRST :most ROWS ONLY")
    List<Survey> someSilent(long campaignId, int most);

    @Query("SELECT * FROM survey WHERE campaign_id = :campaignId AND school_uai IN (:uais) ORDER BY id")
    List<Survey> ofSchools(long campaignId, Collection<String> uais);

    /** Those of schools that are not closed, after this one in the order of the UAI. */
    @Query("""
            SELECT * FROM survey WHERE campaign_id = :campaignId AND school_uai > :after AND state <> 'ECOLE_FERMEE'
            ORDER BY campaign_id, school_uai FETCH FIRST :most ROWS ONLY""")
    List<Survey> openAfter(long campaignId, String after, int most);

    /** Where schools were asked that are not closed. */
    @Query("""
            SELECT DISTINCT s.circonscription_uai FROM survey v JOIN school s ON s.uai = v.school_uai
            WHERE v.campaign_id = :campaignId AND v.state <> 'ECOLE_FERMEE' AND s.circonscription_uai IS NOT NULL""")
    List<String> circonscriptions(long campaignId);

    /** Silent, and open to the director only. */
    @Query("""
            SELECT * FROM survey WHERE campaign_id = :campaignId AND state = 'INVITE' AND backup IS NULL AND own_due IS NULL
            ORDER BY campaign_id, state, backup, id FETCH FIRST :most ROWS ONLY""")
    List<Survey> someSilentWithoutBackup(long campaignId, int most);

    /** Silent, and open to that role besides the director. */
    @Query("""
            SELECT * FROM survey WHERE campaign_id = :campaignId AND state = 'INVITE' AND backup = :backup AND own_due IS NULL
            ORDER BY campaign_id, state, backup, id FETCH FIRST :most ROWS ONLY""")
    List<Survey> someSilentWithBackup(long campaignId, String backup, int most);

    /** Silent, with a task that tells an earlier deadline: it only ever moves back. */
    @Query("""
            SELECT id FROM survey WHERE campaign_id = :campaignId AND state = 'INVITE' AND due_on < :deadline
            ORDER BY campaign_id, state, due_on, id FETCH FIRST :most ROWS ONLY""")
    List<Long> dueEarlier(long campaignId, LocalDate deadline, int most);

    @Modifying
    @Query("UPDATE survey SET due_on = :deadline WHERE id IN (:ids)")
    void noteDue(Collection<Long> ids, LocalDate deadline);

    @Query("SELECT * FROM survey WHERE school_uai IN (:uais) AND state = 'INVITE'")
    List<Survey> silentOfSchools(Collection<String> uais);

    /** Silent, asked apart from the round. */
    @Query("SELECT * FROM survey WHERE campaign_id = :campaignId AND state = 'INVITE' AND own_due IS NOT NULL")
    List<Survey> silentApart(long campaignId);

    @Query("SELECT * FROM survey WHERE school_uai IN (:uais) ORDER BY id DESC")
    List<Survey> everOf(Collection<String> uais);
}
