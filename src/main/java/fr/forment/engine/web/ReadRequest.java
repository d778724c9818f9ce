package fr.forment.engine.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;

/** A request whose body was read and written anew, as JSON in UTF-8: its headers say so, whatever they said before. */
class ReadRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private final ByteArrayInputStream bytes;
    private final Map<String, String> headers;

    ReadRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
        bytes = new ByteArrayInputStream(body);
        headers =
                Map.of("content-type", MediaType.APPLICATION_JSON_VALUE, "content-length", String.valueOf(body.length));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int from, int length) {
                return bytes.read(target, from, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("read at once");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_JSON_VALUE;
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public String getHeader(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), super.getHeader(name));
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String written = headers.get(name.toLowerCase(Locale.ROOT));
        return written == null ? super.getHeaders(name) : Collections.enumeration(List.of(written));
    }
}
