package fr.forment.attack.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.Statements;
import fr.forment.TestGround;
import fr.forment.account.AgentFunction;
import fr.forment.attack.Door;
import fr.forment.attack.Handled;
import fr.forment.attack.OnePlace;
import fr.forment.attack.Thing;
import fr.forment.attack.TwoPlaces;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.session.IssuedPapers;
import fr.forment.session.Sessions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * No page asks the database per row: each is read with a few of everything, then with ten times as many, and says no
 * more to it. A list says little at all; the page of one thing gathers what many rooms know of it.
 */
@HouseTest
@Tag("attack")
class PageStatementsTest {

    private static final int FEW = 2; // besides the one of each that the place has
    private static final int MANY = 30;

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    TwoPlaces places;

    @Autowired
    ManyRows rows;

    @Autowired
    Statements statements;

    @Autowired
    IssuedPapers papers;

    @Autowired
    Sessions sessions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private OnePlace place;
    private Agent adviser;

    @TestFactory
    Stream<DynamicTest> asksNoMoreForManyRows() throws Exception {
        place = places.make();
        places.begin();
        adviser = ground.agent(NewAgent.inDepartement(
                "Conseil" + place.circo().uai(),
                "Dominique",
                place.circo().uai() + ".c@exemple.invalid",
                AgentFunction.CPD,
                "035"));
        papers.issue(
                IssuedPapers.Kind.CONVOCATION,
                sessions.find(Long.parseLong(place.of(Thing.SESSION))).orElseThrow(),
                sessions.enrolment(Long.parseLong(place.of(Thing.ENROLMENT))).orElseThrow());
        rows.grow(place, FEW);
        Map<Door, List<String>> few = new LinkedHashMap<>();
        for (Door door : ReadPages.all().toList()) {
            few.put(door, saidWith(door));
        }
        rows.grow(place, MANY);
        return few.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey() + " for " + each.getKey().actor, () -> compare(each.getKey(), each.getValue())));
    }

    /** A page that nobody put into the table is one that nobody counted. */
    @Test
    void knowsEveryPage() {
        var known = ReadPages.all().map(Door::call).collect(Collectors.toSet());
        known.addAll(ReadPages.OTHERWISE.keySet());
        var missing = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("fr.forment")
                    && handler.getMethod().getReturnType() == String.class
                    && !handler.hasMethodAnnotation(ResponseBody.class)) {
                Handled.of(mapping, handler)
                        .map(Handled::call)
                        .filter(call -> call.startsWith("GET ") && !known.contains(call))
                        .forEach(missing::add);
            }
        });
        assertThat(missing).as("pages whose statements nobody counts").isEmpty();
    }

    private void compare(Door door, List<String> few) throws Exception {
        Statements.Counted<MockHttpServletResponse> now = ask(door);
        for (int again = 0; again < 2 && now.said().size() > few.size(); again++) {
            now = ask(door); // the house's own beats are counted with what a page asks: they only add
        }
        assertThat(now.answer().getStatus()).as("%s for %s", door, door.actor).isEqualTo(200);
        assertThat(now.said().size())
                .as("statements of %s for %s with many rows, %d with few: %s", door, door.actor, few.size(), now.told())
                .isLessThanOrEqualTo(few.size());
        assertThat(now.said().size())
                .as("statements of %s for %s: %s", door, door.actor, now.told())
                .isLessThanOrEqualTo(ReadPages.most(door));
    }

    /** A page that breaks does so again, and says so, in its own test. */
    private List<String> saidWith(Door door) {
        try {
            return ask(door).said();
        } catch (Exception broken) {
            return List.of();
        }
    }

    private Statements.Counted<MockHttpServletResponse> ask(Door door) throws Exception {
        Map<String, String> values = new LinkedHashMap<>(door.typed);
        door.ids.forEach(id -> values.put(id.name(), place.of(id.thing())));
        switch (door.actor) {
            case "admin" -> ground.as("admin");
            case "adviser" -> ground.as(adviser);
            default -> ground.as(place.people().get(door.actor));
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        var request = get(UriComponentsBuilder.fromPath(door.path).build(values))
                .with(SecurityMockMvcRequestPostProcessors.authentication(who));
        new ArrayList<>(values.keySet())
                .stream()
                        .filter(name -> !door.path.contains("{" + name + "}"))
                        .forEach(name -> request.param(name, values.get(name)));
        return statements.during(() -> web.perform(request).andReturn().getResponse());
    }
}
