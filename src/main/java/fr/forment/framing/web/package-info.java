/** The page of the framing's questions. */
package fr.forment.framing.web;
