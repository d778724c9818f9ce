package fr.forment;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A mail server that does at each step what a test tells it, and keeps a ledger of what it accepted, by Message-ID. */
public final class SmtpSink implements AutoCloseable {

    /** Where a conversation stands when something happens. BODY: in the middle of the message; DOT: it is complete. */
    public enum Step {
        BANNER,
        EHLO,
        STARTTLS,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        BODY,
        DOT,
        RSET,
        QUIT
    }

    private enum End {
        GO_ON,
        CLOSE,
        RESET,
        STALL
    }

    /**
     * What the server does: takes the message or not (at the dot), waits, says something (null: nothing), and then goes
     * on or ends.
     */
    public record Act(boolean takes, long waitMillis, String says, End end) {

        public static Act reply(String words) {
            return new Act(words.startsWith("2"), 0, words, End.GO_ON);
        }

        public static Act replyAndClose(String words) {
            return new Act(words.startsWith("2"), 0, words, End.CLOSE);
        }

        public static Act close() {
            return new Act(false, 0, null, End.CLOSE);
        }

        public static Act reset() {
            return new Act(false, 0, null, End.RESET);
        }

        /** Never answers, and keeps the line. */
        public static Act stall() {
            return new Act(false, 0, null, End.STALL);
        }

        /** Only at the dot: the message is there, and nobody hears of it. */
        public Act butTakesIt() {
            return new Act(true, waitMillis, says, end);
        }

        public Act after(long millis) {
            return new Act(takes, millis, says, end);
        }
    }

    private final ServerSocket door;
    private final Map<Step, Act> always = new EnumMap<>(Step.class);
    private final Map<Step, Deque<Act>> next = new EnumMap<>(Step.class);
    private final Map<String, AtomicInteger> copies = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<byte[]> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private volatile boolean keeps;
    private volatile long delayNanos;

    public SmtpSink() {
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::welcome);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on, at this step. */
    public synchronized SmtpSink always(Step step, Act act) {
        always.put(step, act);
        return this;
    }

    /** The next time somebody is at this step; several are done in turn. */
    public synchronized SmtpSink once(Step step, Act... acts) {
        next.computeIfAbsent(step, each -> new ArrayDeque<>()).addAll(List.of(acts));
        return this;
    }

    /** Good again. */
    public synchronized SmtpSink heal() {
        always.clear();
        next.clear();
        return this;
    }

    /** Before each reply. */
    public SmtpSink delay(long millis) {
        delayNanos = TimeUnit.MILLISECONDS.toNanos(millis);
        return this;
    }

    /** Keeps whole messages, too. */
    public SmtpSink keeping() {
        keeps = true;
        return this;
    }

    /** By Message-ID, how often it was accepted. */
    public Map<String, AtomicInteger> copies() {
        return copies;
    }

    public int accepted() {
        return copies.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    public int connections() {
        return connections.get();
    }

    public List<byte[]> messages() {
        return messages;
    }

    /** Seconds between the first and the last message since the ledger was opened. */
    public double seconds() {
        return (last.get() - first.get()) / 1e9;
    }

    public void newLedger() {
        copies.clear();
        messages.clear();
        first.set(0);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                connections.incrementAndGet();
                open.add(socket);
                inBackground(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized Act act(Step step, String usual) {
        Deque<Act> queue = next.get(step);
        if (queue != null && !queue.isEmpty()) {
            return queue.poll();
        }
        return always.getOrDefault(step, usual == null ? null : Act.reply(usual));
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            talk(socket, new BufferedInputStream(socket.getInputStream(), 16384));
        } catch (IOException gone) {
            // as real servers: the other side went away
        } finally {
            open.remove(socket);
        }
    }

    private void talk(Socket socket, InputStream in) throws IOException {
        boolean goesOn = does(socket, act(Step.BANNER, "220 sink ESMTP"), null);
        for (String line = goesOn ? line(in) : null; line != null; line = goesOn ? line(in) : null) {
            String word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
            goesOn = switch (word) {
                case "EHLO", "HELO" ->
                    does(socket, act(Step.EHLO, "250-sink\n250-STARTTLS\n250-AUTH PLAIN LOGIN\n250 8BITMIME"), null);
                case "STAR" -> does(socket, act(Step.STARTTLS, "454 4.7.0 TLS not available"), null);
                case "AUTH" -> does(socket, act(Step.AUTH, "235 2.7.0 welcome"), null);
                case "MAIL" -> does(socket, act(Step.MAIL, "250 2.1.0 ok"), null);
                case "RCPT" -> does(socket, act(Step.RCPT, "250 2.1.5 ok"), null);
                case "DATA" -> {
                    Act data = act(Step.DATA, "354 go ahead");
                    yield does(socket, data, null) && (!data.says().startsWith("354") || message(socket, in));
                }
                case "RSET" -> does(socket, act(Step.RSET, "250 2.0.0 ok"), null);
                case "NOOP" -> does(socket, Act.reply("250 2.0.0 ok"), null);
                case "QUIT" -> does(socket, act(Step.QUIT, "221 2.0.0 bye"), null) && false;
                default -> does(socket, Act.reply("500 5.5.1 what?"), null);
            };
        }
    }

    private boolean message(Socket socket, InputStream in) throws IOException {
        Act middle = act(Step.BODY, null);
        String id = null;
        ByteArrayOutputStream whole = keeps ? new ByteArrayOutputStream() : null;
        for (String line = line(in); !".".equals(line); line = line(in)) {
            if (line == null) {
                return false;
            }
            if (id == null && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                id = line.substring(11).strip();
            }
            if (middle != null && line.isEmpty()) {
                return does(socket, middle, null);
            }
            if (whole != null) {
                whole.writeBytes(
                        (line.startsWith("..") ? line.substring(1) : line).getBytes(StandardCharsets.ISO_8859_1));
                whole.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        if (whole != null) {
            messages.add(whole.toByteArray());
        }
        return does(socket, act(Step.DOT, "250 2.0.0 taken"), String.valueOf(id));
    }

    private boolean does(Socket socket, Act act, String message) throws IOException {
        if (message != null && act.takes()) {
            copies.computeIfAbsent(message, each -> new AtomicInteger()).incrementAndGet();
            long now = System.nanoTime();
            first.compareAndSet(0, now);
            last.set(now);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(act.waitMillis()) + delayNanos);
        if (act.says() != null) {
            String ended = act.says().endsWith("\\")
                    ? act.says().substring(0, act.says().length() - 1)
                    : act.says() + "\n";
            socket.getOutputStream().write(ended.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        switch (act.end()) {
            case RESET -> socket.setSoLinger(true, 0);
            case STALL -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            default -> {}
        }
        return act.end() == End.GO_ON;
    }

    private static String line(InputStream in) throws IOException {
        byte[] buffer = new byte[1024];
        int length = 0;
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                return null;
            }
            if (each != '\r' && length < buffer.length) {
                buffer[length++] = (byte) each;
            }
        }
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }
}
