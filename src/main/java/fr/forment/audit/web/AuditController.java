package fr.forment.audit.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.audit.Audit;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is never to be found in the data, looked for now. */
@Controller
@RequiredArgsConstructor
class AuditController {

    private final Audit audit;
    private final SignedIn me;

    @GetMapping("/controle")
    String look(Model model) {
        me.requireAny(Role.ADMIN);
        List<Audit.Finding> findings = audit.look();
        model.addAttribute(
                "broken", findings.stream().filter(Audit.Finding::isBroken).toList());
        model.addAttribute(
                "well", findings.stream().filter(finding -> !finding.isBroken()).toList());
        return "audit/audit";
    }
}
