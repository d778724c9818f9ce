/** The page of self-study: one's own, one's school's, the circonscription's. */
package fr.forment.selfstudy.web;
