/** Pages of a campaign: follow-up, grid, and a school's own survey. */
package fr.forment.needs.web;
