package fr.forment.grid;

import fr.forment.catalogue.Profile;
import fr.forment.grid.Homogeneity.Share;
import fr.forment.people.Agents;
import fr.forment.people.Validity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who of the schools of a grid is trained, by module, as staff lists and training records stand today. Parents are
 * told, not trained. Three queries for a whole département.
 */
@Component
@RequiredArgsConstructor
class TrainedShares {

    /** With the module's column, and the join it comes from. */
    private static final String PEOPLE = """
            SELECT school_uai, module_code, directs, COUNT(*) AS people
              FROM (SELECT a.school_uai, %s AS module_code, CASE WHEN a.function = 'DIRECTEUR' THEN 1 ELSE 0 END AS directs
                      FROM need_school n JOIN agent a ON a.school_uai = n.school_uai %s
                     WHERE n.campaign_id = :campaign AND (a.left_on IS NULL OR a.left_on > :today)
                       AND a.function IN ('DIRECTEUR', 'ADJOINT', 'TR', 'CONTRACTUEL', 'PES')) each_one
             GROUP BY school_uai, module_code, directs""";

    private final JdbcClient jdbc;
    private final Agents agents;
    private final GridSources sources;

    private record Zone(String schoolUai, String circonscriptionUai, String sector) {}

    /** People of a school: how many direct it, how many teach. {@code moduleCode}: null where everybody is counted. */
    private record Staff(String schoolUai, String moduleCode, boolean directs, int people) {}

    private record Key(String schoolUai, String moduleCode, boolean directs) {}

    /** One per school and module that somebody there is meant to follow. */
    List<Share> of(long campaignId) {
        Map<Key, Integer> counted = new HashMap<>();
        staff(campaignId, "CAST(NULL AS VARCHAR(20))", "")
                .forEach(staff -> counted.put(new Key(staff.schoolUai(), null, staff.directs()), staff.people()));
        staff(
                        campaignId,
                        "t.module_code",
                        "JOIN (SELECT * FROM training_record r WHERE " + Validity.HOLDS + ") t ON t.agent_id = a.id")
                .forEach(staff ->
                        counted.put(new Key(staff.schoolUai(), staff.moduleCode(), staff.directs()), staff.people()));
        Map<Key, Integer> wanted = administrators(campaignId);
        List<GridModule> modules = sources.modules();
        List<Share> shares = new ArrayList<>();
        for (Zone zone : zones(campaignId)) {
            for (GridModule module : modules) {
                Share share = share(zone, module, counted, wanted);
                if (share.audience() > 0) {
                    shares.add(share);
                }
            }
        }
        return shares;
    }

    private static Share share(Zone zone, GridModule module, Map<Key, Integer> counted, Map<Key, Integer> wanted) {
        int audience = 0;
        int trained = 0;
        boolean directorsApart = module.profiles().contains(Profile.DIRECTEUR);
        if (directorsApart
                || module.profiles()
                        .contains(Profile.ENSEIGNANT)) { // a vacant direction will be filled: there is always one to
            // train
            audience += Math.max(1, counted.getOrDefault(new Key(zone.schoolUai(), null, true), 0));
            trained += counted.getOrDefault(new Key(zone.schoolUai(), module.code(), true), 0);
        }
        int teachersTrained = counted.getOrDefault(new Key(zone.schoolUai(), module.code(), false), 0);
        if (module.profiles().contains(Profile.ENSEIGNANT)) {
            audience += counted.getOrDefault(new Key(zone.schoolUai(), null, false), 0);
            trained += teachersTrained;
        } else if (module.profiles().contains(Profile.ADMINISTRATEUR)) {
            int some = wanted.getOrDefault(new Key(zone.schoolUai(), module.code(), false), 0);
            audience += some;
            trained += Math.min(some, teachersTrained);
        }
        return new Share(zone.circonscriptionUai(), zone.sector(), module.code(), audience, audience - trained);
    }

    private List<Zone> zones(long campaignId) {
        return jdbc.sql("SELECT n.school_uai, s.circonscription_uai, " + Sector.SQL
                        + " AS sector FROM need_school n JOIN school s ON s.uai = n.school_uai"
                        + " WHERE n.campaign_id = :campaign")
                .param("campaign", campaignId)
                .query(Zone.class)
                .list();
    }

    private List<Staff> staff(long campaignId, String module, String join) {
        return jdbc.sql(PEOPLE.formatted(module, join))
                .param("campaign", campaignId)
                .param("today", agents.today())
                .param("held", agents.today())
                .query(Staff.class)
                .list();
    }

    /**
     * How many a school wants to administer its ENT: the grid knows, and they are found among those who do not direct.
     */
    private Map<Key, Integer> administrators(long campaignId) {
        Map<Key, Integer> wanted = new HashMap<>();
        jdbc.sql(
                        "SELECT school_uai, module_code, audience FROM need_line WHERE campaign_id = :campaign AND gone = FALSE AND profile = 'ADMINISTRATEUR'")
                .param("campaign", campaignId)
                .query((row, n) -> wanted.merge(
                        new Key(row.getString("school_uai"), row.getString("module_code"), false),
                        row.getInt("audience"),
                        Integer::sum))
                .list();
        return wanted;
    }
}
