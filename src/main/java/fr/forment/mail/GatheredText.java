package fr.forment.mail;

import fr.forment.french.French;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Several letters to one reader as one: the greeting and, where it is the same, the signature once, a list of what it
 * tells, then each as it was written under its own title. What was written of each stays word for word.
 */
final class GatheredText {

    private static final Pattern GREETING = Pattern.compile("\\ABonjour [^\\n]*\\n+");
    private static final Pattern HTML_GREETING = Pattern.compile("\\A<p>Bonjour (?:(?!</p>).)*</p>");
    private static final Pattern BODY = Pattern.compile("<body[^>]*>(.*)</body>", Pattern.DOTALL);
    /** Mail programs follow the first by themselves. */
    private static final String APPOINTMENTS =
            " Les rendez-vous qui changent sont joints : ouvrez-les l'un après l'autre pour mettre votre agenda à jour.";

    private static final String LAST_HTML = "<p>";

    private final List<QueuedMail> parts;
    private final String signature;

    private final String files;

    private GatheredText(List<QueuedMail> parts, boolean haveFiles) {
        this.parts = parts;
        this.files = haveFiles ? APPOINTMENTS : "";
        String last = signature(parts.get(0));
        this.signature = parts.stream().allMatch(part -> signature(part).equals(last)) ? last : "";
    }

    /** @param haveFiles more than one of them changes the reader's appointments */
    static MailWriter.Written of(List<QueuedMail> parts, boolean haveFiles) {
        var all = new GatheredText(parts, haveFiles);
        String subject =
                parts.get(0).subject() + " – et " + French.count(parts.size() - 1, "autre nouvelle", "autres nouvelles");
        return new MailWriter.Written(subject, all.text(), all.html(subject));
    }

    private String text() {
        var text = new StringBuilder(greeting()).append(intro()).append("\n\n");
        parts.forEach(part -> text.append("- ").append(part.subject()).append('\n'));
        int number = 0;
        for (QueuedMail part : parts) {
            String body = GREETING.matcher(part.bodyText()).replaceFirst("").strip();
            text.append("\n――――――――――\n\n")
                    .append(++number)
                    .append(". ")
                    .append(part.subject())
                    .append("\n\n")
                    .append(without(body, signature))
                    .append('\n');
        }
        return text.append(signature.isEmpty() ? "" : "\n――――――――――\n\n" + signature + "\n")
                .toString();
    }

    private String html(String subject) {
        String first = parts.get(0).bodyHtml();
        Matcher frame = BODY.matcher(first);
        String open = frame.find() ? first.substring(0, frame.start(1)) : "<html lang=\"fr\"><body>";
        String hello = greeting().strip();
        var html = new StringBuilder(open.replaceFirst(
                        "<title>.*?</title>",
                        Matcher.quoteReplacement("<title>" + HtmlUtils.htmlEscape(subject, "UTF-8") + "</title>")))
                .append(hello.isEmpty() ? "" : "<p>" + HtmlUtils.htmlEscape(hello, "UTF-8") + "</p>")
                .append("<p>")
                .append(intro())
                .append("</p><ol>");
        parts.forEach(part -> html.append("<li>")
                .append(HtmlUtils.htmlEscape(part.subject(), "UTF-8"))
                .append("</li>"));
        html.append("</ol>");
        String end = "";
        int number = 0;
        for (QueuedMail part : parts) {
            Matcher inner = BODY.matcher(part.bodyHtml());
            String body = HTML_GREETING
                    .matcher(inner.find() ? inner.group(1) : part.bodyHtml())
                    .replaceFirst("");
            if (!signature.isEmpty()) {
                int last = body.lastIndexOf(LAST_HTML);
                end = body.substring(Math.max(0, last));
                body = last < 0 ? body : body.substring(0, last);
            }
            html.append("<hr><h2 style=\"font-size:18px\">")
                    .append(++number)
                    .append(". ")
                    .append(HtmlUtils.htmlEscape(part.subject(), "UTF-8"))
                    .append("</h2>")
                    .append(body);
        }
        return html.append(end.isEmpty() ? "" : "<hr>" + end)
                .append("</body></html>")
                .toString();
    }

    private String greeting() {
        Matcher greeting = GREETING.matcher(parts.get(0).bodyText());
        return greeting.find() ? greeting.group().strip() + "\n\n" : "";
    }

    private String intro() {
        return "Ce courriel réunit " + French.count(parts.size(), "nouvelle") + "." + files;
    }

    /** The last paragraph: all letters of the house end so. */
    private static String signature(QueuedMail part) {
        String body = part.bodyText().strip();
        int before = body.lastIndexOf("\n\n");
        return before < 0 ? "" : body.substring(before).strip();
    }

    private static String without(String body, String end) {
        return !end.isEmpty() && body.endsWith(end)
                ? body.substring(0, body.length() - end.length()).strip()
                : body;
    }
}
