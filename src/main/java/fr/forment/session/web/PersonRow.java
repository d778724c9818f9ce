package fr.forment.session.web;

import fr.forment.session.EnrolmentState;

/** A person in a session as the reader may see him; {@code attestation} is null before there is one. */
record PersonRow(
        long enrolmentId,
        long agentId,
        String name,
        String school,
        String function,
        EnrolmentState state,
        Integer minutes,
        boolean mine,
        boolean mayExcuse,
        boolean readable,
        String attestation) {}
