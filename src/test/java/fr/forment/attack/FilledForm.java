package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.Visitor;
import fr.forment.people.Agent;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A form of a page as a browser holds it: every field with what the page put into it, then what a person changes. */
final class FilledForm {

    private final String action;
    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    private FilledForm(String action) {
        this.action = action;
    }

    /** @param ending of the form's address */
    static FilledForm of(Document page, String ending) {
        List<Element> found = page.select("form[method=post][action$=" + ending + "]");
        assertThat(found).as(ending).isNotEmpty();
        FormElement form = (FormElement) found.get(0);
        FilledForm filled = new FilledForm(form.attr("action"));
        form.formData().forEach(field -> filled.fields.add(field.key(), field.value()));
        return filled;
    }

    FilledForm with(String field, String... values) {
        fields.put(field, List.of(values));
        return this;
    }

    MockHttpServletResponse sentBy(Visitor visitor, Agent agent) throws Exception {
        return visitor.as(agent, post(URI.create(action)).params(fields));
    }
}
