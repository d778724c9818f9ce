package fr.forment.attendance;

import fr.forment.session.Convocation;
import fr.forment.session.closing.Attestation;

/**
 * An attestation with what was frozen around it: person, function, school, session and signatory of the day of issue.
 *
 * @param whole the person was there from beginning to end
 * @param check address of the page that says whether it is genuine
 */
public record AttestationPaper(Attestation attestation, Convocation said, boolean whole, String check) {}
