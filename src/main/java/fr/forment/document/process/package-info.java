/** What the IEN's task shows of the plan. */
package fr.forment.document.process;
