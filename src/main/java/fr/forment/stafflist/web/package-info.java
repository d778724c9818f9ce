/** Pages of people and of the lists they come from. */
package fr.forment.stafflist.web;
