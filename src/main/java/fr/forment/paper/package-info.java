/**
 * A plan as it leaves the house: a paper to read and to sign (PDF), a workbook, a calendar, what is typed into GAIA or
 * SOFIA. Reads only; who may have what is told by {@code plan.PlanRights}.
 */
package fr.forment.paper;
