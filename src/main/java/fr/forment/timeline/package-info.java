/**
 * What happened to one thing, in one order: what the journal tells, letters, papers. Each room says which lines are
 * about its things and who may read them; here they are put together, looked through and exported.
 */
package fr.forment.timeline;
