/** Drafts that wait for a person of the team, bundle by bundle. */
package fr.forment.post.web;
