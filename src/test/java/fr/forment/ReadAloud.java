package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.people.Agent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has {@link FrenchReader} read what a year leaves behind: the pages and papers that people find, and every mail. */
@Component
class ReadAloud {

    private final FollowedLinks links;
    private final JdbcClient jdbc;

    ReadAloud(FollowedLinks links, JdbcClient jdbc) {
        this.links = links;
        this.jdbc = jdbc;
    }

    /** Fails with all that was found. */
    void everything(List<Agent> readers) throws Exception {
        Set<String> found = new TreeSet<>();
        Set<String> pages = new TreeSet<>();
        Set<String> papers = new TreeSet<>();
        for (Agent reader : readers) {
            links.of(reader, (path, answer) -> {
                if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
                    pages.add(FollowedLinks.kind(path));
                    FrenchReader.ofPage(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)).stream()
                            .filter(fault ->
                                    !fault.startsWith(FrenchReader.MODULE_CODE) || !path.startsWith("/catalogue"))
                            .forEach(fault -> found.add(FollowedLinks.kind(path) + ": " + fault));
                } else if (String.valueOf(answer.getContentType()).startsWith("application/pdf")) {
                    papers.add(FollowedLinks.kind(path));
                    try (PDDocument paper = Loader.loadPDF(answer.getContentAsByteArray())) {
                        FrenchReader.ofPaper(new PDFTextStripper().getText(paper))
                                .forEach(fault -> found.add(FollowedLinks.kind(path) + ": " + fault));
                    }
                }
            });
        }
        List<String> templates = jdbc
                .sql("SELECT template, subject, body_text FROM outbox_mail")
                .query((row, n) -> {
                    String template = row.getString("template");
                    FrenchReader.ofMail(row.getString("subject"), row.getString("body_text"))
                            .forEach(fault -> found.add("mail " + template + ": " + fault));
                    return template;
                })
                .list()
                .stream()
                .distinct()
                .toList();
        assertThat(found).as("French that no secretary would sign").isEmpty();
        assertThat(pages).as("kinds of pages read").hasSizeGreaterThan(50);
        assertThat(papers).as("kinds of papers read").hasSizeGreaterThan(1);
        assertThat(templates).as("kinds of mails read").hasSizeGreaterThan(25);
    }
}
