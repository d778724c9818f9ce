/** The page of the means of a version. */
package fr.forment.means.web;
