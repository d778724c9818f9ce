/** The pages of the catalogue: the fiche's table for everyone, editing for those who answer for it. */
package fr.forment.catalogue.web;
