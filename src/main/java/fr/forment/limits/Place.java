package fr.forment.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request comes from, as it is counted: an IPv4 address, or the network of 64 bits that one IPv6 subscriber has
 * to himself.
 */
public final class Place {

    private Place() {}

    /** @param address as the server gives it; never looked up by name */
    public static String of(String address) {
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            InetAddress read = InetAddress.getByName("[" + address.replaceAll("^\\[|](:\\d+)?$|%.*$", "") + "]");
            return read instanceof Inet6Address
                    ? InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(read.getAddress(), 8), 16))
                                    .getHostAddress() + "/64"
                    : read.getHostAddress();
        } catch (UnknownHostException unreadable) {
            return "?";
        }
    }
}
