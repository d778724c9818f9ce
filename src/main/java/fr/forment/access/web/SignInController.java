package fr.forment.access.web;

import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in page, and the token that Tasklist's script needs to sign out. */
@Controller
class SignInController {

    private final String demonstrationPassword;

    SignInController(@Value("${forment.demo.password:}") String demonstrationPassword) {
        this.demonstrationPassword = demonstrationPassword;
    }

    @GetMapping("/login")
    String signIn(Model model) {
        model.addAttribute("demonstrationPassword", demonstrationPassword);
        return "access/login";
    }

    @GetMapping("/api/csrf")
    @ResponseBody
    Map<String, String> token(CsrfToken token) {
        return Map.of("headerName", token.getHeaderName(), "token", token.getToken());
    }
}
