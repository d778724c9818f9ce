package fr.forment.release;

import java.util.Optional;

/** What a version tells its process. */
public interface ReleaseProcess {

    void start(long releaseId);

    /** The update session is closed or cancelled. */
    void sessionOver(long releaseId);

    /** Relative address of the open task; empty when nobody is asked anything. */
    Optional<String> taskLink(long releaseId);
}
