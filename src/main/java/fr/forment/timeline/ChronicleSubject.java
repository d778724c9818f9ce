package fr.forment.timeline;

/** What has a timeline. */
public enum ChronicleSubject {
    /** Parameter {@code :project}. */
    PROJECT,
    /** Parameter {@code :plan}, the version, and {@code :root}, its chain. */
    PLAN,
    /** Parameters {@code :uai} and {@code :project}. */
    SCHOOL,
    /** Parameter {@code :session}. */
    SESSION,
    /** Parameter {@code :agent}. */
    PERSON
}
