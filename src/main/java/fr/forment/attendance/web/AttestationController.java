package fr.forment.attendance.web;

import fr.forment.account.SignedIn;
import fr.forment.attendance.AttestationPaper;
import fr.forment.attendance.AttestationPapers;
import fr.forment.convocation.OwnSummons;
import fr.forment.files.Downloads;
import fr.forment.paper.Printer;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Attestations for their holder and for those who have him in their perimeter: a page, a paper, a list. */
@Controller
@RequiredArgsConstructor
class AttestationController {

    private final AttestationPapers papers;
    private final Reach reach;
    private final SignedIn me;
    private final Printer printer;
    private final OwnSummons summons;

    @GetMapping("/attestations/{number}")
    String page(@PathVariable String number, Model model) {
        model.addAttribute("paper", paper(number));
        return "attendance/attestation";
    }

    @GetMapping("/attestations/{number}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        AttestationPaper paper = paper(number);
        if (!paper.attestation().stands()) {
            throw new OutOfReach();
        }
        return Downloads.pdf(
                "attestation-" + number + ".pdf", printer.print("attendance/attestationPaper", Map.of("paper", paper)));
    }

    /** One's own, with what is still to come of them. */
    @GetMapping("/moi/formations")
    String mine(Model model) {
        model.addAttribute("followed", me.agentId() == null ? List.of() : papers.followed(me.agentId()));
        model.addAttribute("summons", me.agentId() == null ? List.of() : summons.of(me.agentId()));
        return "attendance/mine";
    }

    private AttestationPaper paper(String number) {
        AttestationPaper paper = papers.find(number).orElseThrow(OutOfReach::new);
        reach.person(paper.attestation().agentId());
        return paper;
    }
}
