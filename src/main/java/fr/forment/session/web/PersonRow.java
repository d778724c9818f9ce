package fr.forment.session.web;

import fr.forment.session.EnrolmentState;
import java.time.ZonedDateTime;

/**
 * A person in a session as the reader may see him; {@code attestation} and {@code received} are null before there is
 * one, and before he said that he has his convocation.
 */
record PersonRow(
        long enrolmentId,
        long agentId,
        String name,
        String school,
        String function,
        EnrolmentState state,
        ZonedDateTime received,
        Integer minutes,
        boolean mine,
        boolean mayExcuse,
        boolean readable,
        String attestation) {}
