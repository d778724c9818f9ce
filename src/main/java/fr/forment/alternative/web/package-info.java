/** The page of one session of a plan, and of the changes somebody thinks about. */
package fr.forment.alternative.web;
