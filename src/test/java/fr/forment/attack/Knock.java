package fr.forment.attack;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fr.forment.TestGround;
import fr.forment.people.Agent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.util.UriComponentsBuilder;

/** Knocks at a door of the table as somebody, with an id and a text for each name it takes. */
record Knock(MockMvc web, TestGround ground) {

    /** What its own people send. */
    static Map<String, String> values(Door door, OnePlace place) {
        Map<String, String> values = new LinkedHashMap<>(door.typed);
        door.ids.forEach(id -> values.put(id.name(), place.of(id.thing())));
        return values;
    }

    MvcResult ask(Door door, Agent who, Map<String, String> values) throws Exception {
        ground.as(who);
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        List<String> inPath = values.keySet().stream()
                .filter(name -> door.path.contains("{" + name + "}"))
                .toList();
        var uri = UriComponentsBuilder.fromPath(door.path)
                .build(values.entrySet().stream()
                        .filter(each -> inPath.contains(each.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        var request = request(HttpMethod.valueOf(door.method), uri)
                .with(SecurityMockMvcRequestPostProcessors.authentication(signedIn))
                .with(csrf());
        if (door.method.equals("PUT")) {
            request.contentType(MediaType.APPLICATION_JSON).content("{\"values\":{},\"revision\":0}");
        }
        values.forEach((name, value) -> {
            if (name.contains("#")) {
                request.param(name.replace("#", value), door.typed.get(name));
            } else if (!inPath.contains(name)) {
                request.param(
                        name,
                        door.ids.stream().anyMatch(id -> id.name().equals(name) && id.many() && !id.inOneText())
                                ? value.split(",")
                                : new String[] {value});
            }
        });
        return web.perform(request).andReturn();
    }
}
