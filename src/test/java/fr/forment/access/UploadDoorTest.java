package fr.forment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.access.server.UploadAllowed;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whose file is read, before a byte of it is. */
@HouseTest
@Tag("attack")
class UploadDoorTest {

    @Autowired
    MockMvc web;

    @Autowired
    UploadPages uploads;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    private MvcResult sends(String path, int size, String... roles) throws Exception {
        var request = post(path).contentType("multipart/form-data; boundary=x").with(csrf());
        if (size > 0) {
            request.content(new byte[size]);
        } else {
            request.header("Transfer-Encoding", "chunked");
        }
        return web.perform(
                        roles.length == 0
                                ? request
                                : request.with(SecurityMockMvcRequestPostProcessors.user("a1")
                                        .roles(roles)))
                .andReturn();
    }

    private void refused(MvcResult answer, int status) {
        assertThat(answer.getResponse().getStatus()).isEqualTo(status);
        assertThat(answer.getRequest().getAttribute(UploadAllowed.MARK))
                .as("not read")
                .isNull();
    }

    @Test
    void onlyWhereAFileIsAskedForAndFromWhoMayBringIt() throws Exception {
        refused(sends("/territoire/import", 10), 302);
        refused(sends("/login", 10), 302);
        refused(sends("/territoire/import", 10, "DIRECTEUR"), 403);
        refused(sends("/personnels/import", 10, "FOURNISSEUR"), 403);
        refused(sends("/moi/mot-de-passe", 10, "SECRETAIRE"), 415);
        refused(sends("/personnels/import", 0, "ADMIN"), 411);
        for (var large : Map.of("/personnels/import", 32, "/supports", 51, "/supports/version", 51)
                .entrySet()) {
            MvcResult answer = sends(large.getKey(), large.getValue() << 20, "ADMIN", "ERUN");
            refused(answer, 413);
            assertThat(answer.getRequest().getAttribute(UploadDoor.FILE_MOST))
                    .as("megabytes, for the page that says so")
                    .isEqualTo(large.getKey().startsWith("/supports") ? 10 : 30);
        }
        assertThat(sends("/territoire/import", 10, "SECRETAIRE").getRequest().getAttribute(UploadAllowed.MARK))
                .isEqualTo(true);
    }

    /** A new page that takes a file is added there by hand, with who may use it. */
    @Test
    void everyPageThatTakesAFileIsKnown() {
        Set<String> taking = new TreeSet<>();
        pages.getHandlerMethods().forEach((mapping, method) -> {
            if (Stream.of(method.getMethodParameters())
                    .anyMatch(p -> MultipartFile.class.isAssignableFrom(p.getParameterType()))) {
                taking.addAll(mapping.getPatternValues());
            }
        });
        assertThat(uploads.paths()).isEqualTo(taking);
    }
}
