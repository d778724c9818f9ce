package fr.forment.access.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The addresses of {@code FORMENT_TRUSTED_PROXIES}, as Tomcat compares them: each exactly, separated by commas or
 * spaces.
 */
final class TrustedProxies {

    private TrustedProxies() {}

    static String pattern(String listed) {
        return Arrays.stream(listed.strip().split("[,\\s]+"))
                .map(TrustedProxies::literal)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** Names are not looked up: what they mean may change. */
    private static String literal(String address) {
        if (!address.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*")) {
            throw unreadable(address);
        }
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw unreadable(address);
        }
    }

    private static UnreadableSetting unreadable(String address) {
        return new UnreadableSetting(
                "FORMENT_TRUSTED_PROXIES",
                address,
                "Donnez les adresses IP de vos serveurs mandataires, séparées par des virgules, par exemple 192.0.2.10,2001:db8::10.");
    }
}
