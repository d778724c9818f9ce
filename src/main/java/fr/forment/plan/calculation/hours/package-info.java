/** What the people of a school have time for. */
package fr.forment.plan.calculation.hours;
