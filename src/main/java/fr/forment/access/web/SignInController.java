package fr.forment.access.web;

import fr.forment.access.DemonstrationAccounts;
import fr.forment.french.French;
import fr.forment.limits.Patience;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in page, and the token that Tasklist's script needs to sign out. */
@Controller
class SignInController {

    /** Left by the page that reads the code of a session ({@code attendance}). */
    private static final Pattern HOUR = Pattern.compile("([01]\\d|2[0-3])[0-5]\\d");

    private final DemonstrationAccounts demonstration;

    SignInController(ObjectProvider<DemonstrationAccounts> demonstration) {
        this.demonstration = demonstration.getIfAvailable();
    }

    @GetMapping("/login")
    String signIn(
            @RequestParam(required = false) String patience,
            @CookieValue(name = "FORMENT-LU", defaultValue = "") String read,
            Model model) {
        if (HOUR.matcher(read).matches()) {
            LocalTime at = LocalTime.of(Integer.parseInt(read.substring(0, 2)), Integer.parseInt(read.substring(2)));
            model.addAttribute("codeRead", French.time(at));
            model.addAttribute("codeKept", French.time(at.plusMinutes(15)));
        }
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
