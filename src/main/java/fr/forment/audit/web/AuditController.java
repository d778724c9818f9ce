package fr.forment.audit.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.audit.Audit;
import fr.forment.audit.DataLookService;
import fr.forment.french.Told;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is never to be found in the data: as it was found last, and now for who asks. */
@Controller
@RequiredArgsConstructor
class AuditController {

    private final Audit audit;
    private final DataLookService kept;
    private final SignedIn me;

    @GetMapping("/controle")
    String show(Model model) {
        me.requireAny(Role.ADMIN);
        DataLookService.Look look = kept.last().orElse(null);
        List<Audit.Finding> findings = look == null ? List.of() : look.findings();
        model.addAttribute("at", look == null ? null : look.at());
        model.addAttribute(
                "broken", findings.stream().filter(Audit.Finding::isBroken).toList());
        model.addAttribute(
                "well", findings.stream().filter(finding -> !finding.isBroken()).toList());
        return "audit/audit";
    }

    @PostMapping("/controle")
    String look(RedirectAttributes next) {
        me.requireAny(Role.ADMIN);
        Told.on(next, "Les données viennent d'être contrôlées.", () -> kept.keep(audit.look()));
        return "redirect:/controle";
    }
}
