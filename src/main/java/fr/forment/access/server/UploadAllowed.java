package fr.forment.access.server;

import jakarta.servlet.ServletRequest;
import java.util.function.BooleanSupplier;

/** What is told on a request that brings a file. */
public final class UploadAllowed {

    /** Left on a request whose file may be read. */
    public static final String MARK = UploadAllowed.class.getName();

    static final String CUT = MARK + ".cut";

    private UploadAllowed() {}

    static boolean isOn(ServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    /** The file came too slowly: the rest of it is not waited for. */
    public static boolean isCut(ServletRequest request) {
        return request.getAttribute(CUT) instanceof BooleanSupplier cut && cut.getAsBoolean();
    }
}
