/** The need of a vague, looked at again before its sessions open: what changed since the survey, and what follows. */
package fr.forment.project.need;
