package fr.forment.mail.web;

import fr.forment.database.Slice;
import fr.forment.french.Typography;
import fr.forment.mail.Attachments;
import fr.forment.mail.DeskFilter;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailDesk;
import fr.forment.mail.MailPause;
import fr.forment.mail.MailTrouble;
import fr.forment.mail.QueuedMail;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The outbox as people read it: every mail where no server is set, and what became of each where one is. */
@Controller
@RequiredArgsConstructor
class MailController {

    private final MailBox mails;
    private final MailDesk desk;
    private final MailPause pause;
    private final MailTrouble trouble;
    private final Attachments attachments;

    @GetMapping("/courriels")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "TOUS") DeskFilter etat,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Map<DeskFilter, Long> counts = desk.counts();
        Slice<QueuedMail> shown = desk.page(etat, q, page, counts);
        model.addAttribute("together", mails.together(shown.rows()));
        model.addAllAttributes(Map.of(
                "q",
                q,
                "etat",
                etat,
                "filters",
                DeskFilter.values(),
                "counts",
                counts,
                "mails",
                shown,
                "pause",
                pause.standing(),
                "troubles",
                trouble.standing()));
        return "mails/list";
    }

    @GetMapping("/courriels/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        QueuedMail mail = find(id);
        model.addAllAttributes(Map.of(
                "mail", mail,
                "history", desk.historyOf(id),
                "attachments", attachments.of(mail),
                "together", mails.together(id)));
        return "mails/one";
    }

    @GetMapping(value = "/courriels/{id}/html", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String html(@PathVariable long id, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation");
        return Typography.html(find(id).bodyHtml()).replace("<head>", "<head><base target=\"_top\">");
    }

    @GetMapping("/courriels/{id}/piece/{rank}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable int rank) {
        return AttachmentDownload.of(attachments.of(find(id)).stream()
                .skip(rank < 0 ? Integer.MAX_VALUE : rank)
                .findFirst());
    }

    private QueuedMail find(long id) {
        return mails.shown(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
