package fr.forment.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between an application and its database: it can be cut, and mended. */
final class Line implements AutoCloseable {

    private final int there;
    private final int here;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    Line(int there) throws IOException {
        this.there = there;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        here = door.getLocalPort();
        serve(door);
    }

    int port() {
        return here;
    }

    void cut() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    void mend() throws IOException {
        door = new ServerSocket(here, 50, InetAddress.getLoopbackAddress());
        serve(door);
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void serve(ServerSocket at) {
        thread(() -> {
            while (!at.isClosed()) {
                Socket caller = at.accept();
                Socket called = new Socket(InetAddress.getLoopbackAddress(), there);
                open.add(caller);
                open.add(called);
                thread(() -> pump(caller, called));
                thread(() -> pump(called, caller));
            }
        });
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
