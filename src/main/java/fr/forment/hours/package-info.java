/** What is owed and taken of the 18 hours, on which scale, in which school year. */
package fr.forment.hours;
