package fr.forment.access.server;

import java.nio.ByteBuffer;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that has been read already, given to whoever reads it next. */
class WholeBody implements InputBuffer {

    private final ByteBuffer bytes;

    WholeBody(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    @Override
    public int doRead(ApplicationBufferHandler reader) {
        int left = bytes.remaining();
        if (left == 0) {
            return -1;
        }
        reader.setByteBuffer(bytes.duplicate());
        bytes.position(bytes.limit());
        return left;
    }

    @Override
    public int available() {
        return bytes.remaining();
    }
}
