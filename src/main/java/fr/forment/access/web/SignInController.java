package fr.forment.access.web;

import fr.forment.access.DemonstrationAccounts;
import fr.forment.limits.Patience;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in page, and the token that Tasklist's script needs to sign out. */
@Controller
class SignInController {

    private final DemonstrationAccounts demonstration;

    SignInController(ObjectProvider<DemonstrationAccounts> demonstration) {
        this.demonstration = demonstration.getIfAvailable();
    }

    @GetMapping("/login")
    String signIn(@RequestParam(required = false) String patience, Model model) {
        model.addAttribute("wait", Patience.read(patience));
        model.addAttribute("demonstration", demonstration);
        return "access/login";
    }

    @GetMapping("/api/csrf")
    @ResponseBody
    Map<String, String> token(CsrfToken token) {
        return Map.of("headerName", token.getHeaderName(), "token", token.getToken());
    }
}
