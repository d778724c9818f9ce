package fr.forment.grid;

import fr.forment.catalogue.Profile;
import fr.forment.grid.Homogeneity.Share;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The grid as pages read it: sums and one page of schools at a time, one query each whatever the number of schools. */
@Repository
@RequiredArgsConstructor
public class GridFigures {

    private static final String FROM_LINES = """
              FROM need_line l LEFT JOIN school s ON s.uai = l.school_uai
              LEFT JOIN need_school n ON n.campaign_id = l.campaign_id AND n.school_uai = l.school_uai
             WHERE l.campaign_id = :campaign AND l.gone = FALSE
            """;
    private static final String FROM_SCHOOLS =
            " FROM need_school n JOIN school s ON s.uai = n.school_uai WHERE n.campaign_id = :campaign";
    private static final String SCHOOL = """
            SELECT n.school_uai, s.name, s.commune, n.estimated, n.classes, n.declared_teachers, n.listed_teachers, n.declared_constellation,
                   n.listed_constellation, n.priority, n.priority_reason
            """;
    private static final String BY_PRIORITY = " ORDER BY n.priority, s.commune, s.name, s.uai";

    /**
     * People of one profile in one module, over all places looked at.
     *
     * @param corrected what corrections by hand add to the computed figure, or take from it
     * @param places where somebody is to train
     * @param estimated of {@code people}, those of schools that did not answer
     * @param discovering people who discover the theme, as schools say, before any deduction; {@code beginning} those
     *     who begin
     */
    public record Total(
            String moduleCode,
            Profile profile,
            int asked,
            int trained,
            int withoutHours,
            int corrected,
            int people,
            int places,
            int estimated,
            int discovering,
            int beginning) {}

    /** The survey of a school. {@code at}: when it answered, null while it has not. */
    public record Heard(long surveyId, String schoolUai, OffsetDateTime at, String byWhom, boolean late) {}

    /** How a school was ranked. {@code facts}: JSON, what the table was asked with. */
    public record Ranked(
            String schoolUai,
            String name,
            String commune,
            int priority,
            String priorityReason,
            String priorityRule,
            String priorityFacts) {}

    private final JdbcClient jdbc;
    private final Grid grid;
    private final TrainedShares trained;

    /** Empty until the grid is computed a first time. */
    public Optional<OffsetDateTime> computedAt(long campaignId) {
        return grid.computedAt(campaignId);
    }

    public List<Total> totals(long campaignId, GridFilter filter) {
        return with(
                        """
                SELECT l.module_code, l.profile, SUM(l.asked) AS asked, SUM(l.asked - l.without_hours - l.computed) AS trained,
                       SUM(l.without_hours) AS without_hours, SUM(l.people - l.computed) AS corrected, SUM(l.people) AS people,
                       COUNT(CASE WHEN l.people > 0 THEN 1 END) AS places, SUM(CASE WHEN n.estimated = TRUE THEN l.people ELSE 0 END) AS estimated,
                       SUM(COALESCE(l.discovering, 0)) AS discovering,
                       SUM(CASE WHEN l.discovering IS NULL THEN 0 ELSE l.declared - l.discovering END) AS beginning
                """ + FROM_LINES + filter.lineCondition() + " GROUP BY l.module_code, l.profile",
                        campaignId,
                        filter)
                .query(Total.class)
                .list();
    }

    public int countSchools(long campaignId, GridFilter filter) {
        return with("SELECT COUNT(*)" + FROM_SCHOOLS + filter.schoolCondition(), campaignId, filter)
                .query(Integer.class)
                .single();
    }

    /** First those to serve first. */
    public List<GridSchool> schools(long campaignId, GridFilter filter, int from, int most) {
        return with(
                        SCHOOL + FROM_SCHOOLS + filter.schoolCondition() + BY_PRIORITY
                                + " OFFSET :from ROWS FETCH NEXT :most ROWS ONLY",
                        campaignId,
                        filter)
                .param("from", from)
                .param("most", most)
                .query(GridSchool.class)
                .list();
    }

    public Optional<GridSchool> school(long campaignId, String uai) {
        return Optional.ofNullable(schoolsOf(campaignId, List.of(uai)).get(uai));
    }

    public Map<String, GridSchool> schoolsOf(long campaignId, List<String> uais) {
        return uais.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(SCHOOL + FROM_SCHOOLS + " AND n.school_uai IN (:uais)")
                        .param("campaign", campaignId)
                        .param("uais", uais)
                        .query(GridSchool.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(GridSchool::schoolUai, Function.identity()));
    }

    /** Of the people of the circonscriptions; none where the filter asks for schools alone. */
    public List<GridLine> linesOfTeams(long campaignId, GridFilter filter) {
        return with(
                        Grid.LINES
                                + " LEFT JOIN school s ON s.uai = l.school_uai LEFT JOIN need_school n ON n.school_uai = s.uai AND n.campaign_id = l.campaign_id"
                                + " WHERE l.campaign_id = :campaign AND l.gone = FALSE AND s.uai IS NULL"
                                + filter.lineCondition() + " ORDER BY l.id",
                        campaignId,
                        filter)
                .query(Grid.LINE)
                .list();
    }

    /** Of these places; a thousand at most. */
    public List<GridLine> linesOf(long campaignId, List<String> places, GridFilter filter) {
        return places.isEmpty()
                ? List.of()
                : jdbc.sql(Grid.LINES
                                + " WHERE l.campaign_id = :campaign AND l.gone = FALSE AND l.school_uai IN (:places)"
                                + (filter.module().isEmpty() ? "" : " AND l.module_code = :module") + " ORDER BY l.id")
                        .param("campaign", campaignId)
                        .param("places", places)
                        .param("module", filter.module())
                        .query(Grid.LINE)
                        .list();
    }

    public Optional<GridLine> line(long lineId) {
        return grid.line(lineId);
    }

    /** Of one module and profile, most people first. */
    public List<GridLine> contributions(long campaignId, Profile profile, GridFilter filter, int from, int most) {
        return with(
                        Grid.LINES
                                + " LEFT JOIN school s ON s.uai = l.school_uai LEFT JOIN need_school n ON n.campaign_id = l.campaign_id AND n.school_uai = l.school_uai"
                                + " WHERE l.campaign_id = :campaign AND l.gone = FALSE AND l.profile = :profile"
                                + filter.lineCondition()
                                + " ORDER BY l.people DESC, l.asked DESC, s.commune, s.name, l.id OFFSET :from ROWS FETCH NEXT :most ROWS ONLY",
                        campaignId,
                        filter)
                .param("profile", profile.name())
                .param("from", from)
                .param("most", most)
                .query(Grid.LINE)
                .list();
    }

    public int countContributions(long campaignId, Profile profile, GridFilter filter) {
        return with(
                        "SELECT COUNT(*)" + FROM_LINES + " AND l.profile = :profile" + filter.lineCondition(),
                        campaignId,
                        filter)
                .param("profile", profile.name())
                .query(Integer.class)
                .single();
    }

    /**
     * Who is trained today, over the circonscriptions where there are several, else over the sectors.
     *
     * @param own the circonscriptions looked at; schools without one are looked at with any
     * @param labels UAI of a circonscription to its name
     */
    public Homogeneity homogeneity(long campaignId, Set<String> own, List<String> modules, Map<String, String> labels) {
        List<Share> shares = trained.of(campaignId).stream()
                .filter(share -> share.circonscriptionUai() == null || own.contains(share.circonscriptionUai()))
                .toList();
        Map<String, String> sectors =
                sectors(campaignId).stream().collect(Collectors.toMap(Sector::key, Sector::label, (one, other) -> one));
        boolean several =
                shares.stream().map(Share::circonscriptionUai).distinct().count() > 1;
        return Homogeneity.of(
                shares,
                modules,
                share -> several
                        ? labels.getOrDefault(share.circonscriptionUai(), "Sans circonscription")
                        : sectors.getOrDefault(share.sector(), share.sector()));
    }

    public List<Ranked> ranked(long campaignId, GridFilter filter, int from, int most) {
        return with(
                        "SELECT n.school_uai, s.name, s.commune, n.priority, n.priority_reason, n.priority_rule, n.priority_facts"
                                + FROM_SCHOOLS + filter.schoolCondition() + BY_PRIORITY
                                + " OFFSET :from ROWS FETCH NEXT :most ROWS ONLY",
                        campaignId,
                        filter)
                .param("from", from)
                .param("most", most)
                .query(Ranked.class)
                .list();
    }

    /** How many schools each rule of the table has ranked, among those looked at. */
    public Map<String, Integer> schoolsPerRule(long campaignId, GridFilter filter) {
        record Count(String rule, int schools) {}
        Map<String, Integer> counts = new LinkedHashMap<>();
        with(
                        "SELECT n.priority_rule AS rule, COUNT(*) AS schools" + FROM_SCHOOLS + filter.schoolCondition()
                                + " GROUP BY n.priority_rule",
                        campaignId,
                        filter)
                .query(Count.class)
                .list()
                .forEach(count -> counts.put(count.rule(), count.schools()));
        return counts;
    }

    /** By circonscription and label. */
    public List<Sector> sectors(long campaignId) {
        record Place(String circonscriptionUai, String sector, String commune) {}
        Map<List<String>, TreeSet<String>> communes = new LinkedHashMap<>();
        jdbc.sql("SELECT DISTINCT COALESCE(s.circonscription_uai, '') AS circonscription_uai, " + Sector.SQL
                        + " AS sector, s.commune" + FROM_SCHOOLS)
                .param("campaign", campaignId)
                .query(Place.class)
                .list()
                .forEach(place -> communes.computeIfAbsent(
                                List.of(place.circonscriptionUai(), place.sector()), key -> new TreeSet<>())
                        .add(place.commune()));
        return communes.entrySet().stream()
                .map(each -> Sector.of(each.getKey().get(0), each.getKey().get(1), each.getValue()))
                .sorted(Comparator.comparing(Sector::circonscription).thenComparing(Sector::label))
                .toList();
    }

    /** Whether these schools were heard, by UAI; a thousand at most. */
    public Map<String, Heard> heard(long campaignId, List<String> uais) {
        return uais.isEmpty()
                ? Map.of()
                : jdbc.sql("""
                SELECT v.id AS survey_id, v.school_uai, a.answered_at AS at, a.answered_by AS by_whom, COALESCE(a.late, FALSE) AS late
                  FROM survey v LEFT JOIN survey_answer a ON a.survey_id = v.id WHERE v.campaign_id = :campaign AND v.school_uai IN (:uais)""").param("campaign", campaignId).param("uais", uais).query(Heard.class).list().stream()
                        .collect(Collectors.toMap(Heard::schoolUai, Function.identity()));
    }

    /** Of the campaign, in the order they were made. */
    public List<GridCorrection> corrections(long campaignId) {
        return grid.corrections(campaignId);
    }

    public List<GridCorrection> correctionsOf(long lineId) {
        return grid.correctionsOf(lineId);
    }

    private JdbcClient.StatementSpec with(String sql, long campaignId, GridFilter filter) {
        return jdbc.sql(sql).param("campaign", campaignId).params(filter.values());
    }
}
