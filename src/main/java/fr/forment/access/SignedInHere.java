package fr.forment.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** On to the page that was asked for; and the browser is known from now on. */
class SignedInHere extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KnownDevices devices;

    SignedInHere(KnownDevices devices) {
        this.devices = devices;
        setRequestCache(new WantedPage());
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        devices.remember(request, response, person.getName());
        super.onAuthenticationSuccess(request, response, person);
    }
}
