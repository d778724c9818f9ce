package fr.forment.people;

import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AgentRepository extends ListCrudRepository<Agent, Long> {

    String ACTIVE = "(left_on IS NULL OR left_on > :today)";
    String BY_NAME = " ORDER BY folded_name, id";

    @Query("SELECT id FROM agent WHERE id = :id FOR UPDATE")
    Optional<Long> hold(long id);

    @Query("SELECT * FROM agent WHERE school_uai = :uai AND " + ACTIVE + BY_NAME)
    List<Agent> inSchool(String uai, LocalDate today);

    @Query("SELECT * FROM agent WHERE circonscription_uai = :uai AND " + ACTIVE + BY_NAME)
    List<Agent> inCirconscription(String uai, LocalDate today);

    @Query("SELECT * FROM agent WHERE departement_code = :code AND " + ACTIVE + BY_NAME)
    List<Agent> inDepartement(String code, LocalDate today);

    @Query("SELECT * FROM agent WHERE departement_code = :code AND function IN (:functions) AND " + ACTIVE + BY_NAME)
    List<Agent> inDepartement(String code, Collection<AgentFunction> functions, LocalDate today);

    @Query("SELECT * FROM agent WHERE circonscription_uai = :uai AND function = :function AND " + ACTIVE + BY_NAME)
    List<Agent> withFunction(String uai, AgentFunction function, LocalDate today);

    @Query(
            "SELECT * FROM agent WHERE school_uai = :uai AND function = 'DIRECTEUR' AND " + ACTIVE
                    // one who no longer stands on the school's list gives way
                    + " ORDER BY CASE WHEN missing_since IS NULL THEN 0 ELSE 1 END, function_since DESC NULLS LAST, id DESC LIMIT 1")
    Optional<Agent> directorOf(String uai, LocalDate today);

    /** The one who directs a school first, see {@link #directorOf}. */
    @Query(
            "SELECT * FROM agent WHERE school_uai IN (:uais) AND function = 'DIRECTEUR' AND " + ACTIVE
                    + " ORDER BY school_uai, CASE WHEN missing_since IS NULL THEN 0 ELSE 1 END, function_since DESC NULLS LAST, id DESC")
    List<Agent> directors(Collection<String> uais, LocalDate today);

    /** Those of which somebody is, or was, on a list. */
    @Query("SELECT DISTINCT school_uai FROM agent WHERE school_uai IN (:uais)")
    List<String> knownSchools(Collection<String> uais);

    @Query("""
            SELECT a.* FROM agent a JOIN account c ON c.agent_id = a.id JOIN account_role r ON r.account_id = c.id
            WHERE r.role = :role AND r.perimeter = :perimeter AND c.enabled = TRUE AND (a.left_on IS NULL OR a.left_on > :today)
            ORDER BY a.folded_name, a.id""")
    List<Agent> withRole(Role role, String perimeter, LocalDate today);

    @Query("""
            SELECT DISTINCT r.perimeter FROM account c JOIN account_role r ON r.account_id = c.id
            WHERE c.agent_id = :agentId AND r.role IN (:roles) AND c.enabled = TRUE""")
    List<String> perimeters(long agentId, Collection<Role> roles);

    @Query("""
            SELECT DISTINCT a.* FROM agent a JOIN account c ON c.agent_id = a.id JOIN account_role r ON r.account_id = c.id
            WHERE r.role IN (:roles) AND r.perimeter = :perimeter AND c.enabled = TRUE AND (a.left_on IS NULL OR a.left_on > :today)
            ORDER BY a.folded_name, a.id""")
    List<Agent> withRoles(Collection<Role> roles, String perimeter, LocalDate today);

    @Query("SELECT * FROM agent WHERE folded_name IN (:foldedNames)")
    List<Agent> named(Collection<String> foldedNames);

    @Query("SELECT * FROM agent WHERE email IN (:emails)")
    List<Agent> withEmails(Collection<String> emails);

    @Query("""
            SELECT * FROM agent WHERE (school_uai IN (:places) OR school_uai IS NULL
                AND (circonscription_uai IN (:places) OR circonscription_uai IS NULL AND departement_code IN (:places)))
            AND\s""" + ACTIVE)
    List<Agent> inPlaces(Collection<String> places, LocalDate today);

    @Query("SELECT * FROM agent WHERE school_uai IN (:uais) AND " + ACTIVE + BY_NAME)
    List<Agent> inSchools(Collection<String> uais, LocalDate today);

    @Query("SELECT * FROM agent WHERE school_uai IS NULL AND (circonscription_uai IN (:places)"
            + " OR circonscription_uai IS NULL AND departement_code IN (:places)) AND " + ACTIVE + BY_NAME)
    List<Agent> inOffices(Collection<String> places, LocalDate today);
}
