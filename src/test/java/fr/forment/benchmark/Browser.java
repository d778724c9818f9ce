package fr.forment.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * As little of a browser as a measure of the server needs: one connection kept open, cookies, forms. The JDK's own
 * client hands each answer through four threads and takes more CPU than some of what it would measure.
 */
final class Browser implements AutoCloseable {

    /** The server ends a connection that was idle for ten seconds. */
    private static final long IDLE = 5_000_000_000L;

    /** @param body empty for what has none */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Socket socket;
    private InputStream in;
    private long used;

    /** Of this machine. */
    Browser(int port) {
        this.port = port;
    }

    Answer get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\n", "", "");
    }

    Answer post(String path, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                "POST " + path + " HTTP/1.1\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n",
                body);
    }

    private Answer send(String first, String more, String body) throws IOException {
        if (socket == null || System.nanoTime() - used > IDLE) {
            open();
        }
        String cookie = cookies.isEmpty()
                ? ""
                : cookies.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
        socket.getOutputStream()
                .write((first + "Host: 127.0.0.1:" + port + "\r\n" + cookie + more + "\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = headers();
        Answer answer = new Answer(status, headers, new String(body(status, headers), StandardCharsets.UTF_8));
        used = System.nanoTime();
        if (answer.header("Connection").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            headers.put(name, value);
            if (name.equals("set-cookie")) {
                String pair = value.split(";", 2)[0];
                cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return headers;
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return whole(Integer.parseInt(headers.get("content-length")));
        }
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return new byte[0];
        }
        var all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(whole(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] whole(int size) throws IOException {
        byte[] read = in.readNBytes(size);
        if (read.length < size) {
            throw new EOFException("the server ended the connection in the middle of an answer");
        }
        return read;
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException("the server ended the connection after « " + line + " »");
            }
            if (each != '\r') {
                line.append((char) each);
            }
        }
        return line.toString();
    }

    private void open() throws IOException {
        close();
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    /** The value of a hidden field. */
    static Optional<String> hidden(String page, String name) {
        String start = "name=\"" + name + "\" value=\"";
        int from = page.indexOf(start);
        return from < 0
                ? Optional.empty()
                : Optional.of(page.substring(from + start.length(), page.indexOf('"', from + start.length())));
    }
}
