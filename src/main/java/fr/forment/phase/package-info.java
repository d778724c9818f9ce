/**
 * Training phases: the sessions that an approved plan asks for, whom they are for, and what an amendment of the plan
 * changes in them.
 */
package fr.forment.phase;
