package fr.forment.release;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ReleaseRepository extends ListCrudRepository<EntRelease, Long> {

    /** Waits for whoever changes this version now. */
    @Query("SELECT * FROM ent_release WHERE id = :id FOR UPDATE")
    Optional<EntRelease> lock(long id);

    Optional<EntRelease> findBySessionId(long sessionId);

    boolean existsByCirconscriptionUaiAndLabel(String circonscriptionUai, String label);

    @Query("SELECT * FROM ent_release WHERE circonscription_uai = :uai AND declared_on >= :day ORDER BY service_on, id")
    List<EntRelease> since(String uai, LocalDate day);

    int countByCirconscriptionUaiIn(Collection<String> uais);

    @Query("""
            SELECT * FROM ent_release WHERE circonscription_uai IN (:uais) ORDER BY service_on DESC, id DESC
            OFFSET :from ROWS FETCH FIRST :size ROWS ONLY""")
    List<EntRelease> inCirconscriptions(Collection<String> uais, int from, int size);
}
