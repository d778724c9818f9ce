/**
 * Tells the machines that look after FormENT, and its operator, whether it works: probes, figures, what stands still,
 * and the end when its database is gone for good.
 */
package fr.forment.watch;
