/** Pages and files of convocations, and calendars that are followed. */
package fr.forment.convocation.web;
