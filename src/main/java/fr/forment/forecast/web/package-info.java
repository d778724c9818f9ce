/** The page of the coming years, its export and the form of what is supposed. */
package fr.forment.forecast.web;
