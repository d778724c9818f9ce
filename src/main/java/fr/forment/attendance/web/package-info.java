/** Pages and papers of the émargement. */
package fr.forment.attendance.web;
