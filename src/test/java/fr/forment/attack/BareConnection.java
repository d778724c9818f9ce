package fr.forment.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A bare connection, on which one says what no browser would. */
final class BareConnection implements AutoCloseable {

    private final Socket socket;

    BareConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
    }

    BareConnection says(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** A request with its head only; its body may follow. */
    BareConnection asks(String request, String... headers) throws IOException {
        return says(request + " HTTP/1.1\r\nHost: localhost\r\n"
                + String.join(
                        "",
                        List.of(headers).stream().map(header -> header + "\r\n").toList()) + "\r\n");
    }

    /** All that is answered until the other side closes. */
    String hears() throws IOException {
        var answer = new java.io.ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException stillOpen) {
            throw new AssertionError(
                    "neither answered nor closed: " + answer.toString(StandardCharsets.UTF_8), stillOpen);
        } catch (IOException cutOff) {
            // what came before counts
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** The other side has hung up. Never waits; what it said is lost. */
    boolean isCut() {
        try {
            socket.setSoTimeout(1);
            byte[] said = new byte[8192];
            int count = socket.getInputStream().read(said);
            while (count > 0) {
                count = socket.getInputStream().read(said);
            }
            return count < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException cutOff) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
