package fr.forment.attack.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.account.AgentFunction;
import fr.forment.attack.Door;
import fr.forment.attack.OnePlace;
import fr.forment.attack.Thing;
import fr.forment.attack.TwoPlaces;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.project.Bilan;
import fr.forment.project.BilanService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * No page is known to its address only: whoever may read one comes to it by clicking, from the own first page on; to
 * what is daily work, in two clicks.
 */
@HouseTest
@Tag("attack")
class ReachedPagesTest {

    private static final List<String> PEOPLE =
            List.of("ien", "erun", "cpc", "secretary", "adviser", "director", "teacher", "dsi", "supplier");
    /** No other test has anything there. */
    private static final String ALONE = "099";

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    TwoPlaces places;

    @Autowired
    BilanService bilans;

    @Autowired
    JdbcClient jdbc;

    private OnePlace place;
    private Agent adviser;

    @TestFactory
    Stream<DynamicTest> everyPageIsFoundByClicking() {
        place = places.make();
        places.begin();
        ripen();
        adviser = ground.agent(NewAgent.inDepartement(
                "Conseil" + place.circo().uai(),
                "Dominique",
                place.circo().uai() + ".c@exemple.invalid",
                AgentFunction.CPD,
                ALONE));
        return PEOPLE.stream().map(who -> DynamicTest.dynamicTest(who, () -> clicksThrough(who)));
    }

    /** What only time brings: its pages have things to show. */
    private void ripen() {
        long project = Long.parseLong(place.of(Thing.PROJECT));
        long campaign = Long.parseLong(place.of(Thing.CAMPAIGN));
        jdbc.sql("INSERT INTO departement SELECT ?, 'Ailleurs', academie FROM departement WHERE code = '035'")
                .param(ALONE)
                .update();
        jdbc.sql("UPDATE circonscription SET departement_code = ? WHERE uai = ?")
                .params(ALONE, place.circo().uai())
                .update();
        jdbc.sql("UPDATE project SET state = 'VAGUES', survey_opens_on = DATE '2026-09-01' WHERE id = ?")
                .param(project)
                .update();
        jdbc.sql("UPDATE vague SET state = 'FORMATION' WHERE project_id = ?")
                .param(project)
                .update();
        jdbc.sql("UPDATE enrolment SET state = 'CONVOQUE' WHERE id = ?")
                .param(place.of(Thing.ENROLMENT))
                .update();
        jdbc.sql(
                        "INSERT INTO plan_need (plan_id, school_uai, module_code, profile, people) VALUES (?, ?, 'PEDA-1', 'ENSEIGNANT', 2)")
                .params(place.of(Thing.DRAFT_PLAN), place.of(Thing.SCHOOL))
                .update();
        jdbc.sql("INSERT INTO need_grid (campaign_id, computed_at, computed_by) VALUES (?, CURRENT_TIMESTAMP, 'x')")
                .param(campaign)
                .update();
        var none = new Bilan.Amounts(0, 0, 0, 0, 0, 0, 0);
        bilans.record(
                project,
                Long.parseLong(place.of(Thing.VAGUE)),
                new Bilan(none, none, 0, 0, 0, 0, 0, 0, null, 0, null, List.of(), List.of(), true));
    }

    private void clicksThrough(String who) throws Exception {
        Authentication person = signedIn(who);
        var followed = new Clicks(address -> ask(person, address));
        Map<String, Integer> clicks = followed.from("/");
        Map<String, String> dead = new TreeMap<>(followed.dead());
        dead.remove("/demonstration"); // its page is the demonstration's, whose clock the tests have
        if (who.equals("adviser")) {
            dead.keySet()
                    .removeIf(
                            path -> path.matches("/personnels/\\d+")); // ripen() moves the place alone, not its people
        }
        assertThat(dead).as("links that %s is shown and may not open", who).isEmpty();
        Map<String, String> lost = new TreeMap<>();
        for (Door door : pages()) {
            String page = door.path;
            int most = KnownWays.most(page, who);
            int found = clicks.entrySet().stream()
                    .filter(each -> Clicks.matches(page, each.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            if (found > most && ask(person, address(door)).getStatus() == 200) {
                lost.put(page, found == Integer.MAX_VALUE ? "no way leads there" : found + " clicks");
            }
        }
        assertThat(lost).as("pages that %s may read and does not find", who).isEmpty();
    }

    private static List<Door> pages() {
        return ReadPages.all()
                .collect(Collectors.toMap(door -> door.path, door -> door, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private Authentication signedIn(String who) {
        switch (who) {
            case "adviser" -> ground.as(adviser);
            default -> ground.as(place.people().get(who));
        }
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return person;
    }

    private String address(Door door) {
        Map<String, String> values = new LinkedHashMap<>(door.typed);
        door.ids.forEach(id -> values.put(id.name(), place.of(id.thing())));
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(door.path);
        values.keySet().stream()
                .filter(name -> !door.path.contains("{" + name + "}"))
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.build(values).toString();
    }

    private MockHttpServletResponse ask(Authentication person, String address) throws Exception {
        return web.perform(get(java.net.URI.create(address))
                        .with(SecurityMockMvcRequestPostProcessors.authentication(person)))
                .andReturn()
                .getResponse();
    }
}
