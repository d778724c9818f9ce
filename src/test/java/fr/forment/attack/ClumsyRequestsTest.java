package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fr.forment.HouseTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page asked with nothing, with nonsense and without the file it wants: none breaks down. */
@HouseTest
@Tag("attack")
class ClumsyRequestsTest {

    private static final List<String> NONSENSE = List.of(
            "",
            "x%",
            "-1",
            "999999999999999999999",
            "2026-13-45",
            "-99999999-01-04",
            "+999999999-12-31",
            "1,2",
            "\u0000");

    private static final Set<Class<?>> FIGURES =
            Set.of(int.class, Integer.class, LocalDate.class, LocalTime.class, LocalDateTime.class);

    @Autowired
    MockMvc web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    private static SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor operator() {
        return SecurityMockMvcRequestPostProcessors.user("admin")
                .roles(
                        "ADMIN",
                        "IEN",
                        "IEN_NUMERIQUE",
                        "SECRETAIRE",
                        "DIRECTEUR",
                        "ERUN",
                        "CPC",
                        "CPD",
                        "DSI",
                        "FOURNISSEUR");
    }

    @Test
    void noPageBreaksDown() throws Exception {
        Set<String> broken = new TreeSet<>();
        int tried = 0;
        for (var page : pages.getHandlerMethods().entrySet()) {
            if (!page.getValue().getBeanType().getName().startsWith("fr.forment.")) {
                continue;
            }
            Collection<RequestMethod> methods =
                    page.getKey().getMethodsCondition().getMethods().isEmpty()
                            ? List.of(RequestMethod.GET)
                            : page.getKey().getMethodsCondition().getMethods();
            List<String> names = Arrays.stream(page.getValue().getMethodParameters())
                    .filter(p -> p.hasParameterAnnotation(RequestParam.class))
                    .map(ClumsyRequestsTest::name)
                    .toList();
            for (String pattern : page.getKey().getPatternValues()) {
                for (String id : List.of("1", "x", "999999999999999999999")) {
                    for (String value : names.isEmpty() ? List.of("") : NONSENSE) {
                        tried++;
                        for (RequestMethod method : methods) {
                            String path = pattern.replaceAll("\\{[^}/]+(\\{[^}]*})?[^}/]*}", id);
                            MockHttpServletRequestBuilder asked = request(HttpMethod.valueOf(method.name()), "/x")
                                    .with(csrf())
                                    .with(operator())
                                    .with(where -> {
                                        where.setRequestURI(path);
                                        where.setPathInfo(path);
                                        return where;
                                    });
                            names.forEach(name -> asked.param(name, value));
                            String told = method + " " + pattern + " id " + id
                                    + (names.isEmpty() ? "" : " " + names + "=" + value.replace("\u0000", "NUL"));
                            try {
                                int status = web.perform(asked)
                                        .andReturn()
                                        .getResponse()
                                        .getStatus();
                                if (status >= 500) {
                                    broken.add(told + " -> " + status);
                                }
                            } catch (Exception e) {
                                broken.add(told + " -> " + root(e));
                            }
                        }
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(500);
        assertThat(broken).isEmpty();
    }

    private static String name(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        return !named.name().isEmpty()
                ? named.name()
                : !named.value().isEmpty()
                        ? named.value()
                        : parameter.getParameter().getName();
    }

    private static String root(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** The day, hour or number that cannot be read is asked again; the text of the same form comes back as typed. */
    @Test
    void whatWasTypedComesBackWithTheValueThatCannotBeRead() throws Exception {
        Set<String> lost = new TreeSet<>();
        Set<String> judged = new TreeSet<>();
        for (var page : pages.getHandlerMethods().entrySet()) {
            if (!page.getValue().getBeanType().getName().startsWith("fr.forment.")
                    || !page.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST)
                    || Stream.of(page.getValue().getMethodParameters())
                            .anyMatch(p -> MultipartFile.class.isAssignableFrom(p.getParameterType()))) {
                continue;
            }
            for (Map.Entry<String, Class<?>> figure : figures(page.getValue()).entrySet()) {
                for (String pattern : page.getKey().getPatternValues()) {
                    String path = pattern.replaceAll("\\{[^}/]+(\\{[^}]*})?[^}/]*}", "1");
                    var asked = post(path);
                    others(page.getValue(), figure.getKey()).forEach(asked::param);
                    var answer = web.perform(asked.param(figure.getKey(), "9,5 x")
                                    .param("texte", "Ceci <b>a été</b> tapé")
                                    .with(csrf())
                                    .with(operator()))
                            .andReturn()
                            .getResponse();
                    if (answer.getStatus() != 400) {
                        continue;
                    }
                    judged.add(path + " " + figure.getKey());
                    var form = Jsoup.parse(answer.getContentAsString()).select("main form[action=" + path + "]");
                    boolean isKept = form.select("input[name=" + figure.getKey() + "]:not([type=hidden])")
                                    .attr("value")
                                    .equals("9,5 x")
                            && form.select("input[name=texte]").attr("value").equals("Ceci <b>a été</b> tapé");
                    if (!isKept) {
                        lost.add(path + " " + figure.getKey());
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(judged).hasSizeGreaterThan(15);
    }

    private static Map<String, String> others(HandlerMethod page, String figure) {
        Map<String, String> values = new TreeMap<>();
        for (MethodParameter parameter : page.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)
                    && !name(parameter).equals(figure)) {
                Class<?> type = parameter.getParameterType();
                values.put(
                        name(parameter),
                        type.isEnum()
                                ? ((Enum<?>) type.getEnumConstants()[0]).name()
                                : type == LocalDate.class ? "2026-11-24" : "1");
            }
        }
        return values;
    }

    /** Parameters and components of forms that are read as figures. */
    private static Map<String, Class<?>> figures(HandlerMethod page) {
        Map<String, Class<?>> found = new TreeMap<>();
        for (MethodParameter parameter : page.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            if (parameter.hasParameterAnnotation(RequestParam.class) && FIGURES.contains(type)) {
                found.put(name(parameter), type);
            } else if (type.isRecord() && !parameter.hasParameterAnnotation(RequestParam.class)) {
                Stream.of(type.getRecordComponents())
                        .filter(each -> FIGURES.contains(each.getType()))
                        .forEach(each -> found.put(each.getName(), each.getType()));
            }
        }
        return found;
    }

    @Test
    void pagesThatWantAFileSayThatItIsMissing() throws Exception {
        List<String> uploads = new ArrayList<>();
        for (var page : pages.getHandlerMethods().entrySet()) {
            if (Stream.of(page.getValue().getMethodParameters())
                    .anyMatch(p -> MultipartFile.class.isAssignableFrom(p.getParameterType()))) {
                uploads.addAll(page.getKey().getPatternValues());
            }
        }
        assertThat(uploads)
                .containsExactlyInAnyOrder(
                        "/personnels/import",
                        "/territoire/import",
                        "/ressources/fichiers",
                        "/supports",
                        "/supports/version");
        uploads.removeIf(path -> path.startsWith("/supports")); // an address does instead of a file: MaterialPagesTest
        uploads.remove("/ressources/fichiers"); // of one circonscription: ResourcePagesTest
        for (String path : uploads) {
            var nothing = Map.of(
                    "no file",
                    multipart(path),
                    "an empty file",
                    multipart(path).file(new MockMultipartFile("fichier", "a.csv", "text/csv", new byte[0])),
                    "another name",
                    multipart(path).file(new MockMultipartFile("autre", "a.csv", "text/csv", "a;b".getBytes())));
            for (var one : nothing.entrySet()) {
                var answer = web.perform(one.getValue().with(csrf()).with(operator()))
                        .andReturn();
                assertThat(answer.getResponse().getRedirectedUrl())
                        .as(path + ", " + one.getKey())
                        .isEqualTo(path);
                assertThat(String.valueOf(answer.getFlashMap().get("problem")))
                        .as(path + ", " + one.getKey())
                        .contains("absent ou vide");
            }
            var plain = web.perform(request(HttpMethod.POST, path)
                            .param("fichier", "x")
                            .with(csrf())
                            .with(operator()))
                    .andReturn();
            assertThat(plain.getResponse().getRedirectedUrl())
                    .as("a form without files")
                    .isEqualTo(path);
        }
    }
}
