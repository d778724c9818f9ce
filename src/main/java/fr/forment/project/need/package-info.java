/** The need of a vague, looked at again before its sessions open: what changed since the survey, and what follows. */
@NamedInterface("need") // who repairs plans tells it what is late
package fr.forment.project.need;

import org.springframework.modulith.NamedInterface;
