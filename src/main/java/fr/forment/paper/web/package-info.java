/** The papers of a plan, to be kept, and what GAIA is told, to be looked at first. */
package fr.forment.paper.web;
