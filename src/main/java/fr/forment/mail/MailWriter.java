package fr.forment.mail;

import fr.forment.french.FrenchDialect;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes a mail from its template: first line the subject, an empty line, the body. The HTML part says the same as the
 * text: paragraphs, lists, and a button for an address of ours ({@link MarkedValues}), named by the line that stands
 * before it. No image, nothing remote, no tracking.
 */
@Component
class MailWriter {

    record Written(String subject, String text, String html) {}

    /** What one does there, then the address. What somebody typed is neither: its lines are marked. */
    private static final Pattern LINK = Pattern.compile("([^\\n\uE000-\uE002]+?) ?:\\n(https?://\\S+)");

    private final TemplateEngine templates = new TemplateEngine();

    MailWriter() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/mail/");
        files.setSuffix(".txt");
        files.setTemplateMode(TemplateMode.TEXT);
        files.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(files);
        templates.setDialect(new org.thymeleaf.spring6.dialect.SpringStandardDialect());
        templates.addDialect(new FrenchDialect());
        templates.addDialect(new MarkedValues());
    }

    Written write(String template, Map<String, Object> model) {
        String whole = templates
                .process(template, new Context(Locale.FRANCE, new HashMap<>(model)))
                .replace("\r", "")
                .strip();
        int endOfSubject = whole.indexOf('\n');
        String subject =
                MarkedValues.onOneLine(whole.substring(0, endOfSubject)).strip();
        String laidOut = MarkedValues.inItsPlace(whole.substring(endOfSubject).strip());
        return new Written(
                subject,
                MarkedValues.plain(laidOut).replaceAll("\n{3,}", "\n\n").strip() + "\n",
                html(subject, laidOut));
    }

    private static String html(String subject, String text) {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>")
                .append(HtmlUtils.htmlEscape(subject, "UTF-8"))
                .append(
                        "</title></head><body style=\"font-family:sans-serif;font-size:16px;line-height:1.5;color:#1d1d1f;max-width:40em\">");
        for (String block : text.split("\n{2,}")) {
            html.append(block.lines().allMatch(line -> line.startsWith("- ")) ? list(block) : paragraph(block));
        }
        return html.append("</body></html>").toString();
    }

    private static String list(String block) {
        var html = new StringBuilder("<ul>");
        block.lines()
                .forEach(line ->
                        html.append("<li>").append(escaped(line.substring(2))).append("</li>"));
        return html.append("</ul>").toString();
    }

    private static String paragraph(String block) {
        Matcher link = LINK.matcher(block.strip());
        if (link.matches()) {
            return "<p><a href=\"" + escaped(link.group(2))
                    + "\" style=\"background:#1f4e79;color:#ffffff;padding:10px 18px;border-radius:4px;text-decoration:none\">"
                    + escaped(link.group(1)) + "</a></p>";
        }
        return "<p>" + escaped(block) + "</p>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(MarkedValues.plain(text), "UTF-8").replace("\n", "<br>");
    }
}
