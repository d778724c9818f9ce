package fr.forment.mail.web;

import fr.forment.mail.Attachments;
import fr.forment.mail.DeskAction;
import fr.forment.mail.Drafts;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailDesk;
import fr.forment.mail.QueuedMail;
import java.security.Principal;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters prepared for somebody to read again and let go: each sees his own and no others. */
@Controller
@RequiredArgsConstructor
class DraftController {

    private final Drafts drafts;
    private final MailBox mails;
    private final MailDesk desk;
    private final Attachments attachments;

    @GetMapping("/moi/courriels")
    String list(@RequestParam(defaultValue = "1") int page, Principal me, Model model) {
        model.addAttribute("drafts", drafts.of(me.getName(), page));
        return "mails/drafts";
    }

    @GetMapping("/moi/courriels/{id:\\d+}")
    String one(@PathVariable long id, Principal me, Model model) {
        QueuedMail mail = mine(id, me);
        model.addAllAttributes(Map.of("mail", mail, "attachments", attachments.of(mail)));
        return "mails/draft";
    }

    @GetMapping("/moi/courriels/{id}/piece/{rank}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable int rank, Principal me) {
        return AttachmentDownload.of(attachments.of(mine(id, me)).stream()
                .skip(rank < 0 ? Integer.MAX_VALUE : rank)
                .findFirst());
    }

    @PostMapping("/moi/courriels/{id}/{action:liberer|ecarter}")
    String decide(@PathVariable long id, @PathVariable String action, Principal me, RedirectAttributes next) {
        mine(id, me);
        boolean goes = action.equals("liberer");
        if (desk.actAsKeeper(DeskAction.valueOf(action.toUpperCase()), id, me.getName()) == 1) {
            next.addFlashAttribute("done", goes ? "Le courriel part." : "Le courriel est écarté : il ne partira pas.");
        } else {
            next.addFlashAttribute(
                    "problem",
                    goes
                            ? "Ce courriel ne part plus : il est déjà parti, écarté, ou sa date est passée."
                            : "Ce courriel n'attend plus.");
        }
        return "redirect:/moi/courriels";
    }

    private QueuedMail mine(long id, Principal me) {
        return mails.shown(id)
                .filter(mail -> me.getName().equals(mail.keeper()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
